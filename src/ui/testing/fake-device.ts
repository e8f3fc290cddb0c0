import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { createDeskMode } from '../desk/wake-lock.ts';
import type { Device } from '../device.ts';
import type { InstallState } from '../install/install-offer.ts';
import type { NotificationsState } from '../notify/notifications-control.ts';
import type { SoundState } from '../sound/bell.ts';

export interface FakeDevice {
  readonly device: Device;
  readonly notifications: Signal<NotificationsState>;
  readonly sound: Signal<SoundState>;
  readonly install: Signal<InstallState>;
  /** What was pressed or rung, oldest first. */
  readonly pressed: string[];
}

/** A device in the state that a test says, where nothing happens but that it is written down. */
export function createFakeDevice(): FakeDevice {
  const pressed: string[] = [];
  const press = (name: string) => (): Promise<void> => {
    pressed.push(name);
    return Promise.resolve();
  };
  const none = signal<string | null>(null);
  const notifications = signal<NotificationsState>('on');
  const sound = signal<SoundState>('on');
  const install = signal<InstallState>('hidden');
  const device: Device = {
    bell: {
      state: sound,
      failure: none,
      press: press('sound'),
      ring() {
        pressed.push('ring');
        return 'rung';
      },
    },
    notifications: { state: notifications, hint: none, press: press('notifications') },
    installOffer: { state: install, failure: none, install: press('install') },
    updates: {
      isReady: signal(false),
      missing: none,
      checkFailure: none,
      start: press('start'),
      accept: () => void pressed.push('accept'),
      postpone: () => void pressed.push('postpone'),
    },
    deskMode: createDeskMode({
      request: null,
      isPageSeen: signal(true),
    }),
    deliver: () => undefined,
  };
  return { device, notifications, sound, install, pressed };
}
