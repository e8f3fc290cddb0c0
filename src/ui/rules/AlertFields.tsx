import { watchlist } from '../state/watchlist.ts';
import { partText } from '../text/text.ts';
import { Field } from './Field.tsx';
import type { DraftErrors, RuleDraft } from './build-rule.ts';

interface Props {
  readonly draft: RuleDraft;
  readonly errors: DraftErrors;
  readonly isForPrice: boolean;
  readonly onChange: (part: Partial<RuleDraft>) => void;
}

/** What is to be chosen for a price or a move; what the choice makes needless is not asked. */
export function AlertFields({ draft, errors, isForPrice, onChange }: Props) {
  const words = partText().rules.form;
  const { quickAlert } = partText();
  const { kind, symbol, interval, direction, fire } = draft;
  const { symbols, intervals } = watchlist.value;
  const isPrice = kind === 'price';
  const choices = symbols.includes(symbol) ? symbols : [symbol, ...symbols];
  return (
    <>
      {isForPrice ? null : (
        <>
          <Choice
            label={words.kind}
            name="kind"
            value={kind}
            options={[
              ['price', partText().rules.addPrice],
              ['move', partText().rules.addMove],
            ]}
            onChange={(value) => onChange({ kind: value === 'move' ? 'move' : 'price' })}
          />
          <Choice
            label={words.symbol}
            name="symbol"
            error={errors.symbol}
            value={symbol}
            options={[
              ['', isPrice ? words.chooseSymbol : words.everySymbol],
              ...choices.filter((choice) => choice !== '').map(optionOf),
            ]}
            onChange={(value) => onChange({ symbol: value })}
          />
        </>
      )}
      <Choice
        label={words.direction}
        name="direction"
        value={direction}
        options={[
          ['up', isPrice ? words.rises : words.moveUp],
          ['down', isPrice ? words.falls : words.moveDown],
        ]}
        onChange={(value) => onChange({ direction: value === 'down' ? 'down' : 'up' })}
      />
      {(isPrice ? (['price'] as const) : (['percent', 'candles'] as const)).map((name) => (
        <Field key={name} label={words[name]} error={errors[name]}>
          {(props) => (
            <input
              {...props}
              class="input"
              name={name}
              inputMode="decimal"
              autocomplete="off"
              value={draft[name]}
              onInput={(event) => onChange({ [name]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      {isPrice ? (
        <Choice
          label={quickAlert.fire}
          name="fire"
          value={fire}
          options={[
            ['intrabar', quickAlert.fires.intrabar],
            ['close', quickAlert.fires.close],
          ]}
          onChange={(value) => onChange({ fire: value === 'close' ? 'close' : 'intrabar' })}
        />
      ) : null}
      {isPrice && fire === 'intrabar' ? null : (
        <Choice
          label={words.interval}
          name="interval"
          value={interval}
          options={[['', words.everyInterval], ...intervals.map(optionOf)]}
          onChange={(value) => onChange({ interval: value })}
        />
      )}
    </>
  );
}

type Option = readonly [value: string, label: string];

function optionOf(value: string): Option {
  return [value, value];
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, name, error, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label} error={error}>
      {(props) => (
        <select
          {...props}
          class="select"
          name={name}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
