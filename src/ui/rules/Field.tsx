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
  /** Said to those who do not see it only. */
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  readonly children: (props: ControlProps) => ComponentChildren;
}

/** A labelled control with the reason why its value is refused. */
export function Field({ label, error, isLabelHidden = false, hint, children }: Props) {
  const id = useId();
  const errorId = `${id}-error`;
  const hintId = `${id}-hint`;
  const described = [error === undefined ? '' : errorId, hint === undefined ? '' : hintId];
  return (
    <div class="field">
      <label for={id} class={isLabelHidden ? 'visually-hidden' : ''}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': described.join(' ').trim() || undefined,
      })}
      {hint === undefined ? null : (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}
