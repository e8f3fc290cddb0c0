import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/**
 * Whether notifications can be shown. `needs-install`: a browser tab on iOS or iPadOS, where only
 * an app on the Home Screen may ask.
 */
export type PermissionState = 'unsupported' | 'needs-install' | NotificationPermission;

/** The browser's side: what it says now, and a way to ask the user. */
export interface PermissionPorts {
  /** `null` where the browser has no notifications at all. */
  readonly notification: {
    readonly permission: NotificationPermission;
    requestPermission(): Promise<NotificationPermission>;
  } | null;
  readonly hasServiceWorker: boolean;
  readonly isIosTab: boolean;
  /** Calls back whenever the permission may have changed. */
  onPossibleChange(read: () => void): void;
}

export type AskOutcome =
  | { readonly type: 'answered'; readonly state: PermissionState }
  | { readonly type: 'failed'; readonly reason: string };

export interface Permission {
  readonly state: ReadonlySignal<PermissionState>;
  /** Reads it again: browsers revoke permissions on their own. */
  reread(): PermissionState;
  /** Asks the user. Call it only from a click. */
  ask(): Promise<AskOutcome>;
}

/** Keeps the notification permission as a signal that follows the browser. */
export function createPermission(ports: PermissionPorts): Permission {
  const state = signal(readPermission(ports));
  const reread = (): PermissionState => {
    state.value = readPermission(ports);
    return state.value;
  };
  ports.onPossibleChange(reread);

  return {
    state,
    reread,
    async ask() {
      const { notification } = ports;
      if (reread() !== 'default' || notification === null) {
        return { type: 'answered', state: state.value };
      }
      try {
        await notification.requestPermission();
        return { type: 'answered', state: reread() };
      } catch (error) {
        return { type: 'failed', reason: String(error) };
      }
    },
  };
}

function readPermission(ports: PermissionPorts): PermissionState {
  if (ports.isIosTab) return 'needs-install';
  if (ports.notification === null || !ports.hasServiceWorker) return 'unsupported';
  return ports.notification.permission;
}
