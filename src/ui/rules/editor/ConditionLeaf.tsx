import { OPERATORS } from '../../../domain/rules/condition.ts';
import { partText } from '../../text/text.ts';
import { Field } from '../Field.tsx';
import { FaultText } from './FaultText.tsx';
import { NodeTools } from './NodeTools.tsx';
import { NumberField } from './NumberField.tsx';
import { OperandFields } from './OperandFields.tsx';
import type { LeafDraft, OperandDraft } from './draft.ts';
import { faultAt, useEditing } from './editor-context.ts';
import { isChange, isRange } from './rule-data.ts';
import { changeLeaf } from './tree.ts';

interface Props {
  readonly leaf: LeafDraft;
  readonly path: string;
  /** What a screen reader calls it, such as `Condition 2 of All`. */
  readonly label: string;
}

type OperandName = 'left' | 'right' | 'low' | 'high';

/** One comparison: a value, an operator, and what the operator takes. */
export function ConditionLeaf({ leaf, path, label }: Props) {
  const editing = useEditing();
  const words = partText().editor;
  const { operator, key } = leaf;
  const change = (part: Partial<LeafDraft>) =>
    editing.changeRoot(changeLeaf(editing.draft.root, key, part));
  const operand = (name: OperandName) => (
    <OperandFields
      operand={leaf[name]}
      path={`${path}.${name}`}
      label={words.operand[name]}
      onChange={(next: OperandDraft) => change({ [name]: next })}
    />
  );
  return (
    <div role="group" aria-label={label} class="leaf" data-node={key}>
      <div class="leaf-head">
        <span class="leaf-label" aria-hidden="true">
          {label}
        </span>
        <NodeTools node={leaf} label={label} />
      </div>
      <FaultText paths={[path]} />
      {operand('left')}
      <div class="leaf-line">
        <Field label={words.operand.operator} error={faultAt(editing, `${path}.operator`)}>
          {(props) => (
            <select
              {...props}
              class="select"
              value={operator}
              onChange={({ currentTarget }) =>
                change({
                  operator: OPERATORS.find((one) => one === currentTarget.value) ?? operator,
                })
              }
            >
              {OPERATORS.map((choice) => (
                <option key={choice} value={choice}>
                  {words.operators[choice]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {isChange(operator) ? (
          <>
            <NumberField
              label={words.operand.percent}
              value={leaf.percent}
              path={`${path}.percent`}
              onChange={(percent) => change({ percent })}
            />
            <NumberField
              label={words.operand.candles}
              value={leaf.candles}
              path={`${path}.candles`}
              onChange={(candles) => change({ candles })}
            />
          </>
        ) : null}
        {isRange(operator) ? (
          <>
            {operand('low')}
            {operand('high')}
          </>
        ) : isChange(operator) ? null : (
          operand('right')
        )}
      </div>
    </div>
  );
}
