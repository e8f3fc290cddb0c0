import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Indicator } from '../../../domain/indicators/definition.ts';
import { Dialog } from '../../shell/Dialog.tsx';
import { Icon } from '../../shell/Icon.tsx';
import { partText } from '../../text/text.ts';
import { removeIndicator, shownIndicators } from '../chart-model.ts';
import { IndicatorForm } from './IndicatorForm.tsx';
import { indicatorDialog } from './dialog-state.ts';
import type { IndicatorRequest } from './dialog-state.ts';
import { searchIndicators } from './search.ts';
import type { ShownIndicator } from './shown-indicators.ts';
import './indicators.css';

/** Finds an indicator by its name, and sets its parameters; or changes those of one on the chart. */
export function IndicatorDialog({ request }: { request: IndicatorRequest }) {
  const words = partText().chart.indicator;
  const chosen = useSignal<Indicator | null>(
    request.type === 'edit' ? request.shown.indicator : null,
  );
  useEffect(() => {
    if (request.type === 'edit') chosen.value = request.shown.indicator;
  }, [request, chosen]);
  const indicator = chosen.value;
  return (
    <Dialog
      name="indicators"
      size="small"
      title={indicator?.title ?? words.title}
      before={
        indicator && request.type === 'add' ? (
          <button
            type="button"
            class="icon-button indicators-back"
            aria-label={words.back}
            onClick={() => (chosen.value = null)}
          >
            <Icon name="chevron" />
          </button>
        ) : null
      }
      onClosed={() => (indicatorDialog.value = null)}
    >
      {(close) =>
        indicator ? (
          <IndicatorForm
            indicator={indicator}
            shown={request.type === 'edit' ? request.shown : null}
            onDone={close}
          />
        ) : (
          <IndicatorList
            onChoose={(one) => (chosen.value = one)}
            onEdit={(shown) => (indicatorDialog.value = { type: 'edit', shown })}
          />
        )
      }
    </Dialog>
  );
}

interface ListProps {
  readonly onChoose: (indicator: Indicator) => void;
  readonly onEdit: (shown: ShownIndicator) => void;
}

function IndicatorList({ onChoose, onEdit }: ListProps) {
  const words = partText().chart.indicator;
  const query = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = searchIndicators(query.value);
  // On the way back from a form; a dialog that opens does it by itself.
  useEffect(() => input.current?.focus(), []);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all: (HTMLElement | null)[] = [input.current, ...buttons()];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
  };
  return (
    <div class="indicators-list" onKeyDown={onKeyDown}>
      <div class="indicators-search">
        <input
          ref={input}
          class="input"
          type="search"
          autofocus
          autocomplete="off"
          spellcheck={false}
          aria-label={words.search}
          placeholder={words.placeholder}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === 'Enter' && first && query.value.trim() !== '') onChoose(first);
          }}
        />
      </div>
      <p class="visually-hidden" role="status">
        {words.found(found.length)}
      </p>
      {query.value === '' ? <OnChart onEdit={onEdit} /> : null}
      {found.length === 0 ? <p class="empty">{words.none}</p> : null}
      <ul class="indicators-found" ref={list}>
        {found.map((one) => (
          <li key={one.name}>
            <button type="button" onClick={() => onChoose(one)}>
              <span>{partText().indicators.title(one)}</span>
              <small>{one.placement === 'price' ? words.overlay : words.pane}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is there already: for fingers, which the tools in the legend are too small for. */
function OnChart({ onEdit }: Pick<ListProps, 'onEdit'>) {
  const words = partText().chart.indicator;
  const all = shownIndicators.value;
  if (all.length === 0) return null;
  return (
    <>
      <h3>{words.onChart}</h3>
      <ul class="indicators-shown" aria-label={words.onChart}>
        {all.map((shown) => (
          <li key={shown.key}>
            <span>{shown.label}</span>
            {Object.keys(shown.indicator.parameters).length === 0 ? null : (
              <button
                type="button"
                class="icon-button"
                aria-label={words.edit(shown.label)}
                onClick={() => onEdit(shown)}
              >
                <Icon name="edit" />
              </button>
            )}
            <button
              type="button"
              class="icon-button"
              aria-label={words.remove(shown.label)}
              onClick={() => removeIndicator(shown.key)}
            >
              <Icon name="trash" />
            </button>
          </li>
        ))}
      </ul>
      <h3>{words.all}</h3>
    </>
  );
}
