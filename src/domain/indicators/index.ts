import { CANDLE_FIELDS } from '../candle.ts';
import { describeFault, fault } from '../result.ts';
import { adx } from './adx.ts';
import { atr } from './atr.ts';
import { bollinger } from './bollinger.ts';
import { breakout } from './breakout.ts';
import { candlePatterns } from './candle-patterns.ts';
import { cci } from './cci.ts';
import { ColumnCandle } from './column-candle.ts';
import type { SeriesColumns } from './column-candle.ts';
import { outputOf } from './definition.ts';
import type { Indicator } from './definition.ts';
import { donchian } from './donchian.ts';
import { ema } from './ema.ts';
import { ichimoku } from './ichimoku.ts';
import { keltner } from './keltner.ts';
import { macd } from './macd.ts';
import { mfi } from './mfi.ts';
import { obv } from './obv.ts';
import { parseParams } from './parse-params.ts';
import { pivots } from './pivots.ts';
import { psar } from './psar.ts';
import { roc } from './roc.ts';
import { rsi } from './rsi.ts';
import { sma } from './sma.ts';
import { squeeze } from './squeeze.ts';
import { stochRsi } from './stoch-rsi.ts';
import { stochastic } from './stochastic.ts';
import { supertrend } from './supertrend.ts';
import { volumeProfile } from './volume-profile.ts';
import { vwap } from './vwap.ts';
import { WHOLE_SERIES } from './whole-series.ts';
import { williamsR } from './williams-r.ts';
import { wma } from './wma.ts';

export type { SeriesColumns };

/** Every indicator by its name. One that is added here can be used in rules, charts and settings. */
export const indicators = {
  sma,
  ema,
  wma,
  rsi,
  macd,
  bollinger,
  atr,
  stochastic,
  stochRsi,
  adx,
  cci,
  obv,
  mfi,
  vwap,
  williamsR,
  roc,
  supertrend,
  donchian,
  keltner,
  ichimoku,
  psar,
  squeeze,
  breakout,
  candlePatterns,
  pivots,
  volumeProfile,
} as const;

export type IndicatorName = keyof typeof indicators;

/** Output names of an indicator that is named in the code; any text for one that is not. */
export type OutputOf<Name extends string> = Name extends IndicatorName
  ? (typeof indicators)[Name]['outputs'][number]
  : string;

export const INDICATOR_NAMES: readonly string[] = Object.keys(indicators);

export function isIndicatorName(name: string): name is IndicatorName {
  return Object.hasOwn(indicators, name);
}

/** The indicator of that name, in the form that all share; undefined for an unknown name. */
export function findIndicator(name: string): Indicator | undefined {
  return isIndicatorName(name) ? indicators[name] : undefined;
}

/**
 * Computes an indicator over a whole series: for each output a column as long as the candles, NaN
 * before warm-up. A missing parameter takes its default.
 *
 * @throws RangeError that names the field and its bounds: unknown name, parameter out of bounds,
 * columns of different lengths.
 */
export function computeSeries<Name extends string>(
  name: Name,
  params: Readonly<Record<string, number>>,
  candles: SeriesColumns,
): Readonly<Record<OutputOf<Name>, Float64Array>>;
export function computeSeries(
  name: string,
  params: Readonly<Record<string, number>>,
  candles: SeriesColumns,
): Readonly<Record<string, Float64Array>> {
  const indicator = findIndicator(name);
  if (indicator === undefined) {
    throw new RangeError(describeFault(fault('name', name, INDICATOR_NAMES.join(', '))));
  }
  const parsed = parseParams(indicator, params, 'params');
  if (!parsed.ok) throw new RangeError(parsed.faults.map(describeFault).join('; '));

  const length = equalLength(candles);
  const whole = WHOLE_SERIES.get(name);
  if (whole !== undefined) return whole(candles, parsed.value);
  return foldSeries(indicator, parsed.value, candles, length);
}

/** As an indicator defines it, state by state. */
export function foldSeries(
  indicator: Indicator,
  params: Readonly<Record<string, number>>,
  candles: SeriesColumns,
  length = candles.openTime.length,
): Readonly<Record<string, Float64Array>> {
  const columns = indicator.outputs.map((output) => ({ output, values: new Float64Array(length) }));
  let state = indicator.start(params);
  for (let index = 0; index < length; index += 1) {
    state = indicator.step(state, new ColumnCandle(candles, index));
    for (const { output, values } of columns) values[index] = outputOf(state, output);
  }
  return Object.fromEntries(columns.map(({ output, values }) => [output, values]));
}

function equalLength(candles: SeriesColumns): number {
  const { length } = candles.openTime;
  for (const field of CANDLE_FIELDS) {
    if (candles[field].length === length) continue;
    const allowed = `${length}, as long as candles.openTime`;
    throw new RangeError(
      describeFault(fault(`candles.${field}.length`, candles[field].length, allowed)),
    );
  }
  return length;
}
