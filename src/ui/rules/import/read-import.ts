import type { Result } from '../../../domain/result.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { parseRuleLink, parseSharedRule } from '../../../domain/rules/share.ts';
import type { ImportRequest } from '../../state/rule-dialogs.ts';

/** The rule that is offered, or everything that is wrong with it. */
export function readImport(
  { source, content }: ImportRequest,
  rules: readonly Rule[],
): Result<Rule> {
  const takenIds = rules.map(({ id }) => id);
  return source === 'link' ? parseRuleLink(content, takenIds) : parseSharedRule(content, takenIds);
}
