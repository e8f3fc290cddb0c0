import { useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { MarketSymbol } from '../../domain/market.ts';
import { SearchResults } from '../search/SearchResults.tsx';
import { MOST_RESULTS, rankSymbols } from '../search/rank-symbols.ts';
import type { SearchResult } from '../search/rank-symbols.ts';
import { createTurnover } from '../search/turnover.ts';
import { quoteOf } from '../state/quotes.ts';
import { symbols, symbolsByName } from '../state/symbols.ts';
import { watchlist } from '../state/watchlist.ts';
import { partText } from '../text/text.ts';
import { chooseSymbol } from './choose-symbol.ts';

/** The watched symbols, and whatever of all symbols is searched for. */
export function SymbolChoice({ onDone }: { onDone: () => void }) {
  const words = partText().metrics;
  const listId = useId();
  const query = useSignal('');
  const activeIndex = useSignal(0);
  const refusal = useSignal('');
  const result = useComputed(() =>
    query.value.trim() === ''
      ? watchedResult()
      : rankSymbols(query.value, symbols.value, createTurnover(quoteOf)),
  ).value;
  const { found } = result;
  const optionId = (index: number) => `${listId}-${index}`;

  const choose = (name: string) => {
    refusal.value = chooseSymbol(name) ?? '';
    if (refusal.value === '') onDone();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const target = found[activeIndex.value]?.symbol;
    if (event.key === 'Enter' && target !== undefined) choose(target);
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      activeIndex.value = (activeIndex.value + step + found.length) % found.length;
    } else return;
    event.preventDefault();
  };

  return (
    <div class="symbol-choice">
      <input
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-label={words.symbolSearch}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? optionId(activeIndex.value) : undefined}
        placeholder={words.symbolSearch}
        value={query.value}
        onInput={({ currentTarget }) => {
          query.value = currentTarget.value;
          activeIndex.value = 0;
          refusal.value = '';
        }}
        onKeyDown={onKeyDown}
      />
      <SearchResults
        id={listId}
        optionId={optionId}
        query={query.value}
        isShown
        result={result}
        activeIndex={activeIndex.value}
        onChoose={choose}
      />
      <p class={refusal.value ? 'error' : 'hint'} role={refusal.value ? 'alert' : undefined}>
        {refusal.value || words.symbolHint}
      </p>
    </div>
  );
}

/** In the user's own order, as far as they fit. */
function watchedResult(): SearchResult {
  const watched = watchlist.value.symbols;
  const found = watched
    .slice(0, MOST_RESULTS)
    .map((symbol) => symbolsByName.value.get(symbol) ?? unlisted(symbol));
  return { found, total: watched.length };
}

/** The exchange's list has not come yet. */
function unlisted(symbol: string): MarketSymbol {
  const unknown = { baseAsset: symbol, quoteAsset: '', tickSize: '', stepSize: '' };
  return { symbol, status: 'TRADING', ...unknown };
}
