import { useSignal } from '@preact/signals';
import type { BrokenRule } from '../../../protocol/messages.ts';
import { send } from '../../engine-client.ts';
import { partText, text } from '../../text/text.ts';

/** A stored rule that cannot be read, with its reasons. Deleting it cannot be taken back: it is asked. */
export function BrokenRuleRow({ rule }: { rule: BrokenRule }) {
  const words = partText().rules.broken;
  const isAsking = useSignal(false);
  return (
    <li class="rule rule-broken">
      <div class="rule-words">
        <div class="rule-title">
          <strong>{rule.name}</strong>
          <span class="badge">{words.badge}</span>
        </div>
        <p>{words.meaning}</p>
        <ul>
          {rule.faults.map((fault) => (
            <li key={fault.field} class="error">
              {text().fault(fault)}
            </li>
          ))}
        </ul>
        <div class="rule-actions">
          {isAsking.value ? (
            <button
              type="button"
              class="button"
              onClick={() => send({ type: 'deleteRule', ruleId: rule.id })}
            >
              {words.confirm}
            </button>
          ) : null}
          <button
            type="button"
            class="button quiet"
            aria-label={isAsking.value ? words.keep : partText().rules.remove(rule.name)}
            onClick={() => (isAsking.value = !isAsking.value)}
          >
            {isAsking.value ? words.keep : partText().rules.removeShort}
          </button>
        </div>
      </div>
    </li>
  );
}
