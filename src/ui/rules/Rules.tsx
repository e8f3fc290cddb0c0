import { useSignal } from '@preact/signals';
import { Icon } from '../shell/Icon.tsx';
import { Lazy } from '../shell/Lazy.tsx';
import { Panel } from '../shell/Panel.tsx';
import { rules } from '../state/rules.ts';
import { text } from '../text/text.ts';
import { AddRule } from './AddRule.tsx';
import './rules.css';

const loadRuleList = async () => (await import('./RuleList.tsx')).RuleList;

/** What the user wants to be told of. */
export function Rules() {
  const words = text().rules;
  const isAdding = useSignal(false);
  const all = rules.value;
  const on = all.filter((rule) => rule.isEnabled).length;
  const addButton = (
    <button
      type="button"
      class="button quiet"
      aria-expanded={isAdding.value}
      onClick={() => (isAdding.value = !isAdding.value)}
    >
      <Icon name="plus" size={12} />
      {words.add}
    </button>
  );
  return (
    <Panel
      title={words.title}
      tab="rules"
      class="rules"
      note={all.length > 0 ? words.enabledCount(on, all.length) : null}
      actions={addButton}
    >
      <div class="panel-body">
        {isAdding.value ? <AddRule onClose={() => (isAdding.value = false)} /> : null}
        {all.length === 0 ? <p class="empty">{words.empty}</p> : null}
        <Lazy load={loadRuleList} props={{ rules: all }} />
      </div>
    </Panel>
  );
}
