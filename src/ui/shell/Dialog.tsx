import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { DialogHeader } from './DialogHeader.tsx';

interface Props {
  /** Of its style. */
  readonly name: string;
  /** A small one stays a card on a narrow screen. */
  readonly size?: 'small';
  /** What it shows is not to be had again, so that a press outside never closes it. */
  readonly isOnce?: boolean;
  readonly title: string;
  /** What stands before the title. */
  readonly before?: ComponentChildren;
  /** Whoever shows it takes it away now. */
  readonly onClosed: () => void;
  readonly children: (close: () => void, titleId: string) => ComponentChildren;
}

/**
 * A dialog over the page that may be closed at any time; by a press outside of it as well, until a
 * form in it was filled in: a slip of the hand does not throw that away.
 */
export function Dialog({ name, size, isOnce = false, title, before, onClosed, children }: Props) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isKept = useRef(isOnce);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  // oxlint-disable-next-line react/refs -- it is handed on, and called when something is pressed
  const contents = children(close, titleId);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${name}`}
      data-size={size}
      aria-labelledby={titleId}
      onClose={onClosed}
      onInput={({ target }) => {
        if (target instanceof Element && target.closest('form')) isKept.current = true;
      }}
      // The dialog fills its box: a press on the element itself is one on the backdrop.
      onMouseDown={({ target, currentTarget }) => {
        if (target === currentTarget && !isKept.current) close();
      }}
    >
      <div class="dialog-page">
        <DialogHeader titleId={titleId} title={title} onClose={close}>
          {before}
        </DialogHeader>
        {contents}
      </div>
    </dialog>
  );
}
