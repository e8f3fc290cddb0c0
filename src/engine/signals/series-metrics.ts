/**
 * Every indicator at its defaults over the series on screen. The past is folded in once, each closed
 * candle once; the open candle is previewed by one step that is thrown away.
 */
import type { Candle, CandleColumns } from '../../domain/candle.ts';
import { candleAt } from '../../domain/candle.ts';
import { outputOf } from '../../domain/indicators/definition.ts';
import type { Indicator } from '../../domain/indicators/definition.ts';
import { indicators } from '../../domain/indicators/index.ts';
import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import { createRecentValues } from './recent-values.ts';
import type { RecentValues } from './recent-values.ts';

export interface SeriesMetricsTracker {
  close(candle: Candle): void;
  /** Outputs that are not warm yet are left out. */
  read(forming: Candle | null): readonly IndicatorMetrics[];
}

/** What is known of an output over the closed candles. */
interface Past {
  readonly output: string;
  readonly values: RecentValues;
}

interface Track {
  readonly indicator: Indicator;
  readonly params: Readonly<Record<string, number>>;
  readonly pasts: readonly Past[];
  state: object;
}

/** Follows a series from its closed candles on. `capacity`: candles that its figures look back on. */
export function trackSeriesMetrics(closed: CandleColumns, capacity: number): SeriesMetricsTracker {
  const tracks = Object.values<Indicator>(indicators).flatMap((indicator) =>
    createTrack(indicator, capacity),
  );

  const close = (candle: Candle): void => {
    for (const track of tracks) {
      track.state = track.indicator.step(track.state, candle);
      for (const { output, values } of track.pasts) values.add(outputOf(track.state, output));
    }
  };

  for (let index = 0; index < closed.openTime.length; index++) close(candleAt(closed, index));

  return {
    close,
    read: (forming) =>
      tracks.flatMap(({ indicator, params, state, pasts }) => {
        const preview = forming && indicator.step(state, forming);
        const { name } = indicator;
        return pasts.flatMap(({ output, values }) => {
          const found = summarize(values, preview && outputOf(preview, output));
          return found ? [{ indicator: name, params, output, ...found }] : [];
        });
      }),
  };
}

function createTrack(indicator: Indicator, capacity: number): readonly Track[] {
  const { parameters, outputs, signs = [] } = indicator;
  const params = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
  );
  // The mean of a direction or a pattern says nothing.
  const pasts = outputs
    .filter((output) => !signs.includes(output))
    .map((output) => ({ output, values: createRecentValues(capacity) }));
  return pasts.length > 0 ? [{ indicator, params, pasts, state: indicator.start(params) }] : [];
}

type Summary = Omit<IndicatorMetrics, 'indicator' | 'params' | 'output'>;

/** Null before warm-up. `preview`: value with the open candle; null where there is none. */
function summarize(values: RecentValues, preview: number | null): Summary | null {
  const { last, before, range } = values;
  const value = preview ?? last;
  const reference = preview === null ? before : last;
  if (Number.isNaN(value)) return null;
  const extra = preview === null ? 0 : 1;
  return {
    value,
    change: Number.isNaN(reference) ? 0 : value - reference,
    min: Math.min(range.min, value),
    max: Math.max(range.max, value),
    mean: (range.sum + extra * value) / (range.count + extra),
  };
}
