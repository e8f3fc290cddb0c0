import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createJudgedLedger } from './judged-ledger.ts';
import type { JudgedTimes } from './judged-ledger.ts';

const HOURLY = { symbol: 'BTCUSDT', interval: '1h' } as const;
const DAILY = { symbol: 'BTCUSDT', interval: '1d' } as const;

function openLedger(times: JudgedTimes = {}) {
  const clock = createFakeClock();
  const saved: JudgedTimes[] = [];
  let isStored = true;
  const ledger = createJudgedLedger({
    clock,
    times,
    save: (now) => saved.push(now),
    isAllStored: () => isStored,
  });
  return { clock, ledger, saved, setStored: (next: boolean) => (isStored = next) };
}

describe('the ledger of what was judged', () => {
  it('knows what an earlier visit judged', () => {
    const { ledger } = openLedger({ 'BTCUSDT@1h': 5 });
    expect(ledger.through(HOURLY)).toBe(5);
    expect(ledger.through(DAILY)).toBeUndefined();
  });

  it('writes many candles at once, and nothing when nothing is new', () => {
    const { clock, ledger, saved } = openLedger({ 'BTCUSDT@1h': 5 });
    ledger.note(HOURLY, 5);
    ledger.note(HOURLY, 4);
    clock.advance(10_000);
    expect(saved).toEqual([]);
    ledger.note(HOURLY, 6);
    ledger.note(DAILY, 1);
    ledger.note(HOURLY, 7);
    clock.advance(2_000);
    expect(saved).toEqual([{ 'BTCUSDT@1h': 7, 'BTCUSDT@1d': 1 }]);
  });

  it('forgets series that are not watched any more', () => {
    const { clock, ledger, saved } = openLedger({ 'BTCUSDT@1h': 5, 'BTCUSDT@1d': 1 });
    ledger.keep([DAILY]);
    clock.advance(2_000);
    expect(ledger.through(HOURLY)).toBeUndefined();
    expect(saved).toEqual([{ 'BTCUSDT@1d': 1 }]);
  });

  it('waits while an alert of these candles is not stored yet, also at the end', () => {
    const { clock, ledger, saved, setStored } = openLedger();
    setStored(false);
    ledger.note(HOURLY, 6);
    clock.advance(60_000);
    expect(saved).toEqual([]);
    setStored(true);
    clock.advance(2_000);
    expect(saved).toEqual([{ 'BTCUSDT@1h': 6 }]);
    setStored(false);
    ledger.note(HOURLY, 7);
    ledger.dispose();
    expect(saved).toHaveLength(1);
    expect(clock.pendingTimers).toBe(0);
  });

  it('writes at the end what it has not written yet', () => {
    const { ledger, saved } = openLedger();
    ledger.note(HOURLY, 6);
    ledger.dispose();
    ledger.dispose();
    expect(saved).toEqual([{ 'BTCUSDT@1h': 6 }]);
  });
});
