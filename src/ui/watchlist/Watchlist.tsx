import { formatNumber } from '../format/price.ts';
import { SymbolSearch } from '../search/SymbolSearch.tsx';
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { Lazy } from '../shell/Lazy.tsx';
import { Panel } from '../shell/Panel.tsx';
import { isMarketShown } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import { EmptyWatchlist } from './EmptyWatchlist.tsx';
import { WatchlistBar } from './WatchlistBar.tsx';
import { WatchlistGrid } from './WatchlistGrid.tsx';
import { orderedSymbols, scopeSymbols } from './rows.ts';
import { useEngineView } from './use-engine-view.ts';
import { isFilterOpen } from './view-settings.ts';
import './watchlist.css';
import './rows.css';

const loadFilterBar = async () => (await import('./FilterBar.tsx')).FilterBar;

/** The watched symbols, or the whole market, with live prices. */
export function Watchlist() {
  const words = text().watchlist;
  const shown = orderedSymbols.value.length;
  useEngineView();
  return (
    <Panel
      title={words.title}
      tab="market"
      class="watchlist"
      note={<Count />}
      actions={<WatchlistBar />}
    >
      <SymbolSearch />
      {isFilterOpen.value ? (
        <ErrorBoundary title={words.filter.show}>
          <Lazy load={loadFilterBar} props={{}} />
        </ErrorBoundary>
      ) : null}
      {shown > 0 ? <WatchlistGrid key={String(isMarketShown.value)} /> : <EmptyWatchlist />}
    </Panel>
  );
}

/** How many symbols there are to choose from; what a filter leaves is said beside it. */
function Count() {
  const count = scopeSymbols.value.length;
  if (count === 0) return null;
  return (
    <>
      <span aria-hidden="true">{formatNumber(count, 0)}</span>
      <span class="visually-hidden">{text().watchlist.count(count)}</span>
    </>
  );
}
