import { CANDLE_FIELDS } from '../candle.ts';
import type { CandleField } from '../candle.ts';
import { describeFault, fault } from '../result.ts';
import { bollinger } from './bollinger.ts';
import { outputOf } from './definition.ts';
import type { Indicator } from './definition.ts';
import { ema } from './ema.ts';
import { macd } from './macd.ts';
import { parseParams } from './parse-params.ts';
import { rsi } from './rsi.ts';
import { sma } from './sma.ts';

/** Every indicator by its name. One that is added here can be used in rules, charts and settings. */
export const indicators = { sma, ema, rsi, macd, bollinger } as const;

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

/** Candles as columns of equal length, oldest first: typed arrays or plain ones. */
export type SeriesColumns = Readonly<Record<CandleField, ArrayLike<number>>>;

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
  const columns = indicator.outputs.map((output) => [output, new Float64Array(length)] as const);
  let state = indicator.start(parsed.value);
  for (let index = 0; index < length; index += 1) {
    state = indicator.step(state, {
      openTime: candles.openTime[index] ?? Number.NaN,
      open: candles.open[index] ?? Number.NaN,
      high: candles.high[index] ?? Number.NaN,
      low: candles.low[index] ?? Number.NaN,
      close: candles.close[index] ?? Number.NaN,
      volume: candles.volume[index] ?? Number.NaN,
    });
    for (const [output, column] of columns) column[index] = outputOf(state, output);
  }
  return Object.fromEntries(columns);
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
