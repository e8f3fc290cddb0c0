/** 5,000 candles, the same for both charts, and the last one as it changes. */
export const CANDLES = 5_000;
export const IN_VIEW = 200;
export const WIDTH = 1_000;
export const HEIGHT = 500;
export const MINUTE_MS = 60_000;

export interface ChartCandle {
  readonly openTime: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

export function chartCandles(): readonly ChartCandle[] {
  const start = Date.UTC(2026, 0, 5);
  return Array.from({ length: CANDLES }, (_, index) => {
    const open = priceAt(index);
    const close = priceAt(index + 1);
    const high = Math.max(open, close) + 6;
    const low = Math.min(open, close) - 6;
    return { openTime: start + index * MINUTE_MS, open, high, low, close };
  });
}

/** It moves within what the candle already spans, as most trades do. */
export function nextClose({ open, close }: ChartCandle, turn: number): number {
  return (open + close) / 2 + 5 * Math.sin(turn / 7);
}

function priceAt(index: number): number {
  return (
    30_000 + 400 * Math.sin(index / 90) + 60 * Math.sin(index / 7) + 15 * Math.sin(index * 1.7)
  );
}
