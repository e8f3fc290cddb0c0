import { expect, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createWeightLedger } from './weight-ledger.ts';

test('half of the ceiling may be spent in a minute, then the ledger says how long to wait', () => {
  const clock = createFakeClock();
  const ledger = createWeightLedger({ clock, ceiling: 100 });
  ledger.spend(30);
  clock.advance(10_000);
  ledger.spend(20);
  expect(ledger.waitFor(1)).toBe(50_000);
  expect(ledger.waitFor(31)).toBe(60_000);
  clock.advance(50_000);
  expect(ledger.waitFor(30)).toBe(0);
  expect(ledger.waitFor(31)).toBe(10_000);
});

test('another ceiling applies at once, a senseless one not at all', () => {
  const ledger = createWeightLedger({ clock: createFakeClock(), ceiling: 100 });
  ledger.spend(50);
  ledger.setCeiling(200);
  expect(ledger.waitFor(50)).toBe(0);
  ledger.setCeiling(0);
  ledger.setCeiling(Number.NaN);
  expect(ledger.status).toEqual({ used: 50, budget: 100, ceiling: 200, pausedUntil: null });
});

test('a request heavier than the whole budget goes when nothing else was spent', () => {
  const clock = createFakeClock();
  const ledger = createWeightLedger({ clock, ceiling: 100 });
  expect(ledger.waitFor(80)).toBe(0);
  ledger.spend(10);
  expect(ledger.waitFor(80)).toBe(60_000);
  clock.advance(60_000);
  expect(ledger.waitFor(80)).toBe(0);
});

test('a pause holds everything back, and a shorter one does not end it', () => {
  const clock = createFakeClock();
  const ledger = createWeightLedger({ clock });
  ledger.pause(30_000);
  ledger.pause(5_000);
  expect(ledger.waitFor(1)).toBe(30_000);
  expect(ledger.status.pausedUntil).toBe(clock.now() + 30_000);
  clock.advance(30_000);
  expect(ledger.waitFor(1)).toBe(0);
  expect(ledger.status.pausedUntil).toBeNull();
});

test('a clock set back neither frees weight nor lengthens a pause', () => {
  const clock = createFakeClock();
  const ledger = createWeightLedger({ clock, ceiling: 100 });
  ledger.spend(50);
  ledger.pause(30_000);
  clock.jump(-86_400_000);
  expect(ledger.pauseLeft()).toBe(30_000);
  expect(ledger.waitFor(1)).toBe(60_000);
  clock.advance(60_000);
  expect(ledger.waitFor(50)).toBe(0);
});
