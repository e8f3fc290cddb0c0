import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { send } from '../../engine-client.ts';
import { DialogHeader } from '../../shell/DialogHeader.tsx';
import { ErrorBoundary } from '../../shell/ErrorBoundary.tsx';
import { editorRequest } from '../../state/rule-dialogs.ts';
import type { EditorRequest } from '../../state/rule-dialogs.ts';
import { partText, text } from '../../text/text.ts';
import { Basics } from './Basics.tsx';
import { ConditionGroup } from './ConditionGroup.tsx';
import { EditorFooter } from './EditorFooter.tsx';
import { FiringOptions } from './FiringOptions.tsx';
import { Meaning } from './Meaning.tsx';
import { Preview } from './Preview.tsx';
import { IntervalScope, SymbolScope } from './Scopes.tsx';
import { copyOfRule, draftOfRule } from './draft-of-rule.ts';
import type { RuleDraft } from './draft.ts';
import { EditorContext } from './editor-context.ts';
import type { Editing } from './editor-context.ts';
import { focusOn } from './focus.ts';
import { newDraft } from './new-draft.ts';
import { readDraft } from './read-draft.ts';
import { ROOT_PATH, ruleData } from './rule-data.ts';
import './editor.css';
import './tree.css';

const FIRST_CONTROL = '.editor-basics :is(select, input)';

/** Builds a rule, or changes one, in a dialog over the page. Nothing is saved that does not parse. */
export function RuleEditor({ request }: { request: EditorRequest }) {
  const words = partText();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const start = useMemo(() => draftFor(request), [request]);
  const draft = useSignal(start);
  const isAsking = useSignal(false);
  const focus = useRef<string | null>(null);
  const leftAt = useRef<Element | null>(null);
  const read = useComputed(() => readDraft(draft.value, partText().ruleWords));
  const { rule, faults, suggestedName } = read.value;

  useEffect(() => {
    dialog.current?.showModal();
    focusOn(dialog.current, FIRST_CONTROL);
  }, []);
  useEffect(() => {
    if (focus.current !== null) focusOn(dialog.current, focus.current);
    focus.current = null;
  }, [draft.value]);

  const editing: Editing = {
    draft: draft.value,
    faults,
    change: (part) => (draft.value = { ...draft.value, ...part }),
    changeRoot: (root, next) => {
      focus.current = next ?? null;
      draft.value = { ...draft.value, root };
    },
  };
  const isChanged = () =>
    JSON.stringify(ruleData(draft.value, '')) !== JSON.stringify(ruleData(start, ''));
  const goOn = () => {
    isAsking.value = false;
    const place = leftAt.current;
    if (place instanceof HTMLElement && place.isConnected) place.focus();
    else focusOn(dialog.current, FIRST_CONTROL);
  };
  const leave = () => {
    if (isAsking.value) return goOn();
    if (!isChanged()) return dialog.current?.close();
    leftAt.current = document.activeElement;
    isAsking.value = true;
  };
  const save = (event: Event) => {
    event.preventDefault();
    if (rule === null) {
      dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-fault]')?.focus();
      return;
    }
    send({ type: 'saveRule', rule });
    dialog.current?.close();
  };

  return (
    <dialog
      ref={dialog}
      class="dialog editor"
      aria-labelledby={titleId}
      onClose={() => (editorRequest.value = null)}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Or the browser closes the dialog when it is pressed twice, whatever `cancel` says.
        event.preventDefault();
        leave();
      }}
    >
      <form class="dialog-page" noValidate onSubmit={save}>
        <DialogHeader
          titleId={titleId}
          title={request.type === 'edit' ? words.editor.editTitle : words.editor.newTitle}
          onClose={leave}
        />
        <ErrorBoundary title={words.rules.title}>
          <EditorContext.Provider value={editing}>
            <div class="editor-body">
              <div class="editor-form">
                <Basics isNew={request.type === 'new'} suggestedName={suggestedName} />
                <div class="editor-scopes">
                  <SymbolScope />
                  <IntervalScope />
                </div>
                <h3>{words.editor.conditions.legend}</h3>
                <ConditionGroup
                  group={draft.value.root}
                  path={ROOT_PATH}
                  label={words.editor.conditions.legend}
                />
                <FiringOptions />
              </div>
              <aside class="editor-aside">
                <Meaning rule={rule} />
                <Preview rule={rule} />
              </aside>
            </div>
          </EditorContext.Provider>
        </ErrorBoundary>
        <EditorFooter
          faults={[...faults.values()]}
          isAsking={isAsking.value}
          onLeave={leave}
          onDiscard={() => dialog.current?.close()}
        />
      </form>
    </dialog>
  );
}

function draftFor(request: EditorRequest): RuleDraft {
  if (request.type === 'new') return newDraft();
  if (request.type === 'edit') return draftOfRule(request.rule);
  return copyOfRule(request.rule, partText().rules.copyName(text().ruleName(request.rule.name)));
}
