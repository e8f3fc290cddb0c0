import type { Delivery } from '../../protocol/delivery.ts';
import { text } from '../text/text.ts';
import { summarize } from './summarize.ts';

/** Tag of the one summary notification: a newer summary replaces the older. */
export const SUMMARY_TAG = 'summary';

/** What the service worker gets back with a click. `id` is null for a summary. */
export interface NotificationData {
  readonly id: string | null;
  /** The page that told it, so that a click opens the same feed (demo or exchange). */
  readonly url: string;
}

/** The parts of `NotificationOptions` used here, with those that TypeScript's library lacks. */
export interface NotificationContent extends NotificationOptions {
  readonly tag: string;
  readonly data: NotificationData;
  readonly renotify: boolean;
  readonly timestamp: number;
  readonly actions: readonly { readonly action: string; readonly title: string }[];
}

export interface ContentContext {
  /** The page's own address. */
  readonly pageUrl: string;
  readonly silent: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  formatPrice(symbol: string, price: string): string;
}

/** Title and options of the notification that tells a delivery. */
export function notificationContent(
  delivery: Delivery,
  { pageUrl, silent, now, formatPrice }: ContentContext,
): { readonly title: string; readonly options: NotificationContent } {
  const common = {
    icon: new URL('icons/icon-192.png', pageUrl).href,
    badge: new URL('icons/badge-96.png', pageUrl).href,
  };
  const url = withoutHash(pageUrl);
  const open = { action: 'open', title: text().shell.notifications.open };

  if (delivery.type === 'summary') {
    const summary = summarize(delivery);
    return {
      title: text().shell.summary.title(summary),
      options: {
        ...common,
        body: text().shell.summary.body(summary),
        tag: SUMMARY_TAG,
        data: { id: null, url },
        timestamp: now,
        silent: silent || delivery.late,
        // It replaces an older summary, and says so again unless it is about the past.
        renotify: !delivery.late,
        actions: [open],
      },
    };
  }

  const { alert } = delivery;
  return {
    title: text().shell.alert.title(alert, formatPrice(alert.symbol, alert.price)),
    options: {
      ...common,
      body: text().shell.alert.body(alert),
      tag: alert.id,
      data: { id: alert.id, url },
      timestamp: alert.createdAt,
      silent: silent || alert.late,
      // The same alert again is the same alert: replaced without a sound.
      renotify: false,
      actions: [open, { action: 'dismiss', title: text().shell.notifications.dismiss }],
    },
  };
}

function withoutHash(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
