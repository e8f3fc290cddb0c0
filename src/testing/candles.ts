import type { Candle } from '../domain/candle.ts';

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Candles, an hour apart, that close at these prices and open at the close before. */
export function candlesClosingAt(closes: readonly number[], startTime = 0): Candle[] {
  return closes.map((close, index) => {
    const open = closes[index - 1] ?? close;
    const high = Math.max(open, close);
    const low = Math.min(open, close);
    return { openTime: startTime + index * 3_600_000, open, high, low, close, volume: 10 + index };
  });
}

export interface Walk {
  readonly count: number;
  readonly seed?: number;
  readonly start?: number;
  /** Largest move of one candle, as a share of the price. */
  readonly move?: number;
}

/** A market that wanders: the same for the same arguments. */
export function wanderingCandles({ count, seed = 1, start = 40_000, move = 0.02 }: Walk): Candle[] {
  const random = seededRandom(seed);
  let close = start;
  return candlesClosingAt(
    Array.from({ length: count }, () => (close *= 1 + (random() - 0.5) * 2 * move)),
  );
}

/** A wandering market with shadows, opens a little off the close before, and hours without trade. */
export function tradedCandles(walk: Walk): Candle[] {
  const random = seededRandom((walk.seed ?? 1) + 1000);
  const { move = 0.02 } = walk;
  return wanderingCandles(walk).map((candle) => {
    const shadow = () => 1 + random() ** 3 * move;
    const open = candle.open * (1 + (random() - 0.5) * move * 0.05);
    const high = Math.max(open, candle.close) * shadow();
    const low = Math.min(open, candle.close) / shadow();
    return { ...candle, open, high, low, volume: random() < 0.1 ? 0 : 1000 * random() };
  });
}
