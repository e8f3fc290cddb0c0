import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyQuotes } from '../state/quotes.ts';
import { aQuote } from '../testing/fixtures.ts';
import { holdOrder, isOrderHeld, orderRevision } from './live-order.ts';

let stop: () => void;
let first: number;
const renewals = () => orderRevision.peek() - first;

beforeEach(() => {
  vi.useFakeTimers();
  stop = effect(() => void orderRevision.value);
  vi.advanceTimersByTime(1000);
  first = orderRevision.peek();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('the order of live rows', () => {
  it('is renewed once a second, however many quotes change', () => {
    for (let quote = 0; quote < 20; quote++) {
      applyQuotes([aQuote({ lastPrice: String(quote) })]);
      vi.advanceTimersByTime(100);
    }
    expect(renewals()).toBe(2);
  });

  it('is left alone while nothing changes', () => {
    vi.advanceTimersByTime(10_000);
    expect(renewals()).toBe(0);
  });

  it('is left alone while anything holds it, and renewed afterwards', () => {
    holdOrder('pointer', true);
    holdOrder('focus', true);
    applyQuotes([aQuote()]);
    vi.advanceTimersByTime(5000);
    holdOrder('pointer', false);
    vi.advanceTimersByTime(5000);
    expect([renewals(), isOrderHeld.value]).toEqual([0, true]);
    holdOrder('focus', false);
    vi.advanceTimersByTime(1000);
    expect([renewals(), isOrderHeld.value]).toEqual([1, false]);
  });

  it('needs no clock while nobody follows it', () => {
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
