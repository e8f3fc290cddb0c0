import { useEffect, useRef } from 'preact/hooks';
import { marksByOwner, marksOn } from '../state/chart-marks.ts';
import type { Selection } from '../state/selection.ts';
import { candlesRevision, loadedSeries, seriesKey, seriesReports } from '../state/series.ts';
import { partText, text } from '../text/text.ts';
import { ChartSummary } from './ChartSummary.tsx';
import { plotFormats } from './formats.ts';
import { usePlot } from './use-plot.ts';
import './plot.css';

/** The candles of the loaded series with its marks, all in view: a chart beside the page's own. */
export function PlotHost({ selected }: { selected: Selection }) {
  const root = useRef<HTMLDivElement>(null);
  const { symbol, interval } = selected;
  const loaded = loadedSeries.value;
  const revision = candlesRevision.value;
  const isLoaded = loaded?.symbol === symbol && loaded.interval === interval;
  const series = isLoaded && loaded.openTime.length > 0 ? loaded : null;
  const marks = marksByOwner.value;
  const plot = usePlot(root, () => ({
    formats: plotFormats(loadedSeries.peek.bind(loadedSeries)),
    isOverview: true,
  })).value;

  useEffect(() => {
    if (plot && root.current) plot.setPanes([{ host: root.current, content: CANDLES_ONLY }]);
  }, [plot]);
  useEffect(() => {
    if (plot && series) plot.show(series);
  }, [plot, series]);
  useEffect(() => plot?.update(), [plot, revision]);
  useEffect(() => plot?.mark(marksOn(marks, symbol, interval)), [plot, marks, symbol, interval]);

  const report = seriesReports.value.get(seriesKey(symbol, interval));
  return (
    <div class="plot">
      <div class="plot-canvas" ref={root} aria-hidden="true" data-loaded={series !== null} />
      {series ? (
        <ChartSummary series={series} />
      ) : (
        <p class="plot-message">
          {text().reason(report?.reason ?? '') || partText().chart.loading}
        </p>
      )}
    </div>
  );
}

const CANDLES_ONLY = { key: 'price', lines: [], bands: [], levels: [], bounds: null };
