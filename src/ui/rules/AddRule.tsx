import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { send } from '../engine-client.ts';
import { selection } from '../state/selection.ts';
import { watchlist } from '../state/watchlist.ts';
import { text } from '../text/text.ts';
import { Field } from './Field.tsx';
import { buildRule } from './build-rule.ts';
import type { DraftErrors, RuleDraft } from './build-rule.ts';

const EMPTY = {
  kind: 'price',
  symbol: '',
  interval: '',
  direction: 'up',
  price: '',
  percent: '2',
  candles: '3',
} as const satisfies RuleDraft;

/** A small form for the two rules that need nothing but a number. */
export function AddRule({ onClose }: { onClose: () => void }) {
  const words = text().rules.form;
  const form = useRef<HTMLFormElement>(null);
  const draft = useSignal<RuleDraft>({ ...EMPTY, symbol: selection.peek()?.symbol ?? '' });
  const errors = useSignal<DraftErrors>({});
  const { kind, direction } = draft.value;
  const change = (part: Partial<RuleDraft>) => (draft.value = { ...draft.value, ...part });

  useEffect(() => form.current?.querySelector<HTMLElement>('select')?.focus(), []);

  const submit = (event: Event) => {
    event.preventDefault();
    const built = buildRule(draft.value, words.errors);
    if ('errors' in built) {
      errors.value = built.errors;
      const [field] = Object.keys(built.errors);
      form.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
      return;
    }
    send({ type: 'saveRule', rule: built.rule });
    onClose();
  };

  return (
    <form
      ref={form}
      class="add-rule"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Field label={words.kind} error={undefined}>
        {(props) => (
          <select
            {...props}
            class="select"
            value={kind}
            onChange={(event) =>
              change({ kind: event.currentTarget.value === 'move' ? 'move' : 'price' })
            }
          >
            <option value="price">{text().rules.addPrice}</option>
            <option value="move">{text().rules.addMove}</option>
          </select>
        )}
      </Field>
      <Field label={words.symbol} error={errors.value.symbol}>
        {(props) => (
          <select
            {...props}
            class="select"
            name="symbol"
            value={draft.value.symbol}
            onChange={(event) => change({ symbol: event.currentTarget.value })}
          >
            <option value="">{kind === 'move' ? words.everySymbol : words.chooseSymbol}</option>
            {watchlist.value.symbols.map((symbol) => (
              <option key={symbol}>{symbol}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.interval} error={undefined}>
        {(props) => (
          <select
            {...props}
            class="select"
            value={draft.value.interval}
            onChange={(event) => change({ interval: event.currentTarget.value })}
          >
            <option value="">{words.everyInterval}</option>
            {watchlist.value.intervals.map((interval) => (
              <option key={interval}>{interval}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.direction} error={undefined}>
        {(props) => (
          <select
            {...props}
            class="select"
            value={direction}
            onChange={(event) =>
              change({ direction: event.currentTarget.value === 'down' ? 'down' : 'up' })
            }
          >
            <option value="up">{kind === 'price' ? words.rises : words.moveUp}</option>
            <option value="down">{kind === 'price' ? words.falls : words.moveDown}</option>
          </select>
        )}
      </Field>
      {(kind === 'price' ? (['price'] as const) : (['percent', 'candles'] as const)).map((name) => (
        <Field key={name} label={words[name]} error={errors.value[name]}>
          {(props) => (
            <input
              {...props}
              class="input"
              name={name}
              inputMode="decimal"
              autocomplete="off"
              value={draft.value[name]}
              onInput={(event) => change({ [name]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <div class="add-rule-actions">
        <button type="button" class="button quiet" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="submit" class="button primary">
          {words.save}
        </button>
      </div>
    </form>
  );
}
