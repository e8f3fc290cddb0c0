import { describe, expect, it } from 'vitest';
import { createFakeAlertStore } from '../../testing/fake-alert-store.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { sampleDraft } from '../../testing/sample-alert.ts';
import { createAlertManager } from './alert-manager.ts';
import type { AlertFact } from './alert-manager.ts';

const LIMITS = { historySize: 10, notificationTimeoutMs: 30_000 };

function createWorld() {
  const clock = createFakeClock();
  const store = createFakeAlertStore();
  const openTab = () => {
    const alerts = createAlertManager({ clock, store, limits: LIMITS });
    const facts: AlertFact[] = [];
    alerts.observe((fact) => facts.push(fact));
    const told = () => facts.map(({ type, alerts: [alert] }) => [type, alert?.status]);
    return { alerts, facts, told };
  };
  return { clock, store, openTab };
}

describe('an alert created again', () => {
  it('is the first one, told once, stored once', async () => {
    const { clock, store, openTab } = createWorld();
    const { alerts, told } = openTab();
    const first = await alerts.create(sampleDraft());
    clock.advance(1_000);
    const second = await alerts.create(sampleDraft({ strength: 0.1 }));
    expect(second).toEqual(first);
    expect(told()).toEqual([['raised', 'ACTIVE']]);
    expect(store.calls).toEqual(['add']);
  });

  it('at the same time, is the first one too', async () => {
    const { store, openTab } = createWorld();
    const { alerts, told } = openTab();
    const created = await Promise.all(
      Array.from({ length: 5 }, () => alerts.create(sampleDraft())),
    );
    expect(new Set(created).size).toBe(1);
    expect(told()).toEqual([['raised', 'ACTIVE']]);
    expect(store.calls).toEqual(['add']);
  });

  it('after it was dismissed, stays dismissed', async () => {
    const { openTab } = createWorld();
    const { alerts, told } = openTab();
    await alerts.create(sampleDraft());
    await alerts.dismissAll();
    const again = await alerts.create(sampleDraft());
    expect(again).toMatchObject({ ok: true, value: { status: 'DISMISSED' } });
    expect(told()).toHaveLength(2);
  });

  it('in another tab, is the stored one as it has become since', async () => {
    const { clock, openTab } = createWorld();
    const [first, second] = [openTab(), openTab()];
    await first.alerts.create(sampleDraft());
    clock.advance(500);
    await first.alerts.dismissAll();
    await second.alerts.create(sampleDraft());
    expect(second.alerts.get(sampleDraft().id)).toEqual(first.alerts.get(sampleDraft().id));
    expect(second.told()).toEqual([['raised', 'DISMISSED']]);
  });
});

describe('storing before telling', () => {
  it('an alert is in the store by the time an observer hears of it', async () => {
    const { store, openTab } = createWorld();
    const { alerts } = openTab();
    const stored: unknown[] = [];
    alerts.observe(({ alerts: [alert] }) => stored.push(store.rows.get(alert?.id ?? '')));
    await alerts.create(sampleDraft());
    await alerts.markAnnounced([sampleDraft().id]);
    await alerts.dismissAll();
    expect(stored).toMatchObject([
      { status: 'ACTIVE', announcedAt: null },
      { status: 'ACTIVE', announcedAt: expect.any(Number) },
      { status: 'DISMISSED', announcedAt: expect.any(Number) },
    ]);
  });
});

describe('an alert that another tab has changed in the store', () => {
  it('keeps that change through whatever this tab does to it', async () => {
    const { clock, store, openTab } = createWorld();
    const [first, second] = [openTab(), openTab()];
    await first.alerts.create(sampleDraft());
    await second.alerts.create(sampleDraft());
    clock.advance(100);
    await Promise.all([first.alerts.dismissAll(), second.alerts.markAnnounced([sampleDraft().id])]);
    await second.alerts.expire();
    const wanted = { status: 'DISMISSED', announcedAt: clock.now(), dismissedAt: clock.now() };
    expect([...store.rows.values()]).toMatchObject([wanted]);
    expect(second.alerts.history()).toMatchObject([wanted]);
  });

  it('dismissed there, does not expire here, and the store keeps the dismissal', async () => {
    const { clock, store, openTab } = createWorld();
    const [first, second] = [openTab(), openTab()];
    await first.alerts.create(sampleDraft());
    await second.alerts.create(sampleDraft());
    await clock.advanceAsync(29_000);
    await first.alerts.dismissAll();
    await clock.advanceAsync(1_000);
    expect(store.rows.get(sampleDraft().id)?.status).toBe('DISMISSED');
    expect(second.alerts.get(sampleDraft().id)?.status).toBe('DISMISSED');
  });
});

describe('an alert that has left memory', () => {
  it('is still told as announced, for whoever waits with it', async () => {
    const { clock, openTab } = createWorld();
    const { alerts, facts } = openTab();
    for (let index = 0; index <= LIMITS.historySize; index++) {
      await alerts.create(sampleDraft({ candleOpenTime: index }));
      clock.advance(1);
    }
    const { id } = sampleDraft({ candleOpenTime: 0 });
    expect(alerts.get(id)).toBeUndefined();
    await alerts.markAnnounced([id, id]);
    expect(facts.at(-1)).toMatchObject({
      type: 'changed',
      alerts: [{ id, announcedAt: clock.now() }],
    });
    expect(facts.at(-1)?.alerts).toHaveLength(1);
  });
});
