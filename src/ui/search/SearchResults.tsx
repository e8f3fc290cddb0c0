import { useEffect, useRef } from 'preact/hooks';
import type { MarketSymbol } from '../../domain/market.ts';
import { text } from '../text/text.ts';

interface Props {
  readonly id: string;
  readonly optionId: (index: number) => string;
  readonly isShown: boolean;
  readonly results: readonly MarketSymbol[];
  readonly watched: readonly string[];
  readonly activeIndex: number;
  readonly onChoose: (symbol: string) => void;
}

/** What the search found. The keyboard stays in the field: options are pointed at, not focused. */
export function SearchResults(props: Props) {
  const { id, optionId, isShown, results, watched, activeIndex, onChoose } = props;
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
        hidden={!isShown || results.length === 0}
      >
        {results.map((entry, index) => (
          <li
            key={entry.symbol}
            id={optionId(index)}
            role="option"
            aria-selected={index === activeIndex}
            aria-disabled={entry.status !== 'TRADING'}
            // Keeps the focus in the field, whose blur would close the list before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(entry.symbol)}
          >
            <span class="search-symbol">{entry.symbol}</span>
            <span class="search-pair">
              {entry.baseAsset} / {entry.quoteAsset}
            </span>
            <span class="search-state">
              {watched.includes(entry.symbol) ? words.watched : null}
              {entry.status === 'TRADING' ? null : words.notTrading(entry.status)}
            </span>
          </li>
        ))}
      </ul>
      {isShown && results.length === 0 ? <p class="search-results none">{words.none}</p> : null}
      <span class="visually-hidden" aria-live="polite">
        {isShown ? words.found(results.length) : ''}
      </span>
    </>
  );
}
