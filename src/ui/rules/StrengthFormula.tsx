import { describeCondition } from '../../domain/rules/describe.ts';
import { partsOf } from '../../domain/rules/condition.ts';
import type { Condition } from '../../domain/rules/condition.ts';
import type { GROUP_STRENGTHS } from '../../domain/rules/strength.ts';
import { partText } from '../text/text.ts';
import './strength-formula.css';

/** How strong a signal of these conditions is, as formulas in words. */
export function StrengthFormula({ condition }: { condition: Condition }) {
  const { editor, ruleWords, strength } = partText();
  const { kinds } = editor.conditions;
  if ('left' in condition) {
    return (
      <p class="strength-formula">
        <span>{describeCondition(condition, ruleWords)}</span>{' '}
        {strength.formulas[condition.operator]}
      </p>
    );
  }
  const kind = kindOf(condition);
  return (
    <div class="strength-formula">
      <p>
        <span>{kinds[kind]}</span> {strength.groups[kind]}
      </p>
      {kind === 'not' ? null : (
        <ul>
          {partsOf(condition).map((part) => (
            <li key={describeCondition(part, ruleWords)}>
              <StrengthFormula condition={part} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function kindOf(condition: Condition): keyof typeof GROUP_STRENGTHS {
  if ('all' in condition) return 'all';
  if ('any' in condition) return 'any';
  return 'not' in condition ? 'not' : 'sequence';
}
