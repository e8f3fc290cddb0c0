import type { Device } from '../device.ts';
import { send } from '../engine-client.ts';
import { activeTab, isSettingsOpen, isShortcutListOpen } from '../state/layout.ts';
import type { Tab } from '../state/layout.ts';
import { editorRequest } from '../state/rule-dialogs.ts';
import { selectSymbol, selection } from '../state/selection.ts';
import { watchlist } from '../state/watchlist.ts';
import type { ShortcutAction } from './shortcuts.ts';

/** Does what a shortcut says. */
export function perform(action: ShortcutAction, { bell }: Pick<Device, 'bell'>): void {
  switch (action) {
    case 'search':
      return showAndFocus('market', '[role="combobox"]');
    case 'watchlist':
      return showAndFocus('market', '[role="grid"] [tabindex="0"], table [tabindex="0"]');
    case 'chart':
      return showAndFocus('chart', '[tabindex="0"]');
    case 'history':
      return showAndFocus('alerts', 'button, [tabindex="0"]');
    case 'rules':
      return showAndFocus('rules', 'button');
    case 'health':
      return showAndFocus('health', 'button, [tabindex="0"]');
    case 'help':
      isShortcutListOpen.value = true;
      return;
    case 'settings':
      isSettingsOpen.value = true;
      return;
    case 'previousSymbol':
      return step(-1);
    case 'nextSymbol':
      return step(1);
    case 'dismissAll':
      return send({ type: 'dismissAllAlerts' });
    case 'newRule':
      editorRequest.value = { type: 'new' };
      return;
    case 'sound':
      return void bell.press();
    default:
      return action satisfies never;
  }
}

/** Brings a part of the page into view and the focus into it. */
function showAndFocus(tab: Tab, target: string): void {
  activeTab.value = tab;
  requestAnimationFrame(() => {
    const panel = document.querySelector(`.panel[data-tab="${tab}"]`);
    const found = panel?.querySelector<HTMLElement>(target);
    found?.focus();
    panel?.scrollIntoView({ block: 'nearest' });
  });
}

/** The neighbour in the watchlist, as the user arranged it. */
function step(by: number): void {
  const { symbols } = watchlist.peek();
  const place = symbols.indexOf(selection.peek()?.symbol ?? '');
  const next = symbols[(place + by + symbols.length) % symbols.length];
  if (next !== undefined) selectSymbol(next);
}
