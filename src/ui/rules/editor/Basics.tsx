import { READY_MADE_RULES } from '../../../domain/rules/ready-made.ts';
import { partText, text } from '../../text/text.ts';
import { Icon } from '../../shell/Icon.tsx';
import { Field } from '../Field.tsx';
import { startFrom } from './draft-of-rule.ts';
import { faultAt, useEditing } from './editor-context.ts';

const SIDES = ['BUY', 'SELL'] as const;

interface Props {
  /** Whether it may begin with what another rule looks for. */
  readonly isNew: boolean;
  readonly suggestedName: string;
}

/** What the rule is called and which side it takes. */
export function Basics({ isNew, suggestedName }: Props) {
  const editing = useEditing();
  const words = partText().editor;
  const { draft, change } = editing;
  return (
    <div class="editor-basics">
      {isNew ? <StartFrom /> : null}
      <Field label={words.name} error={faultAt(editing, 'name')} hint={words.nameHint}>
        {(props) => (
          <input
            {...props}
            class="input"
            autocomplete="off"
            maxLength={80}
            placeholder={suggestedName}
            value={draft.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <fieldset class="choice-field">
        <legend>{words.side}</legend>
        <div class="choices">
          {SIDES.map((side) => (
            <label key={side} class="choice side" data-side={side}>
              <input
                type="radio"
                name="side"
                checked={draft.side === side}
                onChange={() => change({ side })}
              />
              <Icon name={side === 'BUY' ? 'up' : 'down'} size={9} />
              {text().sides[side]}
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

function StartFrom() {
  const { draft, change } = useEditing();
  const words = partText().editor;
  return (
    <Field label={words.startFrom} error={undefined}>
      {(props) => (
        <select
          {...props}
          class="select"
          onChange={({ currentTarget }) => {
            const rule = READY_MADE_RULES.find(({ id }) => id === currentTarget.value);
            change(startFrom(draft, rule ? { ...rule, name: text().ruleName(rule.name) } : null));
          }}
        >
          <option value="">{words.blank}</option>
          {READY_MADE_RULES.map(({ id, name }) => (
            <option key={id} value={id}>
              {text().ruleName(name)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
