import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Lazy } from '../shell/Lazy.tsx';
import { quoteCells } from '../state/quotes.ts';
import type { QuoteCells } from '../state/quotes.ts';
import { selectInterval, selection } from '../state/selection.ts';
import { seriesKey, seriesReports } from '../state/series.ts';
import { watchlist } from '../state/watchlist.ts';
import { text } from '../text/text.ts';

const loadTools = async () => (await import('./ChartTools.tsx')).ChartTools;

/** Whose candles these are, how it stands, and the switches of the chart. */
export function ChartHeader() {
  const selected = selection.value;
  const words = text().chart;
  // Otherwise the symbol says whose chart it is, and what the panel is called is only heard.
  if (!selected) return <strong aria-hidden="true">{words.title}</strong>;
  const { symbol, interval } = selected;
  const cells = quoteCells(symbol);
  const report = seriesReports.value.get(seriesKey(symbol, interval));
  const trouble = report && report.state !== 'live' && report.state !== 'loading' ? report : null;
  const watched = watchlist.value.intervals;
  return (
    <>
      <div class="chart-symbol" data-live={!trouble}>
        <strong>{symbol}</strong>
        <LastPrice cells={cells} />
        <span class="cell-change" data-trend={cells.trend}>
          {cells.change}
        </span>
        {trouble ? (
          <span class="badge chart-state" title={text().reason(trouble.reason)}>
            {words.states[trouble.state]}
          </span>
        ) : null}
      </div>
      <div class="chart-switches">
        <div class="segments" role="group" aria-label={words.interval}>
          {(watched.includes(interval) ? watched : [...watched, interval]).map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={choice === interval}
              onClick={() => selectInterval(choice)}
            >
              {choice}
            </button>
          ))}
        </div>
        <Lazy load={loadTools} props={{ symbol, interval }} />
      </div>
    </>
  );
}

/** As wide as its figures need, so that a new price is laid out by itself and not with the whole panel. */
function LastPrice({ cells: { last, move } }: { cells: QuoteCells }) {
  const width = useMemo(() => computed(() => `width:${figuresOf(last.value)}ch`), [last]);
  return (
    <span class="chart-price" data-trend={move} style={width}>
      <span>{last}</span>
    </span>
  );
}

/** All digits are as wide as a zero; what stands between them is half as wide. */
function figuresOf(price: string): number {
  return (price.length + price.replaceAll(/\D/g, '').length) / 2;
}
