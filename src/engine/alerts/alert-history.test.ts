import { describe, expect, it } from 'vitest';
import type { AlertStatus } from '../../domain/alert.ts';
import { createAlertTab } from '../../testing/alert-tab.ts';
import { settle } from '../../testing/fake-clock.ts';
import { sampleDraft, SAMPLE_OPEN_TIME } from '../../testing/sample-alert.ts';

const HOUR = 3_600_000;

describe('alert history and filters', () => {
  it('an alert is found by its id', async () => {
    const { alerts } = createAlertTab();
    await alerts.create(sampleDraft());
    expect(alerts.get(sampleDraft().id)).toMatchObject(sampleDraft());
  });

  it('active alerts come newest first, without dismissed ones', async () => {
    const { alerts, raise } = createAlertTab();
    await raise(3);
    const [newest, middle, oldest] = alerts.history();
    await alerts.dismiss(middle?.id ?? '');
    expect(alerts.active()).toEqual([newest, oldest]);
  });

  it('the history comes newest first and keeps dismissed alerts', async () => {
    const { alerts, raise } = createAlertTab();
    await raise(3);
    expect(await alerts.dismissAll()).toBe(3);
    expect(alerts.history().map(({ candleOpenTime }) => candleOpenTime)).toEqual(
      [2, 1, 0].map((index) => SAMPLE_OPEN_TIME + index * HOUR),
    );
  });

  it('a limit gives the newest so many; zero and less give none', async () => {
    const { alerts, raise } = createAlertTab();
    await raise(3);
    expect(alerts.history(2)).toEqual(alerts.history().slice(0, 2));
    expect(alerts.history(0)).toEqual([]);
    expect(alerts.history(-1)).toEqual([]);
  });

  it('filters by symbol and by side', async () => {
    const { alerts, raise } = createAlertTab();
    await raise(2);
    await raise(1, { symbol: 'ETHUSDT' });
    await raise(1, { symbol: 'ETHUSDT', signalType: 'SELL' });
    const count = (filter: Parameters<typeof alerts.history>[1]) =>
      alerts.history(undefined, filter).length;
    expect(count({ symbol: 'ETHUSDT' })).toBe(2);
    expect(count({ signalType: 'SELL' })).toBe(1);
    expect(count({ symbol: 'BTCUSDT', signalType: 'SELL' })).toBe(0);
  });

  it('filters by rule and by time, both bounds included', async () => {
    const { alerts, clock, raise } = createAlertTab();
    const start = clock.now();
    await raise(3);
    await raise(1, { ruleId: 'ema-cross-up' });
    expect(alerts.history(undefined, { ruleId: 'ema-cross-up' })).toHaveLength(1);
    const times = alerts.history(undefined, { since: start + 1, until: start + 2 });
    expect(times.map(({ createdAt }) => createdAt - start)).toEqual([2, 1]);
  });

  it('older alerts come from the store, and one that left memory while active reads as expired', async () => {
    const { alerts, clock, raise } = createAlertTab({ historySize: 10 });
    await raise(12);
    await clock.advanceAsync(60_000);
    expect(alerts.history()).toHaveLength(10);
    const oldestHeld = alerts.history().at(-1)?.createdAt ?? 0;
    const older = await alerts.olderThan(oldestHeld - 1, 10);
    expect(older.alerts.map(({ status }) => status)).toEqual(['EXPIRED', 'EXPIRED']);
    expect(older.older).toBe('none');
  });

  it('older alerts are filtered by the store, which says whether there are more', async () => {
    const { alerts, raise } = createAlertTab();
    await raise(3);
    await raise(3, { symbol: 'ETHUSDT' });
    const older = await alerts.olderThan(Infinity, 2, { symbol: 'ETHUSDT' });
    expect(older.alerts.map(({ symbol }) => symbol)).toEqual(['ETHUSDT', 'ETHUSDT']);
    expect(older.older).toBe('some');
  });
});

describe('alerts by their status', () => {
  it('are found by what they are now: one that is stored as active may be long over', async () => {
    const { alerts, clock, raise } = createAlertTab({ historySize: 10 });
    await raise(12);
    await alerts.dismiss(alerts.history()[0]?.id ?? '');
    await clock.advanceAsync(60_000);
    await raise(1, { symbol: 'ETHUSDT' });
    const found = async (status: AlertStatus) =>
      (await alerts.olderThan(Infinity, 100, { status })).alerts.length;
    expect([await found('ACTIVE'), await found('DISMISSED'), await found('EXPIRED')]).toEqual([
      1, 1, 11,
    ]);
  });

  it('are looked for until there is one, or none is left', async () => {
    const { alerts, clock, raise } = createAlertTab({ historySize: 10 });
    await raise(1, { symbol: 'ETHUSDT' });
    await clock.advanceAsync(60_000);
    await raise(10);
    await alerts.dismissAll();
    const { alerts: found, older } = await alerts.olderThan(Infinity, 2, { status: 'EXPIRED' });
    expect(found.map(({ symbol }) => symbol)).toEqual(['ETHUSDT']);
    expect(older).toBe('none');
    expect((await alerts.olderThan(Infinity, 2, { status: 'ACTIVE' })).alerts).toEqual([]);
  });
});

describe('alert observers', () => {
  it('an observer is told of every alert from then on', async () => {
    const { alerts, raise } = createAlertTab();
    await raise(1);
    const seen: string[] = [];
    alerts.observe(({ type }) => seen.push(type));
    await raise(1, { symbol: 'ETHUSDT' });
    await alerts.dismissAll();
    expect(seen).toEqual(['raised', 'changed']);
  });

  it('an observer that was removed is told nothing more', async () => {
    const { alerts, raise } = createAlertTab();
    let told = 0;
    const remove = alerts.observe(() => told++);
    await raise(1);
    remove();
    remove();
    await alerts.dismissAll();
    expect(told).toBe(1);
  });

  it('a broken observer is counted and stops no other', async () => {
    const { alerts, facts } = createAlertTab();
    alerts.observe(() => {
      throw new Error('broken');
    });
    let told = 0;
    alerts.observe(() => told++);
    const created = await alerts.create(sampleDraft());
    expect(created.ok).toBe(true);
    expect([facts.length, told]).toEqual([1, 1]);
    expect(alerts.status().observerFaults).toBe(1);
  });

  it('a broken asynchronous observer is counted too', async () => {
    const { alerts, raise } = createAlertTab();
    alerts.observe(() => Promise.reject(new Error('broken')));
    await raise(2);
    await settle();
    expect(alerts.status().observerFaults).toBe(2);
  });
});

describe('alert status', () => {
  it('counts what is held by status, and what went wrong', async () => {
    const { alerts, clock, raise } = createAlertTab();
    await raise(3);
    await clock.advanceAsync(40_000);
    await raise(1, { symbol: 'ETHUSDT' });
    await raise(1, { symbol: 'XRPUSDT' });
    await alerts.dismiss(sampleDraft({ symbol: 'XRPUSDT' }).id);
    expect(alerts.status()).toEqual({
      total: 5,
      active: 1,
      dismissed: 1,
      expired: 3,
      observerFaults: 0,
    });
  });
});

describe('alert history limiting', () => {
  it('beyond historySize the first in are the first out; the store keeps them all', async () => {
    const { alerts, raise, store } = createAlertTab({ historySize: 10 });
    await raise(25);
    expect(alerts.history(Infinity).map(({ candleOpenTime }) => candleOpenTime)).toEqual(
      Array.from({ length: 10 }, (_, index) => SAMPLE_OPEN_TIME + (24 - index) * HOUR),
    );
    expect(store.rows.size).toBe(25);
  });
});
