import type { ComponentChildren } from 'preact';
import { text } from '../text/text.ts';
import { Icon } from './Icon.tsx';

interface Props {
  /** The dialog is named by the title. */
  readonly titleId: string;
  readonly title: string;
  readonly onClose: () => void;
  /** What stands before the title. */
  readonly children?: ComponentChildren;
}

/** The head of a dialog: what it is, and the way out. */
export function DialogHeader({ titleId, title, onClose, children }: Props) {
  return (
    <header class="panel-header">
      {children}
      <h2 class="panel-title" id={titleId}>
        {title}
      </h2>
      <div class="panel-actions">
        <button
          type="button"
          class="icon-button"
          aria-label={text().app.close}
          onClick={() => onClose()}
        >
          <Icon name="close" />
        </button>
      </div>
    </header>
  );
}
