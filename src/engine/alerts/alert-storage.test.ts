import { describe, expect, it } from 'vitest';
import { createFakeAlertStore } from '../../testing/fake-alert-store.ts';
import { createFakeClock, settle } from '../../testing/fake-clock.ts';
import { sampleAlert, sampleDraft } from '../../testing/sample-alert.ts';
import { createAlertManager } from './alert-manager.ts';
import type { AlertFact } from './alert-manager.ts';
import { NO_ALERT_STORE } from './alert-store.ts';

const LIMITS = { historySize: 10, notificationTimeoutMs: 30_000 };
const PATIENCE_MS = 5_000;

function createWorld() {
  const clock = createFakeClock();
  const store = createFakeAlertStore();
  const openTab = (alertStore = store as typeof NO_ALERT_STORE) => {
    const failures: string[] = [];
    const alerts = createAlertManager({
      clock,
      store: alertStore,
      limits: LIMITS,
      onStorageFailure: (error) => failures.push(String(error)),
    });
    const facts: AlertFact[] = [];
    alerts.observe((fact) => facts.push(fact));
    const told = () => facts.map(({ type, alerts: [alert] }) => [type, alert?.status]);
    return { alerts, failures, facts, told };
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

  it('without a database everything works in memory', async () => {
    const { clock, openTab } = createWorld();
    const { alerts, failures, told } = openTab(NO_ALERT_STORE);
    expect(await alerts.restore()).toEqual([]);
    await alerts.create(sampleDraft());
    await alerts.create(sampleDraft());
    await alerts.markAnnounced([sampleDraft().id]);
    await clock.advanceAsync(30_000);
    expect(told()).toEqual([
      ['raised', 'ACTIVE'],
      ['changed', 'ACTIVE'],
      ['changed', 'EXPIRED'],
    ]);
    expect(failures).toEqual([]);
  });
});

describe('when the store fails', () => {
  it.each(['reject', 'hang'] as const)('%s at add: the alert is told all the same', async (how) => {
    const { clock, store, openTab } = createWorld();
    const { alerts, failures, told } = openTab();
    store.fail(how, 'add');
    const creation = alerts.create(sampleDraft());
    await clock.advanceAsync(PATIENCE_MS);
    expect((await creation).ok).toBe(true);
    expect(told()).toEqual([['raised', 'ACTIVE']]);
    expect(failures).toHaveLength(1);
    expect(alerts.status().storageFailures).toBe(1);
  });

  it('hanging delays an alert by the stated patience, no more', async () => {
    const { clock, store, openTab } = createWorld();
    const { alerts, told } = openTab();
    store.fail('hang', 'add');
    void alerts.create(sampleDraft());
    await clock.advanceAsync(PATIENCE_MS - 1);
    expect(told()).toEqual([]);
    await clock.advanceAsync(1);
    expect(told()).toEqual([['raised', 'ACTIVE']]);
  });

  it.each(['reject', 'hang'] as const)(
    '%s at change: dismissal, announcement and expiry hold in memory and are told',
    async (how) => {
      const { clock, store, openTab } = createWorld();
      const { alerts, failures, facts } = openTab();
      await alerts.create(sampleDraft());
      await alerts.create(sampleDraft({ signalType: 'SELL' }));
      store.fail(how, 'change');
      void alerts.dismiss(sampleDraft().id);
      void alerts.markAnnounced([sampleDraft().id]);
      await clock.advanceAsync(30_000 + PATIENCE_MS);
      expect(alerts.get(sampleDraft().id)).toMatchObject({
        status: 'DISMISSED',
        announcedAt: expect.any(Number),
      });
      expect(alerts.get(sampleDraft({ signalType: 'SELL' }).id)?.status).toBe('EXPIRED');
      expect(facts.map(({ type }) => type)).toEqual([
        'raised',
        'raised',
        'changed',
        'changed',
        'changed',
      ]);
      expect(failures).toHaveLength(3);
    },
  );

  it.each(['reject', 'hang'] as const)('%s at newest: it starts empty and says so', async (how) => {
    const { clock, store, openTab } = createWorld();
    const { alerts, failures } = openTab();
    store.fail(how, 'newest');
    const restored = alerts.restore();
    const older = alerts.olderThan(Infinity, 10);
    await clock.advanceAsync(PATIENCE_MS);
    expect(await restored).toEqual([]);
    expect((await older).alerts).toEqual([]);
    expect(failures).toHaveLength(2);
  });

  it('and works again later, the next alerts are stored', async () => {
    const { store, openTab } = createWorld();
    const { alerts, failures } = openTab();
    store.fail('reject', 'add', 'change');
    await alerts.create(sampleDraft());
    store.repair();
    await alerts.create(sampleDraft({ signalType: 'SELL' }));
    expect([...store.rows.keys()]).toEqual([sampleDraft({ signalType: 'SELL' }).id]);
    expect(failures).toHaveLength(1);
  });
});

