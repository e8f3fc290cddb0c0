import { useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Icon } from '../shell/Icon.tsx';
import { quoteOf } from '../state/quotes.ts';
import { symbols } from '../state/symbols.ts';
import { text } from '../text/text.ts';
import { SearchResults } from './SearchResults.tsx';
import { addSymbol } from './add-symbol.ts';
import { rankSymbols } from './rank-symbols.ts';
import { createTurnover } from './turnover.ts';
import './search.css';

/** A combobox over every symbol of the exchange; choosing one adds it to the watchlist. */
export function SymbolSearch() {
  const words = text().search;
  const listId = useId();
  const messageId = useId();
  const query = useSignal('');
  const isOpen = useSignal(false);
  const activeIndex = useSignal(0);
  const message = useSignal('');
  const results = useComputed(() =>
    rankSymbols(query.value, symbols.value, createTurnover(quoteOf)),
  );

  const { found } = results.value;
  const isListShown = isOpen.value && query.value.trim() !== '';
  const optionId = (index: number) => `${listId}-${index}`;

  const close = () => {
    isOpen.value = false;
    activeIndex.value = 0;
  };

  const choose = (name: string) => {
    message.value = addSymbol(name) ?? '';
    if (message.value === '') query.value = '';
    close();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const count = found.length;
    if (event.key === 'Enter') {
      const target = isListShown ? found[activeIndex.value]?.symbol : undefined;
      if (query.value.trim() !== '') choose(target ?? query.value);
    } else if (event.key === 'Escape' && (isListShown || query.value !== '')) {
      if (!isListShown) query.value = '';
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      activeIndex.value = isListShown ? (activeIndex.value + step + count) % count : 0;
      isOpen.value = true;
    } else return;
    event.preventDefault();
  };

  return (
    <div class="search">
      <div class="search-field">
        <Icon name="search" />
        <input
          class="input"
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="done"
          aria-label={words.label}
          aria-expanded={isListShown && found.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={
            isListShown && found.length > 0 ? optionId(activeIndex.value) : undefined
          }
          aria-describedby={message.value ? messageId : undefined}
          aria-keyshortcuts={words.shortcut}
          placeholder={words.placeholder}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
            message.value = '';
            activeIndex.value = 0;
            isOpen.value = true;
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <kbd aria-hidden="true">{words.shortcut}</kbd>
      </div>
      <SearchResults
        id={listId}
        optionId={optionId}
        query={query.value}
        isShown={isListShown}
        result={results.value}
        activeIndex={activeIndex.value}
        onChoose={choose}
      />
      <p class="error search-message" id={messageId} role="alert" hidden={message.value === ''}>
        {message.value}
      </p>
    </div>
  );
}
