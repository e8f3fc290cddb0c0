import type { Alert } from '../../domain/alert.ts';
import type { Candle, CandleColumns } from '../../domain/candle.ts';
import { CANDLE_FIELDS } from '../../domain/candle.ts';
import type { Indicator } from '../../domain/indicators/definition.ts';
import { computeSeries, indicators } from '../../domain/indicators/index.ts';
import type { IndicatorMetrics, SignalStatistics } from '../../protocol/market-state.ts';

/**
 * Every indicator at its defaults over a series, the open candle included: the current value of
 * each output against the series' own past. Outputs that are not warm yet are left out.
 */
export function indicatorMetrics(
  closed: CandleColumns,
  forming: Candle | null,
): readonly IndicatorMetrics[] {
  const columns = forming ? withForming(closed, forming) : closed;
  return Object.values<Indicator>(indicators).flatMap((indicator) => {
    const { name, shortTitle, parameters, signs = [] } = indicator;
    // The mean of a direction or a pattern says nothing.
    const outputs = indicator.outputs.filter((output) => !signs.includes(output));
    const params = Object.values(parameters).map((parameter) => parameter.default);
    const list = params.length > 0 ? `(${params.join(', ')})` : '';
    if (outputs.length === 0) return [];
    const values = computeSeries(name, {}, columns);
    return outputs.flatMap((output) => {
      const label = `${shortTitle}${list}${output === 'value' ? '' : ` ${output}`}`;
      const metrics = summarize(label, values[output] ?? new Float64Array());
      return metrics ? [metrics] : [];
    });
  });
}

/** What the alerts created since `since` amount to. */
export function signalStatistics(alerts: readonly Alert[], since: number): SignalStatistics {
  const today = alerts.filter(({ createdAt }) => createdAt >= since);
  const buy = today.filter(({ signalType }) => signalType === 'BUY').length;
  const strengths = today.reduce((sum, { strength }) => sum + strength, 0);
  return {
    total: today.length,
    buy,
    sell: today.length - buy,
    meanStrength: today.length > 0 ? strengths / today.length : null,
  };
}

function summarize(label: string, column: Float64Array): IndicatorMetrics | undefined {
  const value = column.at(-1);
  if (value === undefined || Number.isNaN(value)) return undefined;
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  let count = 0;
  for (const past of column) {
    if (Number.isNaN(past)) continue;
    min = Math.min(min, past);
    max = Math.max(max, past);
    sum += past;
    count++;
  }
  const before = column.at(-2);
  const change = before === undefined || Number.isNaN(before) ? 0 : value - before;
  return { label, value, change, min, max, mean: sum / count };
}

function withForming(closed: CandleColumns, forming: Candle): CandleColumns {
  const extended = CANDLE_FIELDS.map((field) => {
    const column = new Float64Array(closed[field].length + 1);
    column.set(closed[field]);
    column[closed[field].length] = forming[field];
    return [field, column] as const;
  });
  return Object.fromEntries(extended) as Record<keyof Candle, Float64Array>;
}
