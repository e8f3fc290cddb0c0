import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../shell/Icon.tsx';
import { formatNumber } from '../format/price.ts';
import { text } from '../text/text.ts';
import { NO_FILTER, isFiltering } from './filtering.ts';
import { orderedSymbols, quoteAssetCounts, scopeSymbols } from './rows.ts';
import { filter, isFilterOpen } from './view-settings.ts';

/** Leaves the rows whose names hold what is typed, or that are priced in one asset. */
export function FilterBar() {
  const words = text().watchlist;
  const input = useRef<HTMLInputElement>(null);
  const { query, quoteAsset } = filter.value;
  const known = quoteAssetCounts.value;
  const isKnown = quoteAsset === null || known.some(([name]) => name === quoteAsset);
  const counts = isKnown ? known : [...known, [quoteAsset, 0] as const];
  const isOn = isFiltering(filter.value);
  const count = words.countOf(
    formatNumber(orderedSymbols.value.length, 0),
    formatNumber(scopeSymbols.value.length, 0),
  );

  useLayoutEffect(() => {
    const opener = document.activeElement;
    input.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  const leave = () => {
    if (isOn) filter.value = NO_FILTER;
    else isFilterOpen.value = false;
  };

  return (
    <div class="watchlist-filter" role="search" aria-label={words.filter.show}>
      <div class="filter-field">
        <Icon name="filter" size={14} />
        <input
          ref={input}
          class="input"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="done"
          aria-label={words.filter.label}
          placeholder={words.filter.placeholder}
          value={query}
          onInput={({ currentTarget }) =>
            (filter.value = { ...filter.value, query: currentTarget.value })
          }
          onKeyDown={(event) => event.key === 'Escape' && leave()}
        />
        {isOn ? (
          <span class="filter-count" aria-hidden="true">
            {formatNumber(orderedSymbols.value.length, 0)}
          </span>
        ) : null}
      </div>
      <select
        class="select"
        aria-label={words.filter.quote}
        value={quoteAsset ?? ''}
        onChange={({ currentTarget }) =>
          (filter.value = { ...filter.value, quoteAsset: currentTarget.value || null })
        }
      >
        <option value="">{words.filter.everyQuote}</option>
        {counts.map(([name, members]) => (
          <option key={name} value={name}>
            {name} ({formatNumber(members, 0)})
          </option>
        ))}
      </select>
      <button
        type="button"
        class="icon-button"
        aria-label={words.filter.clear}
        title={words.filter.clear}
        onClick={() => {
          filter.value = NO_FILTER;
          isFilterOpen.value = false;
        }}
      >
        <Icon name="close" />
      </button>
      <span class="visually-hidden" aria-live="polite">
        {isOn ? count : ''}
      </span>
    </div>
  );
}
