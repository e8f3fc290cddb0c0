import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

/** What ties a control to its label and its error. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface Props {
  readonly label: string;
  readonly error: string | undefined;
  readonly children: (props: ControlProps) => ComponentChildren;
}

/** A labelled control with the reason why its value is refused. */
export function Field({ label, error, children }: Props) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': error === undefined ? undefined : errorId,
      })}
      {error === undefined ? null : (
        <p class="error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}
