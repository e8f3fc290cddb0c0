import { Dialog } from '../shell/Dialog.tsx';
import { isShortcutListOpen } from '../state/layout.ts';
import { partText } from '../text/text.ts';
import { SHORTCUT_KEYS } from './shortcuts.ts';
import './shortcuts.css';

/** What can be done with keys, in a dialog over the page. */
export function ShortcutList() {
  const words = partText().shortcuts;
  const { keys } = words;
  const onPage = Object.entries(SHORTCUT_KEYS).map(
    ([key, action]) => [key, words.actions[action]] as const,
  );
  return (
    <Dialog
      name="shortcuts"
      title={words.title}
      onClosed={() => (isShortcutListOpen.value = false)}
    >
      {(_close, titleId) => (
        <div class="dialog-body shortcuts-body" role="group" aria-labelledby={titleId} tabIndex={0}>
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
      )}
    </Dialog>
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
