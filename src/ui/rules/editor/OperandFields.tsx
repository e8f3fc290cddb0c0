import { INDICATOR_NAMES, findIndicator } from '../../../domain/indicators/index.ts';
import type { Indicator } from '../../../domain/indicators/definition.ts';
import { INTERVALS } from '../../../domain/interval.ts';
import { PRICE_FIELDS } from '../../../domain/rules/operand.ts';
import { plainNumber } from '../../../domain/rules/plain-number.ts';
import { partText } from '../../text/text.ts';
import { Field } from '../Field.tsx';
import { FaultText } from './FaultText.tsx';
import { NumberField } from './NumberField.tsx';
import type { OperandDraft, OperandSource } from './draft.ts';
import { faultAt, useEditing } from './editor-context.ts';
import { indicatorOperand } from './new-draft.ts';

interface Props {
  readonly operand: OperandDraft;
  readonly path: string;
  /** `Value`, `Compared with` and the like. */
  readonly label: string;
  readonly onChange: (operand: OperandDraft) => void;
}

/** What a condition looks at: a number, a field of the candle, or an indicator with its settings. */
export function OperandFields({ operand, path, label, onChange }: Props) {
  const words = partText().editor.operand;
  const { source } = operand;
  const indicator = source.kind === 'indicator' ? findIndicator(source.name) : undefined;
  const change = (part: Partial<OperandDraft>) => onChange({ ...operand, ...part });
  return (
    <div class="operand" role="group" aria-label={label}>
      <SourceField operand={operand} path={path} label={label} onChange={onChange} />
      {source.kind === 'constant' ? (
        <NumberField
          label={words.numberLabel}
          value={operand.constant}
          path={`${path}.constant`}
          onChange={(constant) => change({ constant })}
        />
      ) : null}
      {indicator === undefined ? null : (
        <IndicatorFields indicator={indicator} operand={operand} path={path} onChange={onChange} />
      )}
      {source.kind === 'constant' ? null : (
        <IntervalField operand={operand} path={path} onChange={onChange} />
      )}
      <FaultText paths={[path, `${path}.params`, `${path}.price`, `${path}.forming`]} />
    </div>
  );
}

function SourceField({ operand, path, label, onChange }: Props) {
  const editing = useEditing();
  const words = partText().editor.operand;
  const choose = (value: string) => {
    const source = sourceIn(value);
    const fresh = source.kind === 'indicator' ? indicatorOperand(source.name) : operand;
    const { interval, isForming } = operand;
    onChange({ ...fresh, source, constant: operand.constant, interval, isForming });
  };
  return (
    <Field label={label} error={faultAt(editing, `${path}.indicator`)}>
      {(props) => (
        <select
          {...props}
          class="select source"
          value={sourceKeyOf(operand.source)}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="constant">{words.number}</option>
          <optgroup label={words.prices}>
            {PRICE_FIELDS.map((field) => (
              <option key={field} value={`price ${field}`}>
                {words.priceFields[field]}
              </option>
            ))}
          </optgroup>
          <optgroup label={words.indicators}>
            {INDICATOR_NAMES.map((name) => (
              <option key={name} value={`indicator ${name}`}>
                {titleOf(findIndicator(name), name)}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}

function IndicatorFields(props: Omit<Props, 'label'> & { readonly indicator: Indicator }) {
  const editing = useEditing();
  const words = partText().editor.operand;
  const { indicator, operand, path, onChange } = props;
  return (
    <>
      {Object.entries(indicator.parameters).map(([name, parameter]) => (
        <NumberField
          key={name}
          label={partText().indicators.parameter(parameter.title)}
          value={operand.params[name] ?? ''}
          path={`${path}.params.${name}`}
          hint={partText().settings.bounds(
            plainNumber(parameter.min),
            plainNumber(parameter.max),
            '',
          )}
          onChange={(typed) =>
            onChange({ ...operand, params: { ...operand.params, [name]: typed } })
          }
        />
      ))}
      {indicator.outputs.length < 2 ? null : (
        <Field label={words.output} error={faultAt(editing, `${path}.output`)}>
          {(props) => (
            <select
              {...props}
              class="select"
              value={operand.output}
              onChange={(event) => onChange({ ...operand, output: event.currentTarget.value })}
            >
              {indicator.outputs.map((output) => (
                <option key={output} value={output}>
                  {partText().ruleWords.output(output)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}

function IntervalField({ operand, path, onChange }: Omit<Props, 'label'>) {
  const editing = useEditing();
  const words = partText().editor.operand;
  const change = (value: string) => {
    const interval = INTERVALS.find((one) => one === value) ?? '';
    onChange({ ...operand, interval, isForming: interval !== '' && operand.isForming });
  };
  return (
    <>
      <Field label={words.interval} error={faultAt(editing, `${path}.interval`)}>
        {(props) => (
          <select
            {...props}
            class="select"
            value={operand.interval}
            onChange={(event) => change(event.currentTarget.value)}
          >
            <option value="">{words.ownInterval}</option>
            {INTERVALS.map((interval) => (
              <option key={interval}>{interval}</option>
            ))}
          </select>
        )}
      </Field>
      {operand.interval === '' ? null : (
        <label class="check">
          <input
            type="checkbox"
            checked={operand.isForming}
            onChange={(event) => onChange({ ...operand, isForming: event.currentTarget.checked })}
          />
          {words.forming}
        </label>
      )}
    </>
  );
}

function titleOf(indicator: Indicator | undefined, name: string): string {
  if (indicator === undefined) return name;
  const { shortTitle } = indicator;
  const title = partText().indicators.title(indicator);
  return title.toLowerCase() === shortTitle.toLowerCase() ? title : `${shortTitle} · ${title}`;
}

function sourceKeyOf(source: OperandSource): string {
  if (source.kind === 'constant') return source.kind;
  return source.kind === 'price' ? `price ${source.field}` : `indicator ${source.name}`;
}

function sourceIn(value: string): OperandSource {
  const [kind, name = ''] = value.split(' ');
  if (kind === 'price') {
    return { kind, field: PRICE_FIELDS.find((one) => one === name) ?? 'close' };
  }
  return kind === 'indicator' ? { kind, name } : { kind: 'constant' };
}
