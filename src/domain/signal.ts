import type { Interval } from './interval.ts';

export type Side = 'BUY' | 'SELL';

/** Ways of telling that a rule wants or does not want; what is absent is as in the settings. */
export interface DeliveryChoice {
  readonly toast?: boolean;
  readonly sound?: boolean;
  readonly notification?: boolean;
}

/** What a rule said about one candle. Facts only: no clock, no identity of a user. */
export interface TradingSignal {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly side: Side;
  readonly symbol: string;
  readonly interval: Interval;
  readonly candleOpenTime: number;
  /** Close of that candle, or its last price while it forms, in the quote asset. */
  readonly price: number;
  /** 0 to 1; the formula stands with the operator that made it. */
  readonly strength: number;
  /** The inputs in words: `RSI(14) on 1h = 31.2, was 29.4; threshold 30`. */
  readonly explanation: string;
  /** True in the rule's quiet hours: to be stored and shown, without sound or notification. */
  readonly isQuiet?: boolean;
  readonly delivery?: DeliveryChoice;
  /** What the user wrote to be told with it. */
  readonly note?: string;
}
