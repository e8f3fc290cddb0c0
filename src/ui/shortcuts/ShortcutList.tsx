import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../shell/Icon.tsx';
import { isShortcutListOpen } from '../state/layout.ts';
import { partText, text } from '../text/text.ts';
import { SHORTCUT_KEYS } from './shortcuts.ts';
import './shortcuts.css';

/** What can be done with keys, in a dialog over the page. */
export function ShortcutList() {
  const words = partText().shortcuts;
  const { keys } = words;
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const onPage = Object.entries(SHORTCUT_KEYS).map(
    ([key, action]) => [key, words.actions[action]] as const,
  );
  return (
    <dialog
      ref={dialog}
      class="shortcuts"
      aria-labelledby={titleId}
      onClose={() => (isShortcutListOpen.value = false)}
      onMouseDown={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div class="shortcuts-page">
        <header class="panel-header">
          <h2 class="panel-title" id={titleId}>
            {words.title}
          </h2>
          <div class="panel-actions">
            <button
              type="button"
              class="icon-button"
              aria-label={text().app.close}
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
        </header>
        <div class="shortcuts-body" role="group" aria-labelledby={titleId} tabIndex={0}>
          <Group title={words.groups.page} rows={onPage} />
          <Group
            title={words.groups.chart}
            rows={[
              [keys.arrows, keys.pan],
              [keys.zoomKeys, keys.zoom],
              [keys.ends, keys.jump],
            ]}
          />
          <Group
            title={words.groups.lists}
            rows={[
              [keys.rows, keys.move],
              [keys.enter, keys.choose],
              [keys.altArrows, keys.reorder],
              [keys.escape, keys.close],
            ]}
          />
        </div>
      </div>
    </dialog>
  );
}

interface GroupProps {
  readonly title: string;
  /** What is pressed, and what it does. */
  readonly rows: readonly (readonly [string, string])[];
}

function Group({ title, rows }: GroupProps) {
  return (
    <section>
      <h3>{title}</h3>
      <dl class="shortcuts-list">
        {rows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
