import type { Rule } from '../../../domain/rules/rule.ts';
import { Icon } from '../../shell/Icon.tsx';
import type { IconName } from '../../shell/Icon.tsx';
import { editorRequest } from '../../state/rule-dialogs.ts';
import { partText, text } from '../../text/text.ts';
import { deleteRule } from './delete-rule.ts';
import { copyLink, saveAsFile } from './share-rule.ts';

/** What can be done with a rule. The ready-made ones stay as they are: they are copied instead. */
export function RuleActions({ rule, isOwn }: { rule: Rule; isOwn: boolean }) {
  const words = partText().rules;
  const name = text().ruleName(rule.name);
  return (
    <div class="rule-actions">
      {isOwn ? (
        <Action
          icon="edit"
          word={words.edit}
          label={words.editRule(name)}
          run={() => (editorRequest.value = { type: 'edit', rule })}
        />
      ) : null}
      <Action
        icon="copy"
        word={words.duplicate}
        label={words.duplicateRule(name)}
        run={() => (editorRequest.value = { type: 'copy', rule })}
      />
      <Action
        icon="link"
        word={words.share.link}
        label={words.share.linkOf(name)}
        run={() => void copyLink(rule)}
      />
      <Action
        icon="file"
        word={words.share.file}
        label={words.share.fileOf(name)}
        run={() => saveAsFile(rule)}
      />
      {isOwn ? (
        <Action
          icon="trash"
          word={words.removeShort}
          label={words.remove(name)}
          run={() => deleteRule(rule)}
        />
      ) : null}
    </div>
  );
}

function Action(props: {
  readonly icon: IconName;
  readonly word: string;
  readonly label: string;
  readonly run: () => void;
}) {
  const { icon, word, label, run } = props;
  return (
    <button type="button" class="button quiet" aria-label={label} title={label} onClick={run}>
      <Icon name={icon} size={13} />
      {word}
    </button>
  );
}
