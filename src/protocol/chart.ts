import type { CandleColumns } from '../domain/candle.ts';

/** No more of the past is fetched for a chart. */
export const MOST_CHART_CANDLES = 20_000;

/** More at once would make every candle's post a burden. */
export const MOST_CHART_INDICATORS = 20;

/** An indicator that the chart is to show. */
export interface ChartIndicator {
  /** Chosen by the page; unique on its chart. */
  readonly key: string;
  /** A name of the registry in `domain/indicators/index.ts`. */
  readonly indicator: string;
  readonly params: Readonly<Record<string, number>>;
}

/** Its outputs over all candles of the chart, index by index; NaN where it is not warm. */
export interface ChartLines {
  readonly key: string;
  readonly outputs: Readonly<Record<string, Float64Array>>;
}

/** Its outputs at one candle. */
export interface ChartPoint {
  readonly key: string;
  readonly outputs: Readonly<Record<string, number>>;
}

/** Candles that were asked for by a page; the arrays are transferred. */
export interface CandlesAnswer {
  readonly columns: CandleColumns;
  /** Why there are none, in words; empty where that is no fault. */
  readonly reason: string;
}
