import { computed, effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { shiftOpenTime } from '../../domain/interval.ts';
import type { MissingCandles } from '../../protocol/market-state.ts';
import { send } from '../engine-client.ts';
import { marksByOwner, marksOn } from '../state/chart-marks.ts';
import { linesRevision } from '../state/chart-lines.ts';
import { now } from '../state/clock.ts';
import { engineStarts } from '../state/engine.ts';
import { quoteCells } from '../state/quotes.ts';
import { selection } from '../state/selection.ts';
import { candlesRevision, seriesKey, seriesReports } from '../state/series.ts';
import type { LoadedLines, LoadedSeries } from '../state/series.ts';
import { alertMarks, chartSeries, options, shownIndicators } from './chart-model.ts';
import { formatCountdown } from './countdown.ts';
import { contentOf } from './indicators/pane-contents.ts';
import type { ShownPane } from './indicators/pane-contents.ts';
import { heardSeries } from './older-candles.ts';
import type { CandlePlot } from './plot/candle-plot.ts';

/** The panes that are on the page, and where. */
export interface PanePlaces {
  readonly panes: ReadonlySignal<readonly ShownPane[]>;
  readonly hostOf: (pane: string) => HTMLElement | undefined;
}

/** Hands the plot what it shows, and every change of it. Returns the end of it. */
export function feedPlot(plot: CandlePlot, places: PanePlaces): () => void {
  const stops = [
    effect(() => showIndicators()),
    effect(() => plot.setLog(options.value.isLog)),
    effect(() => plot.mark(allMarks())),
    effect(() => plot.setGaps(gaps.value)),
    effect(() => plot.setLastPrice(lastPrice())),
    effect(() => plot.setCountdown(countdown())),
    showSeries(plot, places),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Contents are made anew when panes or lines were, and only then. */
function showSeries(plot: CandlePlot, { panes, hostOf }: PanePlaces): () => void {
  let shown: LoadedSeries | null = null;
  let lines: readonly LoadedLines[] | null = null;
  let filled: readonly ShownPane[] | null = null;
  return effect(() => {
    void candlesRevision.value;
    void linesRevision.value;
    const wanted = panes.value;
    const series = chartSeries.value;
    if (!series) return;
    if (series !== shown || series.lines !== lines || wanted !== filled) {
      const placed = wanted.flatMap((pane) => {
        const host = hostOf(pane.key);
        return host ? [{ host, content: contentOf(pane, series) }] : [];
      });
      plot.setPanes(placed);
    }
    if (series === shown) plot.update();
    else {
      heardSeries(series);
      plot.show(series);
    }
    shown = series;
    filled = wanted;
    ({ lines } = series);
  });
}

/** The same list as long as the engine says nothing else of the series. */
const gaps = computed(() => {
  const selected = selection.value;
  const report = selected && seriesReports.value.get(seriesKey(selected.symbol, selected.interval));
  return report?.missing ?? NO_GAPS;
});

const NO_GAPS: readonly MissingCandles[] = [];

/** The engine forgets the page's wishes when it starts anew. */
function showIndicators(): void {
  if (engineStarts.value === 0) return;
  const indicators = shownIndicators.value.map(({ key, indicator, params }) => ({
    key,
    indicator: indicator.name,
    params,
  }));
  send({ type: 'showIndicators', indicators });
}

function allMarks() {
  const selected = selection.value;
  if (!selected) return [];
  const set = marksOn(marksByOwner.value, selected.symbol, selected.interval);
  return [...alertMarks.value, ...set];
}

function lastPrice(): number | null {
  const selected = selection.value;
  const price = selected && quoteCells(selected.symbol).quote.value?.lastPrice;
  return price ? Number(price) : null;
}

/** On the exchange's clock, as far as the newest quote tells how it differs from ours. */
function countdown(): string {
  const series = chartSeries.value;
  const openTime = series?.openTime.at(-1);
  if (!series || openTime === undefined) return '';
  const quote = quoteCells(series.symbol).quote.peek();
  const ahead = quote && quote.receivedAt > 0 ? quote.eventTime - quote.receivedAt : 0;
  const closesAt = shiftOpenTime(series.interval, openTime, 1);
  return formatCountdown(closesAt - (now.value + ahead));
}
