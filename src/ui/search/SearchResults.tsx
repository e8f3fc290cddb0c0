import { useEffect, useRef } from 'preact/hooks';
import type { MarketSymbol } from '../../domain/market.ts';
import { Icon } from '../shell/Icon.tsx';
import { watchedSymbols } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import { matchParts } from './match-parts.ts';
import type { SearchResult } from './rank-symbols.ts';

interface Props {
  readonly id: string;
  readonly optionId: (index: number) => string;
  readonly query: string;
  readonly isShown: boolean;
  readonly result: SearchResult;
  readonly activeIndex: number;
  readonly onChoose: (symbol: string) => void;
}

/** What the search found. The keyboard stays in the field: options are pointed at, not focused. */
export function SearchResults(props: Props) {
  const { id, optionId, query, isShown, result, activeIndex, onChoose } = props;
  const { found, total } = result;
  const words = text().search;
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (isShown) list.current?.children[activeIndex]?.scrollIntoView({ block: 'nearest' });
  }, [isShown, activeIndex]);

  return (
    <>
      <ul
        ref={list}
        id={id}
        class="search-results"
        role="listbox"
        aria-label={words.results}
        hidden={!isShown || found.length === 0}
      >
        {isShown
          ? found.map((entry, index) => (
              <Option
                key={entry.symbol}
                id={optionId(index)}
                entry={entry}
                query={query}
                isActive={index === activeIndex}
                onChoose={onChoose}
              />
            ))
          : null}
      </ul>
      {isShown && found.length === 0 ? <p class="search-results none">{words.none}</p> : null}
      <span class="visually-hidden" aria-live="polite">
        {isShown ? foundWords(found.length, total) : ''}
      </span>
    </>
  );
}

function Option(props: {
  readonly id: string;
  readonly entry: MarketSymbol;
  readonly query: string;
  readonly isActive: boolean;
  readonly onChoose: (symbol: string) => void;
}) {
  const { id, entry, query, isActive, onChoose } = props;
  const words = text().search;
  const isWatched = watchedSymbols.value.has(entry.symbol);
  const isTraded = entry.status === 'TRADING';
  const state = [isWatched ? words.watched : '', isTraded ? '' : words.notTrading(entry.status)];
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      // In one piece: the marks would cut the name for some screen readers.
      aria-label={[entry.symbol, ...state].filter((part) => part !== '').join(', ')}
      aria-disabled={!isTraded}
      // Keeps the focus in the field, whose blur would close the list before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry.symbol)}
    >
      <span class="search-symbol">
        {matchParts(query, entry.symbol).map(({ text: part, isMatch }, index) =>
          isMatch ? <mark key={index}>{part}</mark> : part,
        )}
      </span>
      <span class="search-pair">
        {entry.baseAsset} / {entry.quoteAsset}
      </span>
      <span class="search-state">
        {isWatched ? <Icon name="star" size={12} /> : null}
        {state.join(' ').trim()}
      </span>
    </li>
  );
}

function foundWords(shown: number, total: number): string {
  const words = text().search;
  return shown < total ? words.foundMore(shown, total) : words.found(total);
}
