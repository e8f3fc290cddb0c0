import { Icon } from '../shell/Icon.tsx';
import { timeZone } from '../state/preferences.ts';
import { quoteCells } from '../state/quotes.ts';
import { selectInterval, selection } from '../state/selection.ts';
import { seriesKey, seriesReports } from '../state/series.ts';
import { watchlist } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import { removeSymbol } from '../watchlist/remove-symbol.ts';

/** Whose candles these are, how it stands, and the switches of the chart. */
export function ChartHeader() {
  const selected = selection.value;
  if (!selected) return null;
  const words = text().chart;
  const { symbol, interval } = selected;
  const cells = quoteCells(symbol);
  const report = seriesReports.value.get(seriesKey(symbol, interval));
  return (
    <>
      <div class="chart-symbol">
        <strong>{symbol}</strong>
        <span class="chart-price" data-trend={cells.move}>
          {cells.last}
        </span>
        <span class="cell-change" data-trend={cells.trend}>
          {cells.change}
        </span>
        {report && report.state !== 'live' && report.state !== 'loading' ? (
          <span class="badge chart-state" title={report.reason}>
            {words.states[report.state]}
          </span>
        ) : null}
      </div>
      <div class="chart-switches">
        <div class="segments" role="group" aria-label={words.interval}>
          {watchlist.value.intervals.map((choice) => (
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
        <TimeZoneSwitch />
        <button
          type="button"
          class="icon-button"
          aria-label={words.unwatch(symbol)}
          title={words.unwatch(symbol)}
          onClick={() => removeSymbol(symbol)}
        >
          <Icon name="trash" />
        </button>
      </div>
    </>
  );
}

function TimeZoneSwitch() {
  const words = text().time;
  const isUtc = timeZone.value === 'utc';
  return (
    <button
      type="button"
      class="button quiet"
      title={words.zone}
      aria-label={`${words.zone}: ${isUtc ? words.utc : words.local}`}
      onClick={() => (timeZone.value = isUtc ? 'local' : 'utc')}
    >
      {isUtc ? words.utc : words.localShort}
    </button>
  );
}
