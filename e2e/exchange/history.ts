import type { Candle } from './candle.ts';
import { formatFixed, multiplyFixed, normalizeFixed, parseFixed } from './fixed.ts';
import type { Interval } from './intervals.ts';
import { nextOpenTime } from './intervals.ts';
import { hashAt, seedOf } from './random.ts';
import type { SymbolSpec } from './symbols.ts';

const MINUTE = 60_000;

/** Slow and fast swings that add up to the price: period in minutes, and size as a share. */
const SWINGS: readonly (readonly [periodMinutes: number, share: number])[] = [
  [0.25, 0.0002],
  [2, 0.0006],
  [15, 0.0015],
  [120, 0.004],
  [900, 0.01],
  [7_200, 0.03],
  [60_000, 0.1],
  [400_000, 0.35],
];

/** Share of the candle at which its price is looked at for the high and the low. */
const LOOKS = [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875];

/** A past that can be asked for at any moment, and is the same each time. */
export interface History {
  /** First moment with candles, ms. */
  readonly listedAt: number;
  /** Moment after which no candle opens; `Infinity` for a symbol that trades. */
  readonly haltedAt: number;
  /** The price at a moment: the same for every interval, so that candles agree at their ends. */
  priceAt(time: number): string;
  /** The candle that opens at `openTime`, as it stands at `until`; once it is over it never changes. */
  candle(interval: Interval, openTime: number, until: number): Candle;
}

function swing(seed: number, position: number): number {
  const before = Math.floor(position);
  const share = position - before;
  const smooth = share * share * (3 - 2 * share);
  const from = hashAt(seed, before);
  return (from + (hashAt(seed, before + 1) - from) * smooth) * 2 - 1;
}

/** The generated history of a symbol: it wanders gently around the symbol's typical price. */
export function createHistory(spec: SymbolSpec, seed: number): History {
  const name = `${seed}/${spec.symbol}`;
  const volumeSeed = seedOf(`${name}/volume`);
  const tick = parseFixed(spec.tickSize, 'tickSize');
  const haltedAt = spec.haltedAt ?? Infinity;
  const swings = SWINGS.map(([period, share]) => ({
    seed: seedOf(`${name}/${period}`),
    periodMs: period * MINUTE,
    share,
  }));

  const priceAt = (time: number): string => {
    const moment = Math.min(time, haltedAt);
    let exponent = 0;
    for (const each of swings) exponent += each.share * swing(each.seed, moment / each.periodMs);
    const price = spec.typicalPrice * Math.exp(exponent);
    const ticks = Math.max(1, Math.round(price / Number(spec.tickSize)));
    return formatFixed(BigInt(ticks) * tick);
  };

  return {
    listedAt: spec.listedAt,
    haltedAt,
    priceAt,
    candle(interval, openTime, until) {
      const end = nextOpenTime(interval, openTime);
      const now = Math.min(Math.max(until, openTime), end);
      const open = priceAt(openTime);
      const close = priceAt(now);
      const prices = [open, close];
      for (const share of LOOKS) {
        const time = Math.floor(openTime + (end - openTime) * share);
        if (time < now) prices.push(priceAt(time));
      }
      prices.sort((left, right) => Number(left) - Number(right));

      const busy = 0.4 + 1.2 * hashAt(volumeSeed, Math.floor(openTime / 1000));
      const minutes = (now - openTime) / MINUTE;
      const volume = normalizeFixed((spec.minuteVolume * busy * minutes).toFixed(3), 'volume');
      const base = parseFixed(volume, 'volume');
      const quote = multiplyFixed(base, parseFixed(close, 'close'));
      return {
        openTime,
        open,
        high: prices.at(-1) ?? open,
        low: prices[0] ?? open,
        close,
        volume,
        quoteVolume: formatFixed(quote),
        trades: Math.ceil(minutes * 40 * busy),
        takerVolume: formatFixed(base / 2n),
        takerQuoteVolume: formatFixed(quote / 2n),
        firstTradeId: -1,
        lastTradeId: -1,
      };
    },
  };
}