describe('alerts that another tab tells of', () => {
  it('are raised once, whether its word or our own finding comes first', async () => {
    const { store, openTab } = createWorld();
    const [first, second] = [openTab(), openTab()];
    await first.alerts.create(sampleDraft());
    second.alerts.merge(first.alerts.history());
    await second.alerts.create(sampleDraft());
    second.alerts.merge(first.alerts.history());
    expect(second.told()).toEqual([['raised', 'ACTIVE']]);
    expect(store.calls).toEqual(['add']);
  });

  it('and that this tab is just storing are raised once, with what has happened to them', async () => {
    const { openTab } = createWorld();
    const { alerts, told } = openTab();
    const creation = alerts.create(sampleDraft());
    const { id } = sampleDraft();
    alerts.merge([sampleAlert({ status: 'DISMISSED', dismissedAt: 7, announcedAt: 5 })]);
    await creation;
    expect(told()).toEqual([['raised', 'DISMISSED']]);
    expect(alerts.get(id)).toMatchObject({ status: 'DISMISSED', dismissedAt: 7, announcedAt: 5 });
    expect(await creation).toEqual({ ok: true, value: alerts.get(id) });
  });

  it('never take an alert back to an earlier state', async () => {
    const { openTab } = createWorld();
    const { alerts, facts } = openTab();
    await alerts.create(sampleDraft());
    const [asRaised] = alerts.history();
    await alerts.markAnnounced([sampleDraft().id]);
    await alerts.dismissAll();
    const [asDismissed] = alerts.history();
    const before = facts.length;
    if (asRaised) alerts.merge([asRaised, { ...asRaised, status: 'EXPIRED' }]);
    expect(alerts.history()).toEqual([asDismissed]);
    expect(facts).toHaveLength(before);
  });

  it('dismissed in one tab and announced in the other at once, are both in both and in the store', async () => {
    const { clock, store, openTab } = createWorld();
    const tabs = [openTab(), openTab()] as const;
    const [first, second] = tabs;
    first.alerts.observe(({ alerts }) => queueMicrotask(() => second.alerts.merge(alerts)));
    second.alerts.observe(({ alerts }) => queueMicrotask(() => first.alerts.merge(alerts)));
    await first.alerts.create(sampleDraft());
    await settle();
    clock.advance(100);
    await Promise.all([first.alerts.dismissAll(), second.alerts.markAnnounced([sampleDraft().id])]);
    await settle();
    const wanted = { status: 'DISMISSED', announcedAt: clock.now(), dismissedAt: clock.now() };
    for (const { alerts } of tabs) expect(alerts.history()).toMatchObject([wanted]);
    expect([...store.rows.values()]).toMatchObject([wanted]);
  });

  it('dismissed there, do not expire here, and the store keeps the dismissal', async () => {
    const { clock, store, openTab } = createWorld();
    const [first, second] = [openTab(), openTab()];
    await first.alerts.create(sampleDraft());
    second.alerts.merge(first.alerts.history());
    await clock.advanceAsync(29_000);
    await first.alerts.dismissAll();
    // The word of the dismissal never arrives: the store still has it.
    await clock.advanceAsync(1_000);
    expect(store.rows.get(sampleDraft().id)?.status).toBe('DISMISSED');
    expect(second.alerts.get(sampleDraft().id)?.status).toBe('DISMISSED');
  });

  it('and that left memory here are still told as announced, for the tabs that wait with them', async () => {
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
