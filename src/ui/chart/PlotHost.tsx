import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatNumber, tickDecimals } from '../format/price.ts';
import { Icon } from '../shell/Icon.tsx';
import { marksByOwner, marksOn } from '../state/chart-marks.ts';
import { timeZone } from '../state/preferences.ts';
import type { Selection } from '../state/selection.ts';
import { candlesRevision, loadedSeries, seriesKey, seriesReports } from '../state/series.ts';
import { tickSizeOf } from '../state/symbols.ts';
import { text } from '../text/text.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartSummary } from './ChartSummary.tsx';
import type { CandlePlot } from './candle-plot.ts';

interface Props {
  readonly selected: Selection;
  /** Starts with all candles in view instead of the newest. */
  readonly isOverview?: boolean;
}

/** Where the plot is drawn, with its legend over it. The plot's code is fetched when first needed. */
export function PlotHost({ selected, isOverview = false }: Props) {
  const words = text().chart;
  const host = useRef<HTMLDivElement>(null);
  const plot = useSignal<CandlePlot | null>(null);
  const failure = useSignal('');
  const pointed = useSignal<number | null>(null);
  const isFollowing = useSignal(true);
  const series = loadedSeries.value;
  void candlesRevision.value;
  const isLoaded =
    series?.symbol === selected.symbol &&
    series.interval === selected.interval &&
    series.openTime.length > 0;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let isGone = false;
    const make = async () => {
      const { createCandlePlot } = await import('./candle-plot.ts');
      if (isGone) return;
      plot.value = createCandlePlot(element, {
        formatPrice: (price) => formatNumber(price, decimalsOfLoaded()),
        timeZone: () => timeZone.value,
        onPoint: (index) => (pointed.value = index),
        onFollow: (follows) => (isFollowing.value = follows),
        isOverview,
      });
    };
    make().catch((error: unknown) => (failure.value = String(error)));
    return () => {
      isGone = true;
      plot.peek()?.destroy();
      plot.value = null;
    };
  }, [plot, failure, pointed, isFollowing, isOverview]);

  useShownSeries(plot.value);
  useMarks(plot.value, selected);
  useRestyling(plot.value);

  return (
    <div class="plot">
      <div class="plot-canvas" ref={host} aria-hidden="true" data-loaded={isLoaded} />
      {isLoaded ? <ChartLegend series={series} pointed={pointed} /> : null}
      {isLoaded ? <ChartSummary series={series} /> : null}
      {isLoaded || failure.value ? null : <WhyEmpty selected={selected} />}
      {failure.value ? (
        <p class="plot-message" role="alert">
          {words.failed} {failure.value}
        </p>
      ) : null}
      <div class="plot-zoom">
        <button type="button" aria-label={words.zoomOut} onClick={() => plot.value?.zoom(1.4)}>
          −
        </button>
        <button type="button" aria-label={words.zoomIn} onClick={() => plot.value?.zoom(1 / 1.4)}>
          +
        </button>
        {isFollowing.value ? null : (
          <button
            type="button"
            class="plot-fit"
            aria-label={words.fit}
            title={words.fit}
            onClick={() => plot.value?.fit()}
          >
            <Icon name="toEnd" size={12} />
          </button>
        )}
      </div>
    </div>
  );
}

/** No candles yet: the engine says why. */
function WhyEmpty({ selected }: { selected: Selection }) {
  const report = seriesReports.value.get(seriesKey(selected.symbol, selected.interval));
  return <p class="plot-message">{report?.reason || text().chart.loading}</p>;
}

function decimalsOfLoaded(): number {
  const symbol = loadedSeries.peek()?.symbol;
  return tickDecimals(symbol === undefined ? null : tickSizeOf(symbol)) ?? 2;
}

/** Hands the plot every change to the loaded candles. */
function useShownSeries(plot: CandlePlot | null): void {
  const series = loadedSeries.value;
  const revision = candlesRevision.value;
  useEffect(() => {
    if (plot && series && series.openTime.length > 0) plot.show(series);
  }, [plot, series, revision]);
}

/** Marks what is to be marked on the series that is shown. */
function useMarks(plot: CandlePlot | null, { symbol, interval }: Selection): void {
  const marks = marksByOwner.value;
  useEffect(() => plot?.mark(marksOn(marks, symbol, interval)), [plot, marks, symbol, interval]);
}

/** A canvas does not follow the style sheet: it is drawn again when the theme changes. */
function useRestyling(plot: CandlePlot | null): void {
  const zone = timeZone.value;
  useEffect(() => {
    if (!plot) return;
    plot.restyle();
    const scheme = matchMedia('(prefers-color-scheme: light)');
    const restyle = () => plot.restyle();
    scheme.addEventListener('change', restyle);
    return () => scheme.removeEventListener('change', restyle);
  }, [plot, zone]);
}
