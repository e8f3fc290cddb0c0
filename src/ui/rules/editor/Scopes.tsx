import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { INTERVALS } from '../../../domain/interval.ts';
import type { Interval } from '../../../domain/interval.ts';
import { Icon } from '../../shell/Icon.tsx';
import { selection } from '../../state/selection.ts';
import { watchlist } from '../../state/watchlist.ts';
import { partText } from '../../text/text.ts';
import { ScopeField } from './ScopeField.tsx';
import { useEditing } from './editor-context.ts';

/** Of which symbols the rule speaks. */
export function SymbolScope() {
  const { draft, change } = useEditing();
  const words = partText().editor.scope;
  const { kind, chosen } = draft.symbols;
  const choose = (next: readonly string[]) => change({ symbols: { kind, chosen: next } });
  const first = selection.value?.symbol;
  return (
    <ScopeField
      legend={words.symbols}
      kind={kind}
      faultPaths={['symbols', ...chosen.map((_, index) => `symbols[${index}]`)]}
      onKind={(next) => {
        const start = chosen.length === 0 && first !== undefined ? [first] : chosen;
        change({ symbols: { kind: next, chosen: start } });
      }}
    >
      <ChosenSymbols chosen={chosen} onChoose={choose} />
    </ScopeField>
  );
}

function ChosenSymbols(props: {
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}) {
  const words = partText().editor.scope;
  const { chosen, onChoose } = props;
  const typed = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const add = () => {
    const symbol = typed.value.trim().toUpperCase();
    if (symbol !== '' && !chosen.includes(symbol)) onChoose([...chosen, symbol]);
    typed.value = '';
    input.current?.focus();
  };
  return (
    <div class="chosen">
      {chosen.length === 0 ? null : (
        <ul class="chips" aria-label={words.symbolsChosen}>
          {chosen.map((symbol) => (
            <li key={symbol} class="chip">
              {symbol}
              <button
                type="button"
                class="icon-button"
                aria-label={words.removeSymbol(symbol)}
                onClick={() => {
                  onChoose(chosen.filter((other) => other !== symbol));
                  input.current?.focus();
                }}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="chosen-add">
        <input
          ref={input}
          class="input"
          list={listId}
          aria-label={words.addSymbol}
          placeholder={words.addSymbol}
          autocomplete="off"
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Not the form's: the rule is not saved by adding a symbol to it.
            event.preventDefault();
            add();
          }}
        />
        <datalist id={listId}>
          {watchlist.value.symbols
            .filter((symbol) => !chosen.includes(symbol))
            .map((symbol) => (
              <option key={symbol} value={symbol} />
            ))}
        </datalist>
        <button type="button" class="button" onClick={add}>
          {words.addSymbolButton}
        </button>
      </div>
    </div>
  );
}

/** On the candles of which intervals it is judged. */
export function IntervalScope() {
  const { draft, change } = useEditing();
  const words = partText().editor.scope;
  const { kind, chosen } = draft.intervals;
  const first = selection.value?.interval;
  const toggle = (interval: Interval) => {
    const next = INTERVALS.filter((one) => chosen.includes(one) !== (one === interval));
    change({ intervals: { kind, chosen: next } });
  };
  return (
    <ScopeField
      legend={words.intervals}
      kind={kind}
      faultPaths={['intervals', ...chosen.map((_, index) => `intervals[${index}]`)]}
      onKind={(next) => {
        const start = chosen.length === 0 && first !== undefined ? [first] : chosen;
        change({ intervals: { kind: next, chosen: start } });
      }}
    >
      <div class="interval-choices" role="group" aria-label={words.intervalsChosen}>
        {INTERVALS.map((interval) => (
          <label key={interval} class="interval-choice">
            <input
              type="checkbox"
              checked={chosen.includes(interval)}
              onChange={() => toggle(interval)}
            />
            <span>{interval}</span>
          </label>
        ))}
      </div>
    </ScopeField>
  );
}
