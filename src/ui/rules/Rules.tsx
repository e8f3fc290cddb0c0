import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { FileInput } from '../shell/FileInput.tsx';
import { Icon } from '../shell/Icon.tsx';
import { Lazy } from '../shell/Lazy.tsx';
import { Panel } from '../shell/Panel.tsx';
import { whyNothing } from '../notices/why-nothing.ts';
import { editorRequest } from '../state/rule-dialogs.ts';
import { brokenRules, rules } from '../state/rules.ts';
import { text } from '../text/text.ts';
import { offerFile } from './import/choose-file.ts';
import './rules.css';

const loadAddRule = async () => (await import('./AddRule.tsx')).AddRule;
const loadRuleList = async () => (await import('./list/RuleList.tsx')).RuleList;

/** What the user wants to be told of. */
export function Rules() {
  const words = text().rules;
  const isAdding = useSignal(false);
  const all = rules.value;
  const broken = brokenRules.value;
  const on = all.filter((rule) => rule.isEnabled).length;
  return (
    <Panel
      title={words.title}
      tab="rules"
      class="rules"
      note={all.length > 0 ? words.enabledCount(on, all.length) : null}
    >
      <div class="rules-bar">
        <button
          type="button"
          class="button"
          aria-haspopup="dialog"
          onClick={() => (editorRequest.value = { type: 'new' })}
        >
          <Icon name="plus" size={12} />
          {words.add}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-expanded={isAdding.value}
          onClick={() => (isAdding.value = !isAdding.value)}
        >
          {words.quick}
        </button>
        <ImportButton />
      </div>
      {all.length > 0 && on === 0 ? <p class="rules-none">{words.noneOn}</p> : null}
      <div class="panel-body">
        {isAdding.value ? (
          <Lazy load={loadAddRule} props={{ onClose: () => (isAdding.value = false) }} />
        ) : null}
        {all.length + broken.length === 0 ? (
          <p class="empty">{whyNothing() ?? words.empty}</p>
        ) : (
          <Lazy load={loadRuleList} props={{ rules: all, broken }} />
        )}
      </div>
    </Panel>
  );
}

/** Opens the browser's choice of files. */
function ImportButton() {
  const words = text().rules;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="button quiet"
        title={words.importFileHint}
        onClick={() => input.current?.click()}
      >
        {words.importFile}
      </button>
      <FileInput
        input={input}
        label={words.importFileHint}
        onFile={(file) => void offerFile(file)}
      />
    </>
  );
}
