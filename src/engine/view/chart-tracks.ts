/**
 * The indicators of one chart. The past is folded in once, each closed candle once; the open candle
 * is previewed by one step that is thrown away.
 */
import { candleAt } from '../../domain/candle.ts';
import type { Candle, CandleColumns } from '../../domain/candle.ts';
import { outputOf } from '../../domain/indicators/definition.ts';
import type { Indicator } from '../../domain/indicators/definition.ts';
import { findIndicator, INDICATOR_NAMES } from '../../domain/indicators/index.ts';
import { parseParams } from '../../domain/indicators/parse-params.ts';
import { accept, fault } from '../../domain/result.ts';
import type { Fault, Result } from '../../domain/result.ts';
import { MOST_CHART_INDICATORS } from '../../protocol/chart.ts';
import type { ChartIndicator, ChartLines, ChartPoint } from '../../protocol/chart.ts';

/** What a page wants to see, read and found right. */
export interface ChosenIndicator {
  readonly key: string;
  readonly indicator: Indicator;
  readonly params: Readonly<Record<string, number>>;
}

export interface ChartTracks {
  /** Over the candles that were there at the start; the arrays are the caller's. */
  readonly lines: readonly ChartLines[];
  close(candle: Candle): readonly ChartPoint[];
  preview(forming: Candle): readonly ChartPoint[];
}

/** What is wrong is named, and the rest is shown all the same: `chosen` is complete without it. */
export function chooseIndicators(wanted: readonly ChartIndicator[]): {
  readonly chosen: readonly ChosenIndicator[];
  readonly faults: readonly Fault[];
} {
  const results = wanted.map((one, index) => choose(one, `indicators[${index}]`));
  const chosen = results.flatMap((result) => (result.ok ? [result.value] : []));
  const faults = results.flatMap((result) => (result.ok ? [] : result.faults));
  if (chosen.length <= MOST_CHART_INDICATORS) return { chosen, faults };
  const tooMany = fault('indicators.length', chosen.length, `at most ${MOST_CHART_INDICATORS}`);
  return { chosen: chosen.slice(0, MOST_CHART_INDICATORS), faults: [...faults, tooMany] };
}

function choose({ key, indicator: name, params }: ChartIndicator, field: string) {
  const indicator = findIndicator(name);
  if (indicator === undefined) {
    const allowed = INDICATOR_NAMES.join(', ');
    return { ok: false, faults: [fault(`${field}.indicator`, name, allowed)] } as const;
  }
  const parsed = parseParams(indicator, params, `${field}.params`);
  const result: Result<ChosenIndicator> = parsed.ok
    ? accept({ key, indicator, params: parsed.value })
    : parsed;
  return result;
}

/** Follows the chosen indicators from these candles on. */
export function trackIndicators(
  chosen: readonly ChosenIndicator[],
  closed: CandleColumns,
): ChartTracks {
  const { length } = closed.openTime;
  const tracks = chosen.map(({ key, indicator, params }) => ({
    key,
    indicator,
    state: indicator.start(params),
    columns: indicator.outputs.map((output) => ({ output, values: new Float64Array(length) })),
  }));
  for (let index = 0; index < length; index++) {
    // A copy: states may keep the candle, and the columns move on.
    const candle = candleAt(closed, index);
    for (const track of tracks) {
      track.state = track.indicator.step(track.state, candle);
      for (const { output, values } of track.columns) values[index] = outputOf(track.state, output);
    }
  }
  const lines = tracks.map(({ key, columns }) => ({
    key,
    outputs: Object.fromEntries(columns.map(({ output, values }) => [output, values])),
  }));

  return {
    lines,
    close: (candle) =>
      tracks.map((track) => {
        track.state = track.indicator.step(track.state, candle);
        return pointOf(track, track.state);
      }),
    preview: (forming) =>
      tracks.map((track) => pointOf(track, track.indicator.step(track.state, forming))),
  };
}

function pointOf(
  { key, indicator }: { readonly key: string; readonly indicator: Indicator },
  state: object,
): ChartPoint {
  const values = indicator.outputs.map((output) => [output, outputOf(state, output)]);
  return { key, outputs: Object.fromEntries(values) };
}
