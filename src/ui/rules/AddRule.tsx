import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { send } from '../engine-client.ts';
import { closeNotice, notify } from '../state/notices.ts';
import { quoteCells } from '../state/quotes.ts';
import { selection } from '../state/selection.ts';
import { watchlist } from '../state/watchlist.ts';
import { partText, text } from '../text/text.ts';
import { AlertFields } from './AlertFields.tsx';
import { alertMeaning } from './alert-meaning.ts';
import { buildRule } from './build-rule.ts';
import type { DraftErrors, RuleDraft } from './build-rule.ts';
import { typedNumber } from './typed-number.ts';
import './rules.css';

const EMPTY = {
  kind: 'price',
  symbol: '',
  interval: '',
  direction: 'up',
  fire: 'intrabar',
  price: '',
  percent: '2',
  candles: '3',
} as const satisfies RuleDraft;

const NOTICE = 'alert-made';

interface Props {
  readonly onClose: () => void;
  /** What is filled in already. */
  readonly preset?: Partial<RuleDraft>;
  /** It is about this symbol's price and nothing else. */
  readonly isForPrice?: boolean;
}

/** A small form for the two rules that need nothing but a number. It says what it will make. */
export function AddRule({ onClose, preset, isForPrice = false }: Props) {
  const words = partText();
  const form = useRef<HTMLFormElement>(null);
  const meaningId = useId();
  const draft = useSignal<RuleDraft>({
    ...EMPTY,
    symbol: selection.peek()?.symbol ?? '',
    ...preset,
  });
  const errors = useSignal<DraftErrors>({});
  const isDirectionChosen = useRef(false);
  const { symbol, kind } = draft.value;
  const cells = quoteCells(symbol);
  const lastPrice = cells.quote.value?.lastPrice ?? null;
  const last = lastPrice === null ? null : Number(lastPrice);
  const watched = watchlist.value.intervals;
  const built = buildRule(draft.value, words.rules.form, watched);

  const change = (part: Partial<RuleDraft>) => {
    if (part.direction !== undefined) isDirectionChosen.current = true;
    const next = { ...draft.value, ...part };
    const price = typedNumber(next.price);
    const isFollowing = 'price' in part && !isDirectionChosen.current;
    // A price above the last one is waited for from below.
    if (isFollowing && price !== null && last !== null && price !== last) {
      draft.value = { ...next, direction: price > last ? 'up' : 'down' };
    } else draft.value = next;
    errors.value = {};
  };

  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);

  const submit = (event: Event) => {
    event.preventDefault();
    if ('errors' in built) {
      errors.value = built.errors;
      const [field] = Object.keys(built.errors);
      form.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
      return;
    }
    const { rule } = built;
    send({ type: 'saveRule', rule });
    const undo = () => {
      send({ type: 'deleteRule', ruleId: rule.id });
      closeNotice(NOTICE);
    };
    notify('info', words.quickAlert.made(rule.name), {
      id: NOTICE,
      action: { label: text().notices.undo, run: undo },
    });
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
      <AlertFields
        draft={draft.value}
        errors={errors.value}
        isForPrice={isForPrice}
        onChange={change}
      />
      <p class="hint add-rule-meaning" id={meaningId}>
        {'rule' in built
          ? alertMeaning(draft.value, built.rule, { watched, last })
          : kind === 'price' && lastPrice !== null
            ? words.quickAlert.lastPrice(symbol, cells.last.value)
            : null}
      </p>
      <div class="add-rule-actions">
        <button type="button" class="button quiet" onClick={onClose}>
          {words.rules.form.cancel}
        </button>
        <button type="submit" class="button primary" aria-describedby={meaningId}>
          {words.rules.form.save}
        </button>
      </div>
    </form>
  );
}
