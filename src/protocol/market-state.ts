import type { Candle } from '../domain/candle.ts';
import type { Interval } from '../domain/interval.ts';
import type { DecimalText } from '../domain/market.ts';
import type { Tally } from '../domain/rules/signal-tally.ts';

/** What is known of a symbol now. Prices as the exchange wrote them; null until first heard. */
export interface Quote {
  readonly symbol: string;
  readonly lastPrice: DecimalText | null;
  readonly bidPrice: DecimalText | null;
  readonly askPrice: DecimalText | null;
  /** Last 24 hours, in the base asset. */
  readonly volume: DecimalText | null;
  /** Last 24 hours, in the quote asset. */
  readonly quoteVolume: DecimalText | null;
  /** Last 24 hours, percent. */
  readonly changePercent: DecimalText | null;
  /** Exchange's clock, epoch milliseconds; 0 until first heard. */
  readonly eventTime: number;
  /** Our clock, epoch milliseconds; 0 until first heard. */
  readonly receivedAt: number;
  /** Quiet for much longer than this symbol's own pace. */
  readonly isStale: boolean;
}

/**
 * - `loading`: history is being fetched
 * - `live`: consecutive and current
 * - `gap`: candles are missing and being fetched; nothing is judged meanwhile
 * - `stale`: the connection is down
 * - `halted`: the exchange does not trade the symbol now
 * - `hole`: consecutive but for candles that the exchange itself does not have
 */
export const SERIES_STATES = ['loading', 'live', 'gap', 'stale', 'halted', 'hole'] as const;
export type SeriesState = (typeof SERIES_STATES)[number];

/** Candles that a series does not have. Open times, epoch milliseconds, both included. */
export interface MissingCandles {
  readonly from: number;
  readonly to: number;
  /** `gap`: being fetched; `hole`: the exchange has none either; `halted`: it did not trade. */
  readonly cause: 'gap' | 'hole' | 'halted';
}

export interface SeriesReport {
  readonly symbol: string;
  readonly interval: Interval;
  readonly state: SeriesState;
  readonly candles: number;
  /** Why it is not live, in words; empty when it is. */
  readonly reason: string;
  /** Within the candles that are kept, and after them as far as is known; oldest first. */
  readonly missing: readonly MissingCandles[];
}

/** How far the history is fetched. */
export interface BackfillReport {
  readonly series: number;
  /** Consecutive and current, or as good as the exchange has it. */
  readonly ready: number;
  readonly waiting: number;
  readonly failing: number;
  /** By the user; what is not ready stays so until it is resumed. */
  readonly isStopped: boolean;
}

/** The closes that a row of the watchlist draws. */
export interface Sparkline {
  readonly symbol: string;
  /** Oldest first, an hour apart, the last 24 of them. */
  readonly closes: readonly number[];
}

/** One candle of a series on screen. */
export interface SeriesCandle {
  readonly symbol: string;
  readonly interval: Interval;
  readonly candle: Candle;
  readonly isClosed: boolean;
}

/** An indicator's current value against its recent past (all in the indicator's own unit). */
export interface IndicatorMetrics {
  /** A name of the registry in `domain/indicators/index.ts`. */
  readonly indicator: string;
  readonly params: Readonly<Record<string, number>>;
  /** Which of its outputs. */
  readonly output: string;
  readonly value: number;
  /** Against the candle before. */
  readonly change: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
}

/** Signals since local midnight. */
export interface SignalStatistics {
  readonly total: number;
  readonly buy: number;
  readonly sell: number;
  /** 0 to 1; null when there are none. */
  readonly meanStrength: number | null;
}

export interface SeriesMetrics {
  readonly symbol: string;
  readonly interval: Interval;
  readonly indicators: readonly IndicatorMetrics[];
  readonly signalsToday: SignalStatistics;
}

/** Where a series is going; `engine/signals/series-trend.ts` has the definition. */
export type Trend = 'up' | 'down' | 'flat';

/** What all active rules together say about a series; `domain/rules/consensus.ts` has the formula. */
export interface ConsensusReport {
  readonly symbol: string;
  readonly interval: Interval;
  /** Rules whose last signal still counts, by what they say. */
  readonly buy: number;
  readonly sell: number;
  /** −1 (all say SELL, as strongly as can be) to 1 (all say BUY). */
  readonly value: number;
  /** The same value at past closes, oldest first, at most 60 of them. */
  readonly history: readonly number[];
  /** By the last closed candle; null while there are too few of them. */
  readonly trend: Trend | null;
  /** Of all signals since the engine started. */
  readonly bySide: Tally;
  readonly byIndicator: Readonly<Record<string, Tally>>;
}
