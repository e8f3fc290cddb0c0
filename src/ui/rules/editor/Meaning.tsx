import { describeRule } from '../../../domain/rules/describe.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { partText } from '../../text/text.ts';
import { StrengthFormula } from '../StrengthFormula.tsx';

/** The rule in one sentence, and how strong its signals are. */
export function Meaning({ rule }: { rule: Rule | null }) {
  const words = partText().editor;
  return (
    <>
      <section aria-label={words.meaning}>
        <h3>{words.meaning}</h3>
        {/* Said again with every key: a live region here would talk over the typing. */}
        <p class="meaning">
          {rule === null ? words.incomplete : `${describeRule(rule, partText().ruleWords)}.`}
        </p>
      </section>
      {rule === null ? null : (
        <details class="editor-strength">
          <summary>{words.strength}</summary>
          <StrengthFormula condition={rule.conditions} />
        </details>
      )}
    </>
  );
}
