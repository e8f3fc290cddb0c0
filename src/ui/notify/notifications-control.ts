import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Permission, PermissionState } from './permission.ts';
import { text } from '../text/text.ts';

/** What the button shows: `off` may be turned on by a click; the others need the user elsewhere. */
export type NotificationsState = 'on' | 'off' | Exclude<PermissionState, 'default' | 'granted'>;

export interface ControlPorts {
  readonly permission: Permission;
  /** The setting `enableBrowser`. */
  readonly isEnabled: ReadonlySignal<boolean>;
  changeEnabled(isEnabled: boolean): void;
}

export interface NotificationsControl {
  readonly state: ReadonlySignal<NotificationsState>;
  /** Words under the button: what to do where a click alone is not enough. */
  readonly hint: ReadonlySignal<string | null>;
  /** The click: turns notifications on, asking where needed, or off. Never rejects. */
  press(): Promise<void>;
}

/** Brings the browser's permission and the user's setting together in one button. */
export function createNotificationsControl(ports: ControlPorts): NotificationsControl {
  const { permission } = ports;
  const hint = signal<string | null>(null);

  const state = computed<NotificationsState>(() => {
    const allowed = permission.state.value;
    if (allowed === 'default') return 'off';
    if (allowed !== 'granted') return allowed;
    return ports.isEnabled.value ? 'on' : 'off';
  });

  // Words about a state that has passed would mislead.
  effect(() => {
    if (state.value === 'on') hint.value = null;
  });

  return {
    state,
    hint,
    async press() {
      if (state.value === 'on') return ports.changeEnabled(false);
      if (permission.state.value === 'default') hint.value = text().shell.notifications.asking;
      const wasShown = hint.value;
      const outcome = await permission.ask();
      if (outcome.type === 'failed') {
        hint.value = text().shell.notifications.askFailed(outcome.reason);
      } else if (outcome.state === 'granted') {
        hint.value = null;
        ports.changeEnabled(true);
      } else {
        const words = wordsFor(outcome.state);
        // A second click on the same answer closes the words again.
        hint.value = wasShown === words ? null : words;
      }
    },
  };
}

function wordsFor(state: Exclude<PermissionState, 'granted'>): string {
  switch (state) {
    case 'default':
      return text().shell.notifications.closed;
    case 'denied':
      return text().shell.notifications.denied;
    case 'needs-install':
      return text().shell.notifications.needsInstall;
    case 'unsupported':
      return text().shell.notifications.unsupported;
    default:
      return state satisfies never;
  }
}
