import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { CandleColumns } from '../../domain/candle.ts';
import type { Interval } from '../../domain/interval.ts';
import { plotSeries } from '../state/series.ts';
import { ChartSummary } from './ChartSummary.tsx';
import { plotFormats } from './formats.ts';
import type { PlotMark } from './plot/marks.ts';
import { usePlot } from './use-plot.ts';
import './plot.css';

interface Props {
  readonly symbol: string;
  readonly interval: Interval;
  /** As `candlesFetched` brings them; the same object means the same chart. */
  readonly columns: CandleColumns;
  /** The candle that is told of; null for none. */
  readonly mark: PlotMark | null;
  /** A line across the chart; null for none. */
  readonly price: number | null;
}

/** A chart of past candles that do not change: what a moment looked like. */
export function MomentChart({ symbol, interval, columns, mark, price }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const series = useMemo(() => plotSeries(symbol, interval, columns), [symbol, interval, columns]);
  const shown = useRef(series);
  shown.current = series;
  const plot = usePlot(root, () => ({
    formats: plotFormats(() => shown.current),
    isOverview: true,
  })).value;

  useEffect(() => {
    if (!plot || !root.current) return;
    const levels = price === null ? [] : [price];
    const content = { key: 'price', lines: [], bands: [], levels, bounds: null };
    plot.setPanes([{ host: root.current, content }]);
  }, [plot, price]);
  useEffect(() => plot?.show(series), [plot, series]);
  useEffect(() => plot?.mark(mark ? [mark] : []), [plot, mark]);

  return (
    <div class="plot">
      <div class="plot-canvas" ref={root} aria-hidden="true" />
      <ChartSummary series={series} />
    </div>
  );
}
