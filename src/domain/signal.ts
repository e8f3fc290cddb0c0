import type { Interval } from './interval.ts';

export type Side = 'BUY' | 'SELL';

/** What a rule said about one closed candle. Facts only: no clock, no identity of a user. */
export interface TradingSignal {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly side: Side;
  readonly symbol: string;
  readonly interval: Interval;
  readonly candleOpenTime: number;
  /** Close of that candle, in the quote asset. */
  readonly price: number;
  /** 0 to 1; the formula stands with the operator that made it. */
  readonly strength: number;
  /** The inputs in words: `RSI(14) on 1h = 31.2, was 29.4; threshold 30`. */
  readonly explanation: string;
}
