import { describe, expect, it } from 'vitest';
import { alertId } from '../../domain/alert.ts';
import { DEFAULT_SETTINGS, parseSettingChanges } from '../../protocol/settings.ts';
import { createAlertTab } from '../../testing/alert-tab.ts';
import { sampleAlert, sampleDraft, SAMPLE_OPEN_TIME } from '../../testing/sample-alert.ts';

const HOUR = 3_600_000;

async function faultsOf(changes: Record<string, unknown>) {
  const { alerts, facts, store } = createAlertTab();
  const created = await alerts.create({ ...sampleDraft(), ...changes });
  expect(facts).toEqual([]);
  expect(store.calls).toEqual([]);
  return created.ok ? [] : created.faults;
}

describe('alert configuration', () => {
  it('default: toasts and sound are on, browser notifications wait for the user', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      enableToast: true,
      enableAudio: true,
      enableBrowser: false,
    });
  });

  it('default: 100 alerts in memory, toasts for 5 seconds, alerts active for 30', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      historySize: 100,
      toastDurationMs: 5_000,
      notificationTimeoutMs: 30_000,
    });
  });

  it('custom values are taken', () => {
    const changes = { enableToast: false, historySize: 50, toastDurationMs: 10_000 };
    const parsed = parseSettingChanges(DEFAULT_SETTINGS, changes);
    expect(parsed).toEqual({ ok: true, value: { ...DEFAULT_SETTINGS, ...changes } });
  });

  it('values out of bounds are refused by name and change nothing', () => {
    const parsed = parseSettingChanges(DEFAULT_SETTINGS, { historySize: 9, enableAudio: 'yes' });
    expect(parsed).toEqual({
      ok: false,
      faults: [
        { field: 'settings.historySize', value: '9', allowed: '10 to 10000 alerts, whole' },
        { field: 'settings.enableAudio', value: '"yes"', allowed: 'true or false' },
      ],
    });
  });

  it('new limits hold at once, for alerts that are there already', async () => {
    const { alerts, raise } = createAlertTab();
    await raise(12);
    alerts.setLimits({ historySize: 10, notificationTimeoutMs: 30_000 });
    expect(alerts.history()).toHaveLength(10);
    expect(alerts.history().at(-1)?.candleOpenTime).toBe(SAMPLE_OPEN_TIME + 2 * HOUR);
  });
});

describe('alert data structure', () => {
  it('a new alert is active, not dismissed, not announced, and carries its draft', async () => {
    const { alerts, clock } = createAlertTab();
    const draft = sampleDraft();
    expect(await alerts.create(draft)).toEqual({
      ok: true,
      value: {
        ...draft,
        createdAt: clock.now(),
        status: 'ACTIVE',
        dismissedAt: null,
        announcedAt: null,
      },
    });
  });

  it('the identity is rule, symbol, interval, candle and side', () => {
    const identity = { ruleId: 'r', symbol: 'BTCUSDT', interval: '1h', candleOpenTime: 7 } as const;
    expect(alertId({ ...identity, side: 'BUY' })).toBe('r:BTCUSDT:1h:7:BUY');
    expect(alertId({ ...identity, side: 'SELL' })).toBe('r:BTCUSDT:1h:7:SELL');
  });

  it('the price stays the text that it was, to the last zero', async () => {
    const { alerts } = createAlertTab();
    const draft = sampleDraft({ price: '0.000000120' });
    await alerts.create(draft);
    expect(alerts.get(draft.id)?.price).toBe('0.000000120');
  });
});

describe('alert manager initialization', () => {
  it('a new manager holds nothing', () => {
    const { alerts } = createAlertTab();
    expect(alerts.history()).toEqual([]);
    expect(alerts.active()).toEqual([]);
    expect(alerts.get('unknown')).toBeUndefined();
  });

  it('restoring takes in what was stored, newest first, and raises nothing', async () => {
    const { alerts, clock, store, facts } = createAlertTab();
    const old = sampleAlert({ id: 'old', createdAt: clock.now() - 2_000 });
    const recent = sampleAlert({ id: 'recent', createdAt: clock.now() - 1_000 });
    for (const alert of [recent, old]) store.rows.set(alert.id, alert);
    expect(await alerts.restore()).toEqual([]);
    expect(alerts.history()).toEqual([recent, old]);
    expect(facts).toEqual([]);
  });

  it('restoring expires what fell due meanwhile, in memory and in the store', async () => {
    const { alerts, clock, store, facts } = createAlertTab();
    const due = sampleAlert({ id: 'due', createdAt: clock.now() - 30_000 });
    store.rows.set('due', due);
    await alerts.restore();
    expect(alerts.get('due')?.status).toBe('EXPIRED');
    expect(store.rows.get('due')?.status).toBe('EXPIRED');
    expect(facts.map(({ type }) => type)).not.toContain('raised');
  });
});

