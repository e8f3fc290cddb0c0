import type { Candle } from '../candle.ts';

/**
 * The open candle of a longer interval, put together from the closed candles of a shorter one. It
 * depends on nothing else, so that it is the same live, on catch-up and in a replay; what the
 * exchange pushes about the longer candle meanwhile would differ from frame to frame.
 */
export interface FormingCandle {
  /** The candle before has closed: a new one opens now. */
  open(openTime: number, closeTime: number): void;
  add(part: Candle): void;
  /** With one more part, which is not added; undefined where the whole is not known. */
  with(part: Candle): Candle | undefined;
  /** Undefined where the whole is not known; null while it has no part yet. */
  readonly candle: Candle | null | undefined;
}

/** Not known: before the first `open`, when the first part is missing, and once it is overdue. */
export function createFormingCandle(): FormingCandle {
  let opensAt = Number.NaN;
  let closesAt = Number.NaN;
  let candle: Candle | null | undefined;

  const extended = (part: Candle): Candle | null | undefined => {
    const { openTime, high, low, close, volume } = part;
    if (openTime < opensAt) return candle;
    if (candle === undefined || openTime >= closesAt) return undefined;
    if (candle === null) return openTime === opensAt ? part : undefined;
    return {
      openTime: opensAt,
      open: candle.open,
      high: Math.max(candle.high, high),
      low: Math.min(candle.low, low),
      close,
      volume: candle.volume + volume,
    };
  };

  return {
    open(openTime, closeTime) {
      opensAt = openTime;
      closesAt = closeTime;
      candle = null;
    },
    add(part) {
      candle = extended(part);
    },
    with: (part) => extended(part) ?? undefined,
    get candle() {
      return candle;
    },
  };
}
