import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { alertDue, summaryDue, summaryOf } from '../../testing/deliveries.ts';
import { createNotifier } from './notifier.ts';
import type { NotificationRegistration, NotifierPorts } from './notifier.ts';
import type { PermissionState } from './permission.ts';
import { text } from '../text/text.ts';

const LOUD = { silent: false };

function setUp(given: Partial<NotifierPorts> = {}, broken: Partial<NotificationRegistration> = {}) {
  const shown = new Map<string, string>();
  const permission = signal<PermissionState>('granted');
  const notifier = createNotifier({
    permission,
    isEnabled: () => true,
    isHidden: () => true,
    pageUrl: () => 'https://host.example/',
    now: () => 0,
    formatPrice: (_symbol, price) => price,
    registration: async () => ({
      showNotification: async (title, { tag }) => void shown.set(tag, title),
      getNotifications: async () =>
        [...shown.keys()].map((tag) => ({ tag, close: () => void shown.delete(tag) })),
      ...broken,
    }),
    ...given,
  });
  return { notifier, shown, permission };
}

describe('a notification', () => {
  it('is shown while the page is hidden', async () => {
    const { notifier, shown } = setUp();
    expect(await notifier.notify(alertDue(), LOUD)).toEqual({ type: 'shown' });
    expect([...shown.values()]).toEqual(['BUY BTCUSDT 43508.20000000']);
  });

  it('told twice is one notification', async () => {
    const { notifier, shown } = setUp();
    await notifier.notify(alertDue(), LOUD);
    await notifier.notify(alertDue(), LOUD);
    expect(shown.size).toBe(1);
  });

  it('of a newer summary replaces the older', async () => {
    const { notifier, shown } = setUp();
    await notifier.notify(summaryDue(), LOUD);
    await notifier.notify(summaryOf('d'), LOUD);
    expect([...shown]).toEqual([['summary', '1 signal']]);
  });

  it.each<[string, Partial<NotifierPorts>, string]>([
    ['the page is visible', { isHidden: () => false }, 'visible'],
    ['the setting is off', { isEnabled: () => false }, 'off'],
    ['it is not allowed', { permission: signal<PermissionState>('denied') }, 'permission'],
  ])('is not shown while %s', async (_fact, ports, why) => {
    const { notifier, shown } = setUp(ports);
    expect(await notifier.notify(alertDue(), LOUD)).toEqual({ type: 'skipped', why });
    expect(shown.size).toBe(0);
    expect(notifier.failure.value).toBeNull();
  });

  it.each<[string, Partial<NotifierPorts>, Partial<NotificationRegistration>, string]>([
    [
      'the browser refuses it',
      {},
      { showNotification: () => Promise.reject(new TypeError('no')) },
      'TypeError: no',
    ],
    [
      'no service worker is active',
      { registration: async () => null },
      {},
      text().shell.notifications.noWorker,
    ],
    [
      'service workers are blocked',
      { registration: () => Promise.reject(new Error('SecurityError')) },
      {},
      'Error: SecurityError',
    ],
  ])('that fails because %s is a value in words', async (_fact, ports, broken, reason) => {
    const { notifier } = setUp(ports, broken);
    expect(await notifier.notify(alertDue(), LOUD)).toEqual({ type: 'failed', reason });
    expect(notifier.failure.value).toBe(reason);
  });

  it('that goes well forgets an earlier failure', async () => {
    let isBroken = true;
    const { notifier } = setUp(
      {},
      { showNotification: () => (isBroken ? Promise.reject(new Error('x')) : Promise.resolve()) },
    );
    await notifier.notify(alertDue(), LOUD);
    isBroken = false;
    await notifier.notify(alertDue(), LOUD);
    expect(notifier.failure.value).toBeNull();
  });
});

describe('when an alert is dismissed', () => {
  it('its notification goes, and only that', async () => {
    const { notifier, shown } = setUp();
    await notifier.notify(alertDue({ id: 'x' }), LOUD);
    await notifier.notify(alertDue({ id: 'y' }), LOUD);
    await notifier.remove(new Set(['x', 'unknown']));
    expect([...shown.keys()]).toEqual(['y']);
  });

  it('a browser that cannot list notifications is a value', async () => {
    const { notifier } = setUp({}, { getNotifications: () => Promise.reject(new Error('no')) });
    await notifier.remove(new Set(['x']));
    expect(notifier.failure.value).toBe('Error: no');
  });

  it('nothing is asked of a browser that shows none', async () => {
    const { notifier, permission } = setUp({ registration: () => expect.unreachable() });
    await notifier.remove(new Set());
    permission.value = 'denied';
    await notifier.remove(new Set(['x']));
    expect(notifier.failure.value).toBeNull();
  });
});
