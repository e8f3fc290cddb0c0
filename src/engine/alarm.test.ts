import { describe, expect, it } from 'vitest';
import { deliveryIds } from '../protocol/delivery.ts';
import type { TradingSignal } from '../domain/signal.ts';
import type { EngineEvent } from '../protocol/messages.ts';
import { DEFAULT_SETTINGS } from '../protocol/settings.ts';
import { createFakeAlertStore } from '../testing/fake-alert-store.ts';
import { createFakeClock, settle } from '../testing/fake-clock.ts';
import { SAMPLE_OPEN_TIME } from '../testing/sample-alert.ts';
import { createAlarm } from './alarm.ts';

const CLOSE_TIME = SAMPLE_OPEN_TIME + 3_599_999;

const signal = (changes: Partial<TradingSignal> = {}): TradingSignal => ({
  ruleId: 'rsi-leaves-oversold',
  ruleName: 'RSI leaves oversold',
  side: 'BUY',
  symbol: 'BTCUSDT',
  interval: '1h',
  candleOpenTime: SAMPLE_OPEN_TIME,
  price: 45_000.1,
  strength: 0.5,
  explanation: 'RSI(14) on 1h = 31.2, was 29.4; threshold 30',
  ...changes,
});

/** A browser whose tabs lead one after the other: they share the store. */
function createBrowser() {
  const clock = createFakeClock(CLOSE_TIME);
  const store = createFakeAlertStore();

  const openTab = async () => {
    const events: EngineEvent[] = [];
    let isSure = true;
    const alarm = await createAlarm({
      clock,
      store,
      limits: DEFAULT_SETTINGS,
      tell: (event) => events.push(event),
      deliver: (delivery) => events.push({ type: 'deliveryDue', delivery, until: Infinity }),
      isSure: () => isSure,
    });
    alarm.begin();
    await settle();
    const deliveries = () =>
      events.flatMap((event) => (event.type === 'deliveryDue' ? [event.delivery] : []));
    /** The page tells the user of everything that is due, and confirms it. */
    const confirm = async () => {
      for (const delivery of deliveries()) {
        await alarm.alerts.markAnnounced(deliveryIds(delivery));
      }
      await settle();
    };
    const setSure = (next: boolean): void => {
      isSure = next;
      if (next) alarm.tell();
    };
    return { alarm, events, deliveries, confirm, setSure };
  };
  return { clock, store, openTab };
}

describe('a signal', () => {
  it('becomes one alert: stored, shown, then rung', async () => {
    const { openTab, store } = createBrowser();
    const { alarm, events } = await openTab();
    alarm.raise([signal()], CLOSE_TIME);
    await settle();
    expect(events.map(({ type }) => type)).toEqual(['alertsChanged', 'deliveryDue']);
    expect([...store.rows.values()]).toMatchObject([
      { signalType: 'BUY', price: '45000.1', late: false, status: 'ACTIVE' },
    ]);
  });

  it('that is not a valid alert is refused by field, and the others go on', async () => {
    const { openTab } = createBrowser();
    const { alarm, events } = await openTab();
    alarm.raise(
      [signal({ strength: Number.NaN }), signal({ price: 0, side: 'SELL' }), signal()],
      CLOSE_TIME,
    );
    await settle();
    const faults = events.flatMap((event) => (event.type === 'refused' ? event.faults : []));
    expect(faults.map(({ field }) => field)).toEqual(['alert.strength', 'alert.price']);
    expect(alarm.alerts.history()).toHaveLength(1);
  });

  it.each([
    [60_000, false],
    [60_001, true],
  ])('of a candle that closed %i ms ago: late is %s', async (ago, late) => {
    const { openTab } = createBrowser();
    const { alarm, deliveries, events } = await openTab();
    alarm.raise([signal()], CLOSE_TIME + ago);
    await settle();
    expect(alarm.alerts.history()).toMatchObject([{ late }]);
    expect(deliveries()).toHaveLength(late ? 0 : 1);
    expect(events[0]?.type).toBe('alertsChanged');
  });
});

describe('a tab that takes over', () => {
  it('finds the same signal: one row, and nothing is told again', async () => {
    const { clock, openTab, store } = createBrowser();
    const before = await openTab();
    before.alarm.raise([signal()], CLOSE_TIME);
    await settle();
    await before.confirm();
    before.alarm.dispose();
    const after = await openTab();
    after.alarm.raise([signal()], CLOSE_TIME);
    await clock.advanceAsync(60_000);
    expect(store.rows.size).toBe(1);
    expect([before.deliveries().length, after.deliveries().length]).toEqual([1, 0]);
  });

  it('tells what was stored and not told', async () => {
    const { openTab } = createBrowser();
    const before = await openTab();
    before.setSure(false);
    before.alarm.raise([signal()], CLOSE_TIME);
    await settle();
    expect(before.deliveries()).toEqual([]);
    before.alarm.dispose();
    const after = await openTab();
    expect(after.deliveries()).toMatchObject([
      { type: 'alert', alert: { symbol: 'BTCUSDT', announcedAt: null } },
    ]);
  });
});

describe('a tab that doubts whether it leads', () => {
  it('holds back what is due, and tells it when it is sure', async () => {
    const { openTab } = createBrowser();
    const { alarm, deliveries, setSure } = await openTab();
    setSure(false);
    alarm.raise([signal()], CLOSE_TIME);
    await settle();
    expect(deliveries()).toEqual([]);
    setSure(true);
    expect(deliveries()).toHaveLength(1);
  });
});

describe('a start', () => {
  it('makes up for what was stored and not told, and for nothing else', async () => {
    const { clock, openTab } = createBrowser();
    const before = await openTab();
    before.alarm.raise([signal()], CLOSE_TIME);
    await settle();
    await before.confirm();
    before.alarm.raise([signal({ symbol: 'ETHUSDT' })], CLOSE_TIME);
    await settle();
    before.alarm.dispose();
    clock.advance(3_600_000);
    const after = await openTab();
    await clock.advanceAsync(2_000);
    expect(after.deliveries()).toMatchObject([
      { type: 'summary', signals: [{ symbol: 'ETHUSDT' }], late: true },
    ]);
  });
});
