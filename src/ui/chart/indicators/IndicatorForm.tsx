import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Indicator, Parameter } from '../../../domain/indicators/definition.ts';
import { parseParams } from '../../../domain/indicators/parse-params.ts';
import type { Fault } from '../../../domain/result.ts';
import { MOST_CHART_INDICATORS } from '../../../protocol/chart.ts';
import { Field } from '../../rules/Field.tsx';
import { partText } from '../../text/text.ts';
import { putIndicator, shownIndicators } from '../chart-model.ts';
import { keyOf } from './shown-indicators.ts';
import type { ShownIndicator } from './shown-indicators.ts';

interface Props {
  readonly indicator: Indicator;
  /** The one on the chart whose parameters are to change; null for a new one. */
  readonly shown: ShownIndicator | null;
  readonly onDone: () => void;
}

/** The parameters, each with its bounds: nothing is shown that the registry does not accept. */
export function IndicatorForm({ indicator, shown, onDone }: Props) {
  const words = partText().chart.indicator;
  const form = useRef<HTMLFormElement>(null);
  const parameters = Object.entries(indicator.parameters);
  const values = useSignal<Readonly<Record<string, string>>>(
    Object.fromEntries(
      parameters.map(([name, { default: standard }]) => [
        name,
        String(shown?.params[name] ?? standard),
      ]),
    ),
  );
  const errors = useSignal<Readonly<Record<string, string>>>({});
  const refusal = useSignal('');
  useEffect(() => {
    const field = form.current?.querySelector('input') ?? form.current?.querySelector('button');
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }, []);

  const submit = (event: Event) => {
    event.preventDefault();
    const parsed = parseParams(indicator, numbersOf(values.value), 'params');
    errors.value = parsed.ok ? {} : errorsOf(indicator, parsed.faults);
    if (!parsed.ok) {
      const [first] = Object.keys(errors.value);
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const others = shownIndicators.peek().filter(({ key }) => key !== shown?.key);
    const key = keyOf(indicator, parsed.value);
    refusal.value = others.some((one) => one.key === key)
      ? words.shown
      : others.length >= MOST_CHART_INDICATORS
        ? words.full(MOST_CHART_INDICATORS)
        : '';
    if (refusal.value !== '') return;
    putIndicator(shown?.key ?? null, { indicator: indicator.name, params: parsed.value });
    onDone();
  };

  return (
    <form ref={form} class="indicators-form" noValidate onSubmit={submit}>
      {parameters.length === 0 ? <p class="hint">{words.noParameters}</p> : null}
      {parameters.map(([name, parameter], index) => (
        <Field
          key={name}
          label={partText().indicators.parameter(parameter.title)}
          error={errors.value[name]}
          {...(errors.value[name] === undefined ? { hint: boundsOf(parameter) } : {})}
        >
          {(props) => (
            <input
              {...props}
              class="input"
              name={name}
              autofocus={index === 0}
              inputMode={parameter.isInteger ? 'numeric' : 'decimal'}
              autocomplete="off"
              value={values.value[name]}
              onInput={({ currentTarget }) =>
                (values.value = { ...values.value, [name]: currentTarget.value })
              }
            />
          )}
        </Field>
      ))}
      <p class="error" role="alert" hidden={refusal.value === ''}>
        {refusal.value}
      </p>
      <button type="submit" class="button primary">
        {shown ? words.save : words.add}
      </button>
    </form>
  );
}

/** What is wrong with each parameter, by its name. */
function errorsOf({ parameters }: Indicator, faults: readonly Fault[]) {
  const wrong = Object.entries(parameters).filter(([name]) =>
    faults.some(({ field }) => field === `params.${name}`),
  );
  const { invalid } = partText().chart.indicator;
  return Object.fromEntries(wrong.map(([name, parameter]) => [name, invalid(boundsOf(parameter))]));
}

/** What is no number stays as it was written, for the parser to refuse. */
function numbersOf(values: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const number = Number(value.trim().replace(',', '.'));
      return [name, value.trim() === '' || Number.isNaN(number) ? value : number];
    }),
  );
}

function boundsOf({ min, max, isInteger }: Parameter): string {
  const words = partText().chart.indicator;
  return (isInteger ? words.wholeBounds : words.bounds)(String(min), String(max));
}
