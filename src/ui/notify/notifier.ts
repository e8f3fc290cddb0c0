import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Delivery } from '../../protocol/delivery.ts';
import { notificationContent } from './notification-content.ts';
import type { ContentContext, NotificationContent } from './notification-content.ts';
import type { PermissionState } from './permission.ts';
import { text } from '../text/text.ts';

/** The part of a service worker's registration that shows and lists notifications. */
export interface NotificationRegistration {
  showNotification(title: string, options: NotificationContent): Promise<void>;
  getNotifications(): Promise<readonly { readonly tag: string; close(): void }[]>;
}

export interface NotifierPorts {
  readonly permission: ReadonlySignal<PermissionState>;
  /** The setting `enableBrowser`. */
  isEnabled(): boolean;
  isHidden(): boolean;
  pageUrl(): string;
  now(): number;
  formatPrice: ContentContext['formatPrice'];
  /** Waits for a service worker that is being installed; `null` where there is none to come. */
  registration(): Promise<NotificationRegistration | null>;
}

export type NotifyOutcome =
  | { readonly type: 'shown' }
  | { readonly type: 'skipped'; readonly why: 'off' | 'permission' | 'visible' }
  | { readonly type: 'failed'; readonly reason: string };

export interface Notifier {
  /** The last failure in words, for the user; null when the last attempt went well. */
  readonly failure: ReadonlySignal<string | null>;
  /** Shows one notification if the page is hidden and the user wants it. Never rejects. */
  notify(delivery: Delivery, how: { readonly silent: boolean }): Promise<NotifyOutcome>;
  /** Takes away what was shown for these alerts. Never rejects. */
  remove(alertIds: ReadonlySet<string>): Promise<void>;
}

/** Browser notifications through the service worker. Every failure is a value, shown to the user. */
export function createNotifier(ports: NotifierPorts): Notifier {
  const failure = signal<string | null>(null);

  const fail = (reason: string): NotifyOutcome => {
    failure.value = reason;
    return { type: 'failed', reason };
  };

  return {
    failure,
    async notify(delivery, { silent }) {
      if (!ports.isEnabled()) return { type: 'skipped', why: 'off' };
      if (ports.permission.value !== 'granted') return { type: 'skipped', why: 'permission' };
      if (!ports.isHidden()) return { type: 'skipped', why: 'visible' };
      const { title, options } = notificationContent(delivery, {
        pageUrl: ports.pageUrl(),
        now: ports.now(),
        formatPrice: ports.formatPrice,
        silent,
      });
      try {
        const registration = await ports.registration();
        if (registration === null) return fail(text().shell.notifications.noWorker);
        await registration.showNotification(title, options);
        failure.value = null;
        return { type: 'shown' };
      } catch (error) {
        return fail(String(error));
      }
    },
    async remove(alertIds) {
      if (ports.permission.value !== 'granted' || alertIds.size === 0) return;
      try {
        const registration = await ports.registration();
        const shown = (await registration?.getNotifications()) ?? [];
        for (const notification of shown) {
          if (alertIds.has(notification.tag)) notification.close();
        }
      } catch (error) {
        fail(String(error));
      }
    },
  };
}
