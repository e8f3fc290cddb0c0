import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Tab } from '../state/layout.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useWasShown } from './use-was-shown.ts';

interface Props {
  /** Names the region and heads it. */
  readonly title: string;
  /** Where a narrow screen shows it. */
  readonly tab: Tab;
  readonly class: string;
  readonly note?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One part of the screen: a named region with a heading of its own. */
export function Panel({ title, tab, class: name, note, actions, children }: Props) {
  const id = useId();
  const wasShown = useWasShown(tab);
  return (
    <section class={`panel ${name}`} data-tab={tab} aria-labelledby={id}>
      <header class="panel-header">
        <h2 class="panel-title" id={id}>
          {title}
        </h2>
        {note ? <span class="panel-note">{note}</span> : null}
        {actions && wasShown ? <div class="panel-actions">{actions}</div> : null}
      </header>
      <ErrorBoundary title={title}>{wasShown ? children : null}</ErrorBoundary>
    </section>
  );
}
