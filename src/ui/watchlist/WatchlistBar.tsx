import { useSignal } from '@preact/signals';
import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { Icon } from '../shell/Icon.tsx';
import { Lazy } from '../shell/Lazy.tsx';
import { isMarketShown } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import { isFiltering } from './filtering.ts';
import { filter, isFilterOpen, showMarket } from './view-settings.ts';

const loadViewOptions = async () => (await import('./ViewOptions.tsx')).ViewOptions;

/** Which symbols the rows are for, and how they are shown. */
export function WatchlistBar() {
  const words = text().watchlist;
  /** The button, while what it opens is open. */
  const viewOpener = useSignal<HTMLElement | null>(null);
  const scope = (isMarket: boolean, name: string, short: string) => (
    <button
      type="button"
      aria-pressed={isMarketShown.value === isMarket}
      aria-label={name}
      onClick={() => showMarket(isMarket)}
    >
      {short}
    </button>
  );
  const closeView = (isByKey: boolean) => {
    if (isByKey) viewOpener.value?.focus();
    viewOpener.value = null;
  };
  return (
    <>
      <div class="segments" role="group" aria-label={words.scope}>
        {scope(false, words.list, words.list)}
        {scope(true, words.market, words.marketShort)}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={words.filter.show}
        title={words.filter.show}
        aria-expanded={isFilterOpen.value}
        data-on={isFiltering(filter.value)}
        onClick={() => (isFilterOpen.value = !isFilterOpen.value)}
      >
        <Icon name="filter" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={words.view.open}
        title={words.view.open}
        aria-haspopup="dialog"
        aria-expanded={viewOpener.value !== null}
        onClick={({ currentTarget }) =>
          (viewOpener.value = viewOpener.value === null ? currentTarget : null)
        }
      >
        <Icon name="columns" />
      </button>
      {viewOpener.value === null ? null : (
        <ErrorBoundary title={words.view.title}>
          <Lazy load={loadViewOptions} props={{ opener: viewOpener.value, onClose: closeView }} />
        </ErrorBoundary>
      )}
    </>
  );
}
