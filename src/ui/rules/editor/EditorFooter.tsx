import { useEffect, useRef } from 'preact/hooks';
import type { Fault } from '../../../domain/result.ts';
import { partText, text } from '../../text/text.ts';

interface Props {
  readonly faults: readonly Fault[];
  /** Whether leaving would lose what has not been saved, so that it is asked first. */
  readonly isAsking: boolean;
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
}

/** What is still wrong, and the ways out of the editor. */
export function EditorFooter({ faults, isAsking, onLeave, onDiscard }: Props) {
  const words = partText().editor;
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) keep.current?.focus();
  }, [isAsking]);
  if (isAsking) {
    return (
      <div class="dialog-footer" role="alertdialog" aria-label={words.ask}>
        <p class="dialog-note">{words.ask}</p>
        <button ref={keep} type="button" class="button primary" onClick={onLeave}>
          {words.keep}
        </button>
        <button type="button" class="button" onClick={onDiscard}>
          {words.discard}
        </button>
      </div>
    );
  }
  return (
    <footer class="dialog-footer">
      {faults.length === 0 ? (
        <span class="dialog-note" />
      ) : (
        <details class="dialog-note editor-faults">
          <summary>{words.faults(faults.length)}</summary>
          <ul>
            {faults.map((fault) => (
              <li key={fault.field}>{text().fault(fault)}</li>
            ))}
          </ul>
        </details>
      )}
      <button type="button" class="button quiet" onClick={onLeave}>
        {words.cancel}
      </button>
      <button type="submit" class="button primary">
        {words.save}
      </button>
    </footer>
  );
}
