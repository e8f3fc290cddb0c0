import type { ComponentChildren, Ref } from 'preact';

interface Props {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly bodyRef?: Ref<HTMLDivElement>;
  readonly onScroll?: () => void;
  readonly children: ComponentChildren;
}

/** The part of a panel that scrolls. The keyboard reaches it, even where nothing in it takes focus. */
export function ScrollArea({ label, bodyRef, onScroll, children }: Props) {
  return (
    <div
      ref={bodyRef ?? null}
      class="panel-body"
      role="group"
      aria-label={label}
      tabIndex={0}
      onScroll={onScroll}
    >
      {children}
    </div>
  );
}
