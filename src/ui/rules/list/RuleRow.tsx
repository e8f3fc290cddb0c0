import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { describeRule } from '../../../domain/rules/describe.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { send } from '../../engine-client.ts';
import { Icon } from '../../shell/Icon.tsx';
import { SideLabel } from '../../shell/SideLabel.tsx';
import { partText, text } from '../../text/text.ts';
import { RuleActions } from './RuleActions.tsx';

/** One rule with its switch, and what can be done with it on demand. */
export function RuleRow({ rule, isOwn }: { rule: Rule; isOwn: boolean }) {
  const words = partText().rules;
  const switchId = useId();
  const sentenceId = useId();
  const isOpen = useSignal(false);
  const name = text().ruleName(rule.name);
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
          <label for={switchId}>{name}</label>
          <SideLabel side={rule.side} />
        </div>
        <p id={sentenceId}>{describeRule(rule, partText().ruleWords)}</p>
        {isOpen.value ? <RuleActions rule={rule} isOwn={isOwn} /> : null}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-expanded={isOpen.value}
        aria-label={words.actions(name)}
        title={words.actions(name)}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <Icon name="more" />
      </button>
    </li>
  );
}
