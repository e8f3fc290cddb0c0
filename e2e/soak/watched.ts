import type { Interval } from '../exchange/intervals.ts';

/** What the soak test watches. */
export const SYMBOLS: readonly string[] = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT'];
export const INTERVALS: readonly Interval[] = ['1m', '5m'];
/** Whole minutes of both intervals begin here. */
export const START = Date.UTC(2026, 0, 5, 10, 20);
/** Faster than the defaults, for faults that last seconds. */
export const SETTINGS = {
  enableBrowser: true,
  heartbeatIntervalMs: 2_000,
  minReconnectDelayMs: 250,
  maxReconnectDelayMs: 2_000,
};
