import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../domain/alert.ts';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { showUnread } from './show-unread.ts';
import { createUnread } from './unread.ts';

const PLAIN = './favicon.svg';

function setUp(options: { hasBadge?: boolean; refuses?: boolean } = {}) {
  const { hasBadge = true, refuses = false } = options;
  const alerts = signal<readonly Alert[]>([]);
  const isPageSeen = signal(true);
  let time = 1_000;
  const count = createUnread({
    alerts,
    isPageSeen,
    now: () => time,
  });
  const badges: number[] = [];
  const answer = refuses ? () => Promise.reject(new Error('NotAllowed')) : () => Promise.resolve();
  const page = { title: 'Tocsin' };
  const icon = { href: PLAIN };
  const badge = {
    setAppBadge: (unread: number) => (badges.push(unread), answer()),
    clearAppBadge: () => (badges.push(0), answer()),
  };
  showUnread(count, { page, icon, badge: hasBadge ? badge : null });
  const setHidden = (next: boolean): void => {
    time += 1;
    isPageSeen.value = !next;
  };
  const raise = (id: string, changes: Partial<Alert> = {}): void => {
    time += 1;
    alerts.value = [sampleAlert({ id, createdAt: time, ...changes }), ...alerts.value];
  };
  return { alerts, page, icon, badges, setHidden, raise };
}

describe('the count of unread alerts', () => {
  it('stands in the title, on the tab and on the app while nobody looks', () => {
    const { page, icon, badges, setHidden, raise } = setUp();
    setHidden(true);
    raise('a');
    raise('b', { late: true });
    expect(page.title).toBe('(2) Tocsin');
    expect(decodeURIComponent(icon.href)).toContain('>2</text>');
    expect(badges).toEqual([1, 2]);
  });

  it('does not count what came while the page was seen, nor what is only loaded', () => {
    const { alerts, page, setHidden, raise } = setUp();
    raise('seen');
    setHidden(true);
    alerts.value = [...alerts.value, sampleAlert({ id: 'old', createdAt: 1 })];
    expect(page.title).toBe('Tocsin');
  });

  it('goes when the page is seen, and begins anew', () => {
    const { page, icon, badges, setHidden, raise } = setUp();
    setHidden(true);
    raise('a');
    setHidden(false);
    expect([page.title, icon.href]).toEqual(['Tocsin', PLAIN]);
    raise('b');
    setHidden(true);
    raise('c');
    expect(page.title).toBe('(1) Tocsin');
    expect(badges).toEqual([1, 0, 1]);
  });

  it('goes down with a dismissal elsewhere', () => {
    const { alerts, page, setHidden, raise } = setUp();
    setHidden(true);
    raise('a');
    raise('b');
    alerts.value = alerts.value.map((alert) =>
      alert.id === 'a' ? { ...alert, status: 'DISMISSED' } : alert,
    );
    expect(page.title).toBe('(1) Tocsin');
  });

  it('above 99 says so', () => {
    const { icon, setHidden, raise } = setUp();
    setHidden(true);
    for (let index = 0; index < 100; index++) raise(`alert-${index}`);
    expect(decodeURIComponent(icon.href)).toContain('>99+</text>');
  });

  it('touches nothing while there is nothing to tell', () => {
    const { badges, setHidden } = setUp();
    setHidden(true);
    setHidden(false);
    expect(badges).toEqual([]);
  });

  it.each([{ hasBadge: false }, { refuses: true }])('does without an app icon: %j', (options) => {
    const { page, setHidden, raise } = setUp(options);
    setHidden(true);
    raise('a');
    expect(page.title).toBe('(1) Tocsin');
  });
});
