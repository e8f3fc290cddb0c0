import { signal } from '@preact/signals';

/** The parts of a narrow screen, one at a time. Wide screens show them all. */
export const TABS = ['market', 'chart', 'alerts', 'rules', 'health'] as const;
export type Tab = (typeof TABS)[number];

export const activeTab = signal<Tab>('market');

/** Whether the settings dialog is open. */
export const isSettingsOpen = signal(false);

/** Whether the list of keyboard shortcuts is open. */
export const isShortcutListOpen = signal(false);

/** Brings the history into view on a narrow screen; on a wide one it always is. */
export function openHistory(): void {
  activeTab.value = 'alerts';
}
