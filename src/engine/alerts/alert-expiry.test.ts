import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import { createFakeAlertStore } from '../../testing/fake-alert-store.ts';
import { createFakeClock, settle } from '../../testing/fake-clock.ts';
import { sampleAlert, sampleDraft } from '../../testing/sample-alert.ts';
import { createAlertManager } from './alert-manager.ts';
import type { AlertFact } from './alert-manager.ts';

const HOUR = 3_600_000;
const LIMITS = { historySize: 100, notificationTimeoutMs: 30_000 };

function createTab() {
  const clock = createFakeClock();
  const store = createFakeAlertStore();
  const alerts = createAlertManager({ clock, store, limits: LIMITS });
  const facts: AlertFact[] = [];
  alerts.observe((fact) => facts.push(fact));
  const raise = async (symbol: string) => {
    await alerts.create(sampleDraft({ symbol }));
    return sampleDraft({ symbol }).id;
  };
  return { clock, store, alerts, facts, raise };
}

describe('alert expiration', () => {
  it('an active alert expires when the timeout is over, not a millisecond sooner', async () => {
    const { clock, store, alerts, facts, raise } = createTab();
    const id = await raise('BTCUSDT');
    await clock.advanceAsync(DEFAULT_SETTINGS.notificationTimeoutMs - 1);
    expect(alerts.get(id)?.status).toBe('ACTIVE');
    await clock.advanceAsync(1);
    expect(alerts.get(id)).toMatchObject({ status: 'EXPIRED', dismissedAt: null });
    expect(store.rows.get(id)?.status).toBe('EXPIRED');
    expect(facts.map(({ type, alerts: [alert] }) => [type, alert?.status])).toEqual([
      ['raised', 'ACTIVE'],
      ['changed', 'EXPIRED'],
    ]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('each alert expires at its own time, those of one moment in one step', async () => {
    const { clock, alerts, facts, raise } = createTab();
    await raise('BTCUSDT');
    await raise('ETHUSDT');
    await clock.advanceAsync(10_000);
    await raise('XRPUSDT');
    await clock.advanceAsync(20_000);
    expect(alerts.active().map(({ symbol }) => symbol)).toEqual(['XRPUSDT']);
    expect(facts.at(-1)?.alerts.map(({ symbol }) => symbol)).toEqual(['BTCUSDT', 'ETHUSDT']);
    await clock.advanceAsync(9_999);
    expect(alerts.active()).toHaveLength(1);
    await clock.advanceAsync(1);
    expect(alerts.active()).toEqual([]);
  });

  it('a dismissed alert does not expire', async () => {
    const { clock, store, alerts, raise } = createTab();
    const id = await raise('BTCUSDT');
    await alerts.dismiss(id);
    await clock.advanceAsync(HOUR);
    expect(alerts.get(id)?.status).toBe('DISMISSED');
    expect(store.rows.get(id)?.status).toBe('DISMISSED');
  });

  it('expiring by hand counts what was overdue, once', async () => {
    const { clock, alerts, raise } = createTab();
    await raise('BTCUSDT');
    expect(await alerts.expire()).toBe(0);
    clock.jump(30_000);
    expect(await Promise.all([alerts.expire(), alerts.expire()])).toEqual([1, 0]);
  });

  it('a shorter timeout expires at once what is older, a longer one puts it off', async () => {
    const { clock, alerts, raise } = createTab();
    const id = await raise('BTCUSDT');
    await clock.advanceAsync(20_000);
    alerts.setLimits({ ...LIMITS, notificationTimeoutMs: 60_000 });
    await clock.advanceAsync(20_000);
    expect(alerts.get(id)?.status).toBe('ACTIVE');
    alerts.setLimits({ ...LIMITS, notificationTimeoutMs: 40_000 });
    await clock.advanceAsync(0);
    expect(alerts.get(id)?.status).toBe('EXPIRED');
  });

  it('disposed, it sets off nothing more', async () => {
    const { clock, alerts, raise } = createTab();
    const id = await raise('BTCUSDT');
    alerts.dispose();
    await clock.advanceAsync(HOUR);
    expect(alerts.get(id)?.status).toBe('ACTIVE');
  });
});

describe('alert expiration when the clock is set', () => {
  it.each([
    ['back an hour', -HOUR],
    ['back ten seconds', -10_000],
    ['forward ten seconds', 10_000],
    ['forward an hour', HOUR],
  ])('%s: an alert has expired when its time has really passed', async (_, jump) => {
    const { clock, alerts, raise } = createTab();
    const id = await raise('BTCUSDT');
    await clock.advanceAsync(5_000);
    clock.jump(jump);
    await clock.advanceAsync(25_000);
    expect(alerts.get(id)?.status).toBe('EXPIRED');
    expect(clock.pendingTimers).toBe(0);
  });

  it('back an hour, with a new alert meanwhile: neither waits longer than one timeout more', async () => {
    const { clock, alerts, raise } = createTab();
    await raise('BTCUSDT');
    clock.jump(-HOUR);
    await clock.advanceAsync(10_000);
    await raise('ETHUSDT');
    await clock.advanceAsync(30_000);
    expect(alerts.active()).toEqual([]);
  });

  it('back an hour before it was announced: it still expires within one timeout', async () => {
    const { clock, alerts, raise } = createTab();
    const id = await raise('BTCUSDT');
    clock.jump(-HOUR);
    await alerts.markAnnounced([id]);
    await clock.advanceAsync(30_000);
    expect(alerts.get(id)?.status).toBe('EXPIRED');
  });

  it('back an hour, with the memory full: new alerts stay, the first in still leave first', async () => {
    const { clock, alerts, raise } = createTab();
    alerts.setLimits({ ...LIMITS, historySize: 2 });
    const first = await raise('BTCUSDT');
    await raise('ETHUSDT');
    clock.jump(-HOUR);
    const last = await raise('XRPUSDT');
    expect(alerts.get(first)).toBeUndefined();
    expect(alerts.get(last)?.status).toBe('ACTIVE');
  });

  it('an alert restored from a time that is yet to come is overdue', async () => {
    const { clock, store, alerts } = createTab();
    const future = sampleAlert({ createdAt: clock.now() + HOUR });
    store.rows.set(future.id, future);
    await alerts.restore();
    await settle();
    expect(alerts.get(future.id)?.status).toBe('EXPIRED');
  });
});
