import type { Fault } from '../../../domain/result.ts';
import { describeRule } from '../../../domain/rules/describe.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { send } from '../../engine-client.ts';
import { Dialog } from '../../shell/Dialog.tsx';
import { engineStarts } from '../../state/engine.ts';
import { notify } from '../../state/notices.ts';
import { importRequest } from '../../state/rule-dialogs.ts';
import type { ImportRequest } from '../../state/rule-dialogs.ts';
import { rules } from '../../state/rules.ts';
import { partText, text } from '../../text/text.ts';
import { RuleFields } from './RuleFields.tsx';
import { readImport } from './read-import.ts';
import './import.css';

/** A rule from somebody else, shown in full before anything is saved. It comes switched off. */
export function RuleImport({ request }: { request: ImportRequest }) {
  const words = partText().rules.import;
  const read = readImport(request, rules.value);
  const accept = (rule: Rule, close: () => void) => {
    send({ type: 'saveRule', rule });
    notify('info', words.done(text().ruleName(rule.name)), { id: 'rule-imported' });
    close();
  };
  return (
    <Dialog
      name="rule-import"
      isOnce
      title={words.title}
      onClosed={() => (importRequest.value = null)}
    >
      {(close) => (
        <>
          <div class="dialog-body rule-import-body">
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
                onClick={() => accept(read.value, close)}
              >
                {words.accept}
              </button>
            ) : null}
          </footer>
        </>
      )}
    </Dialog>
  );
}

function Offer({ rule, source }: { rule: Rule; source: ImportRequest['source'] }) {
  const words = partText().rules.import;
  return (
    <>
      <p class="hint">{source === 'link' ? words.fromLink : words.fromFile}</p>
      <h3>{text().ruleName(rule.name)}</h3>
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
