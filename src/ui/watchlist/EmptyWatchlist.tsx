import { engineStarts, limitations } from '../state/engine.ts';
import { isMarketShown } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import { NO_FILTER, isFiltering } from './filtering.ts';
import { scopeSymbols } from './rows.ts';
import { filter, isFilterOpen, showMarket } from './view-settings.ts';

/** Why there are no rows, and what to do about it. */
export function EmptyWatchlist() {
  const words = text().watchlist;
  if (scopeSymbols.value.length > 0 && isFiltering(filter.value)) {
    return (
      <div class="empty watchlist-empty">
        <strong>{words.filter.none}</strong>
        <button
          type="button"
          class="button"
          onClick={() => {
            filter.value = NO_FILTER;
            isFilterOpen.value = false;
          }}
        >
          {words.filter.clear}
        </button>
      </div>
    );
  }
  if (isMarketShown.value) {
    const reason = limitations.value['symbol-list'];
    return <Waiting words={reason ? words.marketMissing(reason) : words.marketLoading} />;
  }
  if (engineStarts.value === 0) return <Waiting words={words.loading} />;
  return (
    <div class="empty watchlist-empty">
      <strong>{words.empty}</strong>
      <span>{words.emptyHint}</span>
      <button type="button" class="button" onClick={() => showMarket(true)}>
        {words.browse}
      </button>
    </div>
  );
}

const PLACEHOLDERS = [62, 54, 70, 58, 66, 50];

/** The shape of what is to come. */
function Waiting({ words }: { words: string }) {
  return (
    <div class="watchlist-waiting">
      <p role="status">{words}</p>
      <ul aria-hidden="true">
        {PLACEHOLDERS.map((width) => (
          <li key={width}>
            <span style={{ width: `${width}px` }} />
            <span />
          </li>
        ))}
      </ul>
    </div>
  );
}
