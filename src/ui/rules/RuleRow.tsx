import { useId } from 'preact/hooks';
import { describeRule } from '../../domain/rules/describe.ts';
import { READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import { send } from '../engine-client.ts';
import { Icon } from '../shell/Icon.tsx';
import { SideLabel } from '../shell/SideLabel.tsx';
import { closeNotice, notify } from '../state/notices.ts';
import { text } from '../text/text.ts';

const NOTICE = 'rule-deleted';
const READY_MADE_IDS = new Set(READY_MADE_RULES.map((rule) => rule.id));

/** One rule with its switch. The ready-made ones can be switched off, one's own deleted as well. */
export function RuleRow({ rule }: { rule: Rule }) {
  const words = text().rules;
  const switchId = useId();
  const sentenceId = useId();
  return (
    <li class="rule" data-enabled={rule.isEnabled}>
      <input
        type="checkbox"
        role="switch"
        class="switch"
        id={switchId}
        aria-describedby={sentenceId}
        checked={rule.isEnabled}
        onChange={(event) => {
          const isEnabled = event.currentTarget.checked;
          send({ type: 'saveRule', rule: { ...rule, isEnabled } });
        }}
      />
      <div class="rule-words">
        <div class="rule-title">
          <label for={switchId}>{rule.name}</label>
          <SideLabel side={rule.side} />
        </div>
        <p id={sentenceId}>{describeRule(rule)}</p>
      </div>
      {READY_MADE_IDS.has(rule.id) ? null : (
        <button
          type="button"
          class="icon-button"
          aria-label={words.remove(rule.name)}
          title={words.remove(rule.name)}
          onClick={() => deleteRule(rule)}
        >
          <Icon name="trash" />
        </button>
      )}
    </li>
  );
}

function deleteRule(rule: Rule): void {
  send({ type: 'deleteRule', ruleId: rule.id });
  const undo = () => {
    send({ type: 'saveRule', rule });
    closeNotice(NOTICE);
  };
  notify('info', text().rules.removed(rule.name), {
    id: NOTICE,
    action: { label: text().notices.undo, run: undo },
  });
}
