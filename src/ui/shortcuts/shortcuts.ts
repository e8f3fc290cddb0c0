/** Single keys that do things from anywhere on the page, but where somebody types. */
import { shortcutKeys } from '../state/preferences.ts';
import type { PartTexts } from '../text/text.ts';

export type ShortcutAction = keyof PartTexts['shortcuts']['actions'];

/** As `KeyboardEvent.key` names them; the list of shortcuts shows them in this order. */
export const SHORTCUT_KEYS = {
  '/': 'search',
  '?': 'help',
  '1': 'watchlist',
  '2': 'chart',
  '3': 'history',
  '4': 'rules',
  '5': 'health',
  j: 'nextSymbol',
  k: 'previousSymbol',
  d: 'dismissAll',
  n: 'newRule',
  m: 'sound',
  ',': 'settings',
} as const satisfies Readonly<Record<string, ShortcutAction>>;

/** Calls back for each shortcut that is pressed. Returns the end of it. */
export function listenToShortcuts(
  target: EventTarget,
  perform: (action: ShortcutAction) => void,
): () => void {
  const listen = (event: Event): void => {
    const action = event instanceof KeyboardEvent ? shortcutOf(event) : undefined;
    if (action === undefined) return;
    event.preventDefault();
    perform(action);
  };
  target.addEventListener('keydown', listen);
  return () => target.removeEventListener('keydown', listen);
}

/** Undefined where the key means something else. */
export function shortcutOf(event: KeyboardEvent): ShortcutAction | undefined {
  if (shortcutKeys.peek() === 'off' || event.defaultPrevented || event.isComposing)
    return undefined;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return undefined;
  if (document.querySelector('dialog[open]')) return undefined;
  return Object.entries(SHORTCUT_KEYS).find(([key]) => key === event.key)?.[1];
}

function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, select, textarea'))
  );
}
