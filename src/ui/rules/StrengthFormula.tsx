import { describeCondition } from '../../domain/rules/describe.ts';
import { partsOf } from '../../domain/rules/condition.ts';
import type { Condition } from '../../domain/rules/condition.ts';
import { GROUP_STRENGTHS, STRENGTH_FORMULAS } from '../../domain/rules/strength.ts';
import { text } from '../text/text.ts';
import './strength-formula.css';

/** How strong a signal of these conditions is, as formulas in words. */
export function StrengthFormula({ condition }: { condition: Condition }) {
  const kinds = text().editor.conditions.kinds;
  if ('left' in condition) {
    return (
      <p class="strength-formula">
        <span>{describeCondition(condition)}:</span> {STRENGTH_FORMULAS[condition.operator]}
      </p>
    );
  }
  const kind = kindOf(condition);
  return (
    <div class="strength-formula">
      <p>
        <span>{kinds[kind]}:</span> {GROUP_STRENGTHS[kind]}
      </p>
      {kind === 'not' ? null : (
        <ul>
          {partsOf(condition).map((part) => (
            <li key={describeCondition(part)}>
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
