import { useEffect, useId, useRef } from 'preact/hooks';
import type { Fault } from '../../../domain/result.ts';
import { describeRule } from '../../../domain/rules/describe.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { send } from '../../engine-client.ts';
import { Icon } from '../../shell/Icon.tsx';
import { engineStarts } from '../../state/engine.ts';
import { notify } from '../../state/notices.ts';
import { importRequest } from '../../state/rule-dialogs.ts';
import type { ImportRequest } from '../../state/rule-dialogs.ts';
import { rules } from '../../state/rules.ts';
import { partText, text } from '../../text/text.ts';
import { RuleFields } from './RuleFields.tsx';
import { readImport } from './read-import.ts';
import '../dialog.css';
import './import.css';

/** A rule from somebody else, shown in full before anything is saved. It comes switched off. */
export function RuleImport({ request }: { request: ImportRequest }) {
  const words = partText().rules.import;
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const read = readImport(request, rules.value);
  const accept = (rule: Rule) => {
    send({ type: 'saveRule', rule });
    notify('info', words.done(rule.name), { id: 'rule-imported' });
    close();
  };
  return (
    <dialog
      ref={dialog}
      class="dialog rule-import"
      aria-labelledby={titleId}
      onClose={() => (importRequest.value = null)}
    >
      <div class="dialog-page">
        <header class="panel-header">
          <h2 class="panel-title" id={titleId}>
            {words.title}
          </h2>
          <div class="panel-actions">
            <button type="button" class="icon-button" aria-label={words.close} onClick={close}>
              <Icon name="close" />
            </button>
          </div>
        </header>
        <div class="rule-import-body">
          {read.ok ? (
            <Offer rule={read.value} source={request.source} />
          ) : (
            <Refusal faults={read.faults} />
          )}
        </div>
        <footer class="dialog-footer">
          <button type="button" class="button quiet" onClick={close}>
            {read.ok ? words.cancel : words.close}
          </button>
          {read.ok ? (
            <button
              type="button"
              class="button primary"
              // Before the engine has told its rules it is not known which ids are taken.
              disabled={engineStarts.value === 0}
              onClick={() => accept(read.value)}
            >
              {words.accept}
            </button>
          ) : null}
        </footer>
      </div>
    </dialog>
  );
}

function Offer({ rule, source }: { rule: Rule; source: ImportRequest['source'] }) {
  const words = partText().rules.import;
  return (
    <>
      <p class="hint">{source === 'link' ? words.fromLink : words.fromFile}</p>
      <h3>{rule.name}</h3>
      <p class="rule-import-sentence">{`${describeRule(rule, partText().ruleWords)}.`}</p>
      <h4>{words.details}</h4>
      <RuleFields rule={rule} />
      <details>
        <summary>{words.json}</summary>
        {/* The keyboard scrolls what is wider than the dialog. */}
        <pre tabIndex={0}>{JSON.stringify(rule, null, 2)}</pre>
      </details>
    </>
  );
}

function Refusal({ faults }: { faults: readonly Fault[] }) {
  const words = partText().rules.import;
  return (
    <div role="alert">
      <p>{words.faults}</p>
      <ul class="rule-import-faults">
        {faults.map((fault) => (
          <li key={fault.field}>{text().fault(fault)}</li>
        ))}
      </ul>
    </div>
  );
}
