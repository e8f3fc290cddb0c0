import { signal } from '@preact/signals';

/** The parts of a narrow screen, one at a time. Wide screens show them all. */
export const TABS = ['market', 'chart', 'alerts', 'rules', 'health'] as const;
export type Tab = (typeof TABS)[number];

export const activeTab = signal<Tab>('market');

/** Whether the settings dialog is open. */
export const isSettingsOpen = signal(false);

/** Whether the list of keyboard shortcuts is open. */
export const isShortcutListOpen = signal(false);

/**
 * What asks for more of the middle of the page than it has usually: an open alert, the metrics, panes of
 * indicators. Attributes of the board say it to the styles: a `:has()` there would have the browser style the
 * whole page anew whenever a text comes or goes within.
 */
export const roomFor = { alert: signal(false), metrics: signal(false), panes: signal(false) };

/** Brings the history into view on a narrow screen; on a wide one it always is. */
export function openHistory(): void {
  activeTab.value = 'alerts';
}
