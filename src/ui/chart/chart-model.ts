/** What the page's own chart shows, from the states that it depends on. */
import { computed, signal } from '@preact/signals';
import type { Side } from '../../domain/signal.ts';
import { alerts } from '../state/alerts.ts';
import { changeOptions, DEFAULT_OPTIONS, optionsOf } from '../state/chart-options.ts';
import type { ChartOptions, ChosenIndicator } from '../state/chart-options.ts';
import { candlesRevision, loadedSeries } from '../state/series.ts';
import { selection } from '../state/selection.ts';
import { panesOf } from './indicators/pane-contents.ts';
import { readIndicators } from './indicators/shown-indicators.ts';
import type { CandlePlot } from './plot/candle-plot.ts';

/** The plot, as long as it is on the page. */
export const mainPlot = signal<CandlePlot | null>(null);

export const options = computed(() =>
  selection.value ? optionsOf(selection.value.symbol) : DEFAULT_OPTIONS,
);

/** Apart from the other options: what they are does not make other indicators of these. */
const chosenIndicators = computed(() => options.value.indicators);

export const shownIndicators = computed(() => readIndicators(chosenIndicators.value));

export const shownPanes = computed(() => panesOf(shownIndicators.value));

/** The candles of the selected series; null until there are some. */
export const chartSeries = computed(() => {
  const selected = selection.value;
  const series = loadedSeries.value;
  void candlesRevision.value;
  const isSelected = series?.symbol === selected?.symbol && series?.interval === selected?.interval;
  return isSelected && series && series.openTime.length > 0 ? series : null;
});

/** The alerts of the selected series. */
export const alertMarks = computed(() => {
  const selected = selection.value;
  return alerts.value
    .filter(({ symbol, interval }) => symbol === selected?.symbol && interval === selected.interval)
    .map(({ id, signalType, candleOpenTime }): AlertMark => {
      return { alertId: id, side: signalType, openTime: candleOpenTime };
    });
});

interface AlertMark {
  readonly alertId: string;
  readonly side: Side;
  readonly openTime: number;
}

export function changeShown(change: Partial<ChartOptions>): void {
  if (selection.peek()) changeOptions(selection.peek()?.symbol ?? '', change);
}

/** Puts one indicator in the place of another; without a key, after all others. */
export function putIndicator(key: string | null, chosen: ChosenIndicator): void {
  const all = shownIndicators.peek();
  const others = all.map((one) =>
    one.key === key ? chosen : { indicator: one.indicator.name, params: one.params },
  );
  changeShown({ indicators: key === null ? [...others, chosen] : others });
}

export function removeIndicator(key: string): void {
  const left = shownIndicators.peek().filter((one) => one.key !== key);
  changeShown({
    indicators: left.map(({ indicator, params }) => ({ indicator: indicator.name, params })),
  });
}
