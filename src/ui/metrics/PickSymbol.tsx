import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../shell/Icon.tsx';
import { partText } from '../text/text.ts';
import { Popup } from '../watchlist/Popup.tsx';
import type { Anchor } from '../watchlist/Popup.tsx';
import { SymbolChoice } from './SymbolChoice.tsx';

/** The symbol whose figures are shown; a press opens the choice among all symbols. */
export function PickSymbol({ symbol }: { symbol: string }) {
  const words = partText().metrics;
  const button = useRef<HTMLButtonElement>(null);
  const opened = useSignal<{ readonly anchor: Anchor; readonly opener: Element } | null>(null);
  const close = (isByKey: boolean) => {
    opened.value = null;
    if (isByKey) button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button metrics-symbol"
        aria-label={words.symbol(symbol)}
        aria-haspopup="dialog"
        aria-expanded={opened.value !== null}
        title={words.chooseSymbol}
        onClick={({ currentTarget: opener }) => {
          const anchor = opener.getBoundingClientRect();
          opened.value = opened.peek() ? null : { anchor, opener };
        }}
      >
        {symbol}
        <Icon name="chevron" size={12} />
      </button>
      {opened.value ? (
        <Popup role="dialog" label={words.chooseSymbol} {...opened.value} onClose={close}>
          <SymbolChoice onDone={() => close(true)} />
        </Popup>
      ) : null}
    </>
  );
}