describe('alert creation', () => {
  it('an alert is told once it is created, by either side', async () => {
    const { alerts, facts } = createAlertTab();
    await alerts.create(sampleDraft());
    await alerts.create(sampleDraft({ signalType: 'SELL' }));
    expect(facts.map(({ type, alerts: told }) => [type, told[0]?.signalType])).toEqual([
      ['raised', 'BUY'],
      ['raised', 'SELL'],
    ]);
  });

  it.each(['HOLD', 'buy', '', null, undefined])('the side %j is refused by name', async (side) => {
    const faults = await faultsOf({ signalType: side });
    expect(faults).toMatchObject([{ field: 'alert.signalType', allowed: 'BUY or SELL' }]);
  });

  it.each([-0.01, 1.01, Number.NaN, Infinity, '0.5', null])(
    'the strength %j is refused by name; 0 and 1 are not',
    async (strength) => {
      const faults = await faultsOf({ strength });
      expect(faults).toMatchObject([
        { field: 'alert.strength', value: expect.any(String), allowed: '0 to 1' },
      ]);
      const { alerts } = createAlertTab();
      expect((await alerts.create(sampleDraft({ strength: 0 }))).ok).toBe(true);
      expect((await alerts.create(sampleDraft({ strength: 1, signalType: 'SELL' }))).ok).toBe(true);
    },
  );

  it.each([
    '0',
    '0.000',
    '-1',
    '1e5',
    '1E-7',
    '+1',
    ' 1',
    '1 ',
    '',
    '.5',
    'NaN',
    'Infinity',
    45000,
  ])('the price %j is refused by name', async (price) => {
    const faults = await faultsOf({ price });
    expect(faults).toMatchObject([
      { field: 'alert.price', allowed: 'a decimal number above zero' },
    ]);
  });

  it('everything that is wrong is named at once, and the same signal may come again put right', async () => {
    const { alerts } = createAlertTab();
    const draft = sampleDraft();
    const created = await alerts.create({ ...draft, symbol: ' btcusdt', strength: 2 });
    expect(created.ok ? [] : created.faults.map(({ field }) => field)).toEqual([
      'alert.symbol',
      'alert.strength',
    ]);
    expect((await alerts.create(draft)).ok).toBe(true);
  });
});

describe('alert dismissal', () => {
  it('an active alert is dismissed: when, in memory, in the store, and told', async () => {
    const { alerts, clock, store, facts } = createAlertTab();
    const { id } = sampleDraft();
    await alerts.create(sampleDraft());
    clock.advance(1_234);
    expect(await alerts.dismiss(id)).toBe(true);
    const dismissed = { id, status: 'DISMISSED', dismissedAt: clock.now() };
    expect(alerts.get(id)).toMatchObject(dismissed);
    expect(store.rows.get(id)).toMatchObject(dismissed);
    expect(facts.at(-1)).toMatchObject({ type: 'changed', alerts: [dismissed] });
    expect(alerts.active()).toEqual([]);
  });

  it('one that is unknown, dismissed or expired is not dismissed, and nothing is told', async () => {
    const { alerts, clock, facts, raise } = createAlertTab();
    await raise(2);
    const [second, first] = alerts.history();
    await alerts.dismiss(first?.id ?? '');
    await clock.advanceAsync(40_000);
    const before = facts.length;
    expect(await alerts.dismiss('unknown')).toBe(false);
    expect(await alerts.dismiss(first?.id ?? '')).toBe(false);
    expect(await alerts.dismiss(second?.id ?? '')).toBe(false);
    expect(await alerts.dismissAll()).toBe(0);
    expect(facts).toHaveLength(before);
  });
});
