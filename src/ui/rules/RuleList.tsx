import type { Rule } from '../../domain/rules/rule.ts';
import { RuleRow } from './RuleRow.tsx';

/** The rules in words. Apart, and loaded on demand: the words need every indicator's definition. */
export function RuleList({ rules }: { rules: readonly Rule[] }) {
  return (
    <ul>
      {rules.map((rule) => (
        <RuleRow key={rule.id} rule={rule} />
      ))}
    </ul>
  );
}
