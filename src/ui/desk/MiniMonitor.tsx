import { useMemo } from 'preact/hooks';
import { formatShortMoment } from '../format/time.ts';
import { ConnectionStatus } from '../shell/ConnectionStatus.tsx';
import { SideLabel } from '../shell/SideLabel.tsx';
import { alerts } from '../state/alerts.ts';
import { now } from '../state/clock.ts';
import { isDemo } from '../state/engine.ts';
import { timeZone } from '../state/preferences.ts';
import { quoteCells } from '../state/quotes.ts';
import { watchlist } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import './mini-monitor.css';

/** The market and the last alert at a glance, for a corner of the screen. */
export function MiniMonitor() {
  const words = text();
  return (
    <div class="mini">
      <header class="mini-header">
        <ConnectionStatus />
        {isDemo.value ? <span class="demo-badge">{words.app.demo}</span> : null}
      </header>
      <ul class="mini-list">
        {watchlist.value.symbols.map((symbol) => (
          <MiniRow key={symbol} symbol={symbol} />
        ))}
      </ul>
      <LastAlert />
    </div>
  );
}

function MiniRow({ symbol }: { symbol: string }) {
  const cells = useMemo(() => quoteCells(symbol), [symbol]);
  return (
    <li class="mini-row" data-stale={cells.isStale}>
      <span class="mini-symbol">{symbol}</span>
      <span class="mini-last">{cells.last}</span>
      <span class="mini-change" data-trend={cells.trend}>
        {cells.change}
      </span>
    </li>
  );
}

function LastAlert() {
  const words = text().desk;
  const last = alerts.value[0];
  if (!last) return <p class="mini-alert">{words.noAlert}</p>;
  return (
    <p class="mini-alert">
      <span class="visually-hidden">{words.lastAlert}</span>
      <SideLabel side={last.signalType} /> <strong>{last.symbol}</strong>{' '}
      {text().ruleName(last.indicator)},{' '}
      {formatShortMoment(last.createdAt, now.value, timeZone.value)}
    </p>
  );
}
