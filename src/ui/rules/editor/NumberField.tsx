import { Field } from '../Field.tsx';
import { faultAt, useEditing } from './editor-context.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Where the parser looks for it. */
  readonly path: string;
  readonly onChange: (typed: string) => void;
  readonly hint?: string;
}

/** A number as it is typed; what is wrong with it stands below. */
export function NumberField({ label, value, path, onChange, hint }: Props) {
  const editing = useEditing();
  return (
    <Field label={label} error={faultAt(editing, path)} {...(hint !== undefined && { hint })}>
      {(props) => (
        <input
          {...props}
          class="input number"
          inputMode="decimal"
          autocomplete="off"
          spellcheck={false}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
