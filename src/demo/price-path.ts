import { hash, keyOf } from './hash.ts';
import { createKnotted, createNoise } from './noise.ts';
import type { DemoPair } from './pairs.ts';

/**
 * The course of one pair, minute by minute. A pure function of seed, pair and minute: any moment
 * can be asked about in any order, and every tab and every reload sees the same market.
 */
export interface PricePath {
  /** `minute` counts from the epoch. */
  minuteBar(minute: number): MinuteBar;
}

/** Prices are natural logarithms: sums of curves stay above zero, and moves are relative. */
export interface MinuteBar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  /** In the base asset. */
  readonly volume: number;
}

/**
 * The log price is a sum of octaves of noise from a minute to a season. Like a random walk's, an
 * octave's height grows with the square root of its period. On top lies a swing of a quarter of an
 * hour, of another period and phase for each pair, so that signals on 1m come often enough to be
 * seen by somebody who looks for a minute.
 */
const FAST_PERIODS = [1, 2, 4, 8, 16, 32, 64, 128] as const;
const SLOW_PERIODS = [256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072] as const;
const SHORTEST_SWING = 11;
const SWING_SPREAD = 4;
const SWING_HEIGHT = 3.2;
/** How far the pairs' slow movements are one movement of the whole market. */
const COMMON_SHARE = 0.75;
const CALM_PERIOD = 190;
const CALM_DEPTH = 0.75;
const WICK = 0.7;
/** Slow curves are computed this often. */
const KNOT_MINUTES = 15;
const MINUTES_PER_DAY = 1440;

export function createPricePath(pair: DemoPair, seed: number): PricePath {
  const key = keyOf(seed, pair.symbol);
  const market = keyOf(seed, 'market');
  const { volatility } = pair;
  const fast = createNoise(
    FAST_PERIODS.map((period) => ({
      key: key + period,
      period,
      height: volatility * Math.sqrt(period),
    })),
  );
  const slow = createNoise(
    SLOW_PERIODS.map((period) => ({
      key: key + period,
      period,
      height: volatility * Math.sqrt(period),
      common: { key: market + period, share: COMMON_SHARE },
    })),
  );
  const pace = 1 / (SHORTEST_SWING + SWING_SPREAD * hash(key, 6));
  const phase = hash(key, 7);
  const swingHeight = SWING_HEIGHT * volatility;
  const calm = createNoise([
    { key: key - 1, period: CALM_PERIOD, height: CALM_DEPTH },
    { key: market - 1, period: CALM_PERIOD * 7, height: CALM_DEPTH / 2 },
  ]);
  const centre = Math.log(pair.price);
  const meanVolume = pair.dailyTurnover / pair.price / MINUTES_PER_DAY;

  const trendAt = createKnotted((minute) => centre + slow(minute), KNOT_MINUTES);
  /** Quiet hours and bursts: between a third and three times the usual movement. */
  const activityAt = createKnotted((minute) => Math.exp(calm(minute)), KNOT_MINUTES);
  const logPriceAt = (minute: number, activity: number): number => {
    const swing = swingHeight * wave(pace * minute + phase);
    return trendAt(minute) + activity * (fast(minute) + swing);
  };

  let last = { minute: Number.NaN, activity: 0, close: 0 };
  return {
    minuteBar(minute) {
      const isNext = minute === last.minute + 1;
      const activity = isNext ? last.activity : activityAt(minute);
      const open = isNext ? last.close : logPriceAt(minute, activity);
      const nextActivity = activityAt(minute + 1);
      const close = logPriceAt(minute + 1, nextActivity);
      last = { minute, activity: nextActivity, close };
      const reach = WICK * volatility * activity;
      const high = Math.max(open, close) + reach * hash(key, minute, 3) ** 2;
      const low = Math.min(open, close) - reach * hash(key, minute, 4) ** 2;
      const stir = 0.4 + (high - low) / (2 * volatility);
      const volume = meanVolume * stir * (0.3 + 1.4 * hash(key, minute, 5) ** 2);
      return { open, high, low, close, volume };
    },
  };
}

/** Between -1 and 1, once up and down per `cycle`: two parabolas, a fifth of a sine's cost. */
function wave(cycle: number): number {
  const part = 2 * (cycle - Math.floor(cycle)) - 1;
  return 4 * part * (1 - Math.abs(part));
}
