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

export interface SeriesMetricsTracker {
  close(candle: Candle): void;
  /** Outputs that are not warm yet are left out. */
  read(forming: Candle | null): readonly IndicatorMetrics[];
}

/** What is known of an output over the closed candles. */
interface Past {
  readonly output: string;
  readonly label: string;
  /** Of the last closed candle and of the one before; NaN before warm-up. */
  last: number;
  before: number;
  min: number;
  max: number;
  sum: number;
  count: number;
}

interface Track {
  readonly indicator: Indicator;
  readonly pasts: readonly Past[];
  state: object;
}

/** Follows a series from its closed candles on. */
export function trackSeriesMetrics(closed: CandleColumns): SeriesMetricsTracker {
  const tracks = Object.values<Indicator>(indicators).flatMap(createTrack);

  const close = (candle: Candle): void => {
    for (const track of tracks) {
      track.state = track.indicator.step(track.state, candle);
      for (const past of track.pasts) remember(past, outputOf(track.state, past.output));
    }
  };

  for (let index = 0; index < closed.openTime.length; index++) close(candleAt(closed, index));

  return {
    close,
    read: (forming) =>
      tracks.flatMap(({ indicator, state, pasts }) => {
        const preview = forming && indicator.step(state, forming);
        return pasts.flatMap((past) => summarize(past, preview && outputOf(preview, past.output)));
      }),
  };
}

function createTrack(indicator: Indicator): readonly Track[] {
  const { shortTitle, parameters, outputs, signs = [] } = indicator;
  const params = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
  );
  const list = Object.values(params).join(', ');
  const title = list === '' ? shortTitle : `${shortTitle}(${list})`;
  // The mean of a direction or a pattern says nothing.
  const pasts = outputs
    .filter((output) => !signs.includes(output))
    .map((output): Past => {
      const label = output === 'value' ? title : `${title} ${output}`;
      const unknown = { last: Number.NaN, before: Number.NaN };
      return { output, label, ...unknown, min: Infinity, max: -Infinity, sum: 0, count: 0 };
    });
  return pasts.length > 0 ? [{ indicator, pasts, state: indicator.start(params) }] : [];
}

function remember(past: Past, value: number): void {
  past.before = past.last;
  past.last = value;
  if (Number.isNaN(value)) return;
  past.min = Math.min(past.min, value);
  past.max = Math.max(past.max, value);
  past.sum += value;
  past.count++;
}

/** `preview`: value with the open candle; null where there is none. */
function summarize(past: Past, preview: number | null): readonly IndicatorMetrics[] {
  const { label, last, before, sum, count } = past;
  const value = preview ?? last;
  const reference = preview === null ? before : last;
  if (Number.isNaN(value)) return [];
  const extra = preview === null ? 0 : 1;
  return [
    {
      label,
      value,
      change: Number.isNaN(reference) ? 0 : value - reference,
      min: Math.min(past.min, value),
      max: Math.max(past.max, value),
      mean: (sum + extra * value) / (count + extra),
    },
  ];
}
