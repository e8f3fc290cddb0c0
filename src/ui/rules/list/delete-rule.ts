import type { Rule } from '../../../domain/rules/rule.ts';
import { send } from '../../engine-client.ts';
import { closeNotice, notify } from '../../state/notices.ts';
import { partText, text } from '../../text/text.ts';

const NOTICE = 'rule-deleted';

/** Deletes a rule, and offers to take that back. */
export function deleteRule(rule: Rule): void {
  send({ type: 'deleteRule', ruleId: rule.id });
  const undo = () => {
    send({ type: 'saveRule', rule });
    closeNotice(NOTICE);
  };
  notify('info', partText().rules.removed(text().ruleName(rule.name)), {
    id: NOTICE,
    action: { label: text().notices.undo, run: undo },
  });
}
