import { describe, expect, it } from 'vitest';
import type { TradingSignal } from '../domain/signal.ts';
import type { EngineEvent } from '../protocol/messages.ts';
import { DEFAULT_SETTINGS } from '../protocol/settings.ts';
import { createFakeAlertStore } from '../testing/fake-alert-store.ts';
import { createFakeAir } from '../testing/fake-channel.ts';
import { createFakeClock, settle } from '../testing/fake-clock.ts';
import { createFakeLocks } from '../testing/fake-locks.ts';
import { SAMPLE_OPEN_TIME } from '../testing/sample-alert.ts';
import { createAlarm } from './alarm.ts';
import type { AlertStore } from './alerts/alert-store.ts';
import type { ChannelPort } from './delivery/tab-channel.ts';
import type { CandleOrigin } from './market/series-keeper.ts';
import { FIRST_PROFILE } from './store/profile-store.ts';

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

function createBrowser({ hasChannel = true } = {}) {
  const clock = createFakeClock(CLOSE_TIME);
  const store = createFakeAlertStore();
  const locks = createFakeLocks();
  const air = createFakeAir();

  const openTab = async (options: { store?: AlertStore; channel?: ChannelPort } = {}) => {
    const events: EngineEvent[] = [];
    const tabLocks = locks.openTab();
    const channel = options.channel ?? (hasChannel ? air.openChannel('tocsin') : undefined);
    const alarm = await createAlarm({
      ports: {
        clock,
        random: () => 0,
        network: {
          openSocket: () => ({ send: () => undefined, close: () => undefined }),
          httpGet: () => ({ response: Promise.reject(new Error()), abort: () => undefined }),
          isOnline: () => true,
        },
        createDemoNetwork: () => {
          throw new Error('not asked for');
        },
        openDatabase: () => Promise.reject(new Error('not asked for')),
        locks: tabLocks,
        openChannel: channel && (() => channel),
        startOfDay: (time) => time,
        post: (event) => events.push(event),
      },
      name: 'tocsin',
      storage: {
        alerts: options.store ?? store,
        profile: {
          load: () => Promise.resolve(FIRST_PROFILE),
          saveSettings: () => Promise.resolve(),
          saveWatchlist: () => Promise.resolve(),
          saveRule: () => Promise.resolve(),
          deleteRule: () => Promise.resolve(),
          loadAttempts: () => Promise.resolve([]),
          saveAttempts: () => Promise.resolve(),
          saveJudged: () => Promise.resolve(),
        },
        isStored: true,
      },
      settings: DEFAULT_SETTINGS,
      onLimitation: (limitation) => (reason) =>
        events.push({ type: 'limitationFound', limitation, reason }),
    });
    alarm.begin();
    await settle();
    const deliveries = () =>
      events.flatMap((event) => (event.type === 'deliveryDue' ? [event.delivery] : []));
    /** The page tells the user of everything that is due, and confirms it. */
    const confirm = async () => {
      for (const delivery of deliveries()) {
        await alarm.alerts.markAnnounced(
          delivery.type === 'alert' ? [delivery.alert.id] : delivery.ids,
        );
      }
      await settle();
    };
    return { alarm, events, deliveries, confirm, crash: () => tabLocks.crash() };
  };
  return { clock, store, openTab };
}

describe('a signal', () => {
  it('becomes one alert: stored, shown, then rung', async () => {
    const { openTab, store } = createBrowser();
    const { alarm, events } = await openTab();
    alarm.raise([signal()], 'live', CLOSE_TIME);
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
      'live',
      CLOSE_TIME,
    );
    await settle();
    const faults = events.flatMap((event) => (event.type === 'refused' ? event.faults : []));
    expect(faults.map(({ field }) => field)).toEqual(['alert.strength', 'alert.price']);
    expect(alarm.alerts.history()).toHaveLength(1);
  });

  it.each<[CandleOrigin, number, boolean]>([
    ['live', 3_600_000, false],
    ['catch-up', 60_000, false],
    ['catch-up', 60_001, true],
  ])('of a %s candle that closed %i ms ago: late is %s', async (origin, ago, late) => {
    const { openTab } = createBrowser();
    const { alarm, deliveries, events } = await openTab();
    alarm.raise([signal()], origin, CLOSE_TIME + ago);
    await settle();
    expect(alarm.alerts.history()).toMatchObject([{ late }]);
    expect(deliveries()).toHaveLength(late ? 0 : 1);
    expect(events[0]?.type).toBe('alertsChanged');
  });
});

describe('two tabs', () => {
  it('find the same signal: one row, one delivery, both show it', async () => {
    const { clock, openTab, store } = createBrowser();
    const [leader, follower] = [await openTab(), await openTab()];
    for (const { alarm } of [follower, leader]) {
      alarm.raise([signal()], 'live', CLOSE_TIME);
    }
    await settle();
    await leader.confirm();
    await clock.advanceAsync(60_000);
    expect(store.rows.size).toBe(1);
    expect([leader.deliveries().length, follower.deliveries().length]).toEqual([1, 0]);
    expect(follower.alarm.alerts.history()).toEqual(leader.alarm.alerts.history());
    expect([leader.alarm.isDelivering, follower.alarm.isDelivering]).toEqual([true, false]);
  });

  it('one dismisses: the other shows it dismissed', async () => {
    const { openTab } = createBrowser();
    const [leader, follower] = [await openTab(), await openTab()];
    leader.alarm.raise([signal()], 'live', CLOSE_TIME);
    await settle();
    await follower.alarm.alerts.dismissAll();
    await settle();
    expect(leader.alarm.alerts.history()).toMatchObject([{ status: 'DISMISSED' }]);
    expect(leader.events.at(-1)).toMatchObject({
      type: 'alertsChanged',
      alerts: [{ status: 'DISMISSED' }],
    });
  });

  it.each([true, false])(
    'the leader crashes after telling: the other tells nothing again (channel: %s)',
    async (hasChannel) => {
      const { clock, openTab } = createBrowser({ hasChannel });
      const [leader, follower] = [await openTab(), await openTab()];
      for (const { alarm } of [leader, follower]) {
        alarm.raise([signal()], 'live', CLOSE_TIME);
      }
      await settle();
      await leader.confirm();
      leader.crash();
      await clock.advanceAsync(60_000);
      expect(follower.alarm.isDelivering).toBe(true);
      expect(follower.deliveries()).toEqual([]);
    },
  );

  it('the leader crashes between storing and telling: the other tells it', async () => {
    const { openTab } = createBrowser();
    const [leader, follower] = [await openTab(), await openTab()];
    leader.alarm.raise([signal()], 'live', CLOSE_TIME);
    await settle();
    leader.crash();
    await settle();
    expect(follower.deliveries()).toMatchObject([
      { type: 'alert', alert: { symbol: 'BTCUSDT', announcedAt: null } },
    ]);
  });
});

describe('a start', () => {
  it('makes up for what was stored and not told, and for nothing else', async () => {
    const { clock, openTab } = createBrowser();
    const before = await openTab();
    before.alarm.raise([signal()], 'live', CLOSE_TIME);
    await settle();
    await before.confirm();
    before.alarm.raise([signal({ symbol: 'ETHUSDT' })], 'live', CLOSE_TIME);
    await settle();
    before.crash();
    clock.advance(3_600_000);
    const after = await openTab();
    await clock.advanceAsync(2_000);
    expect(after.deliveries()).toMatchObject([
      { type: 'summary', symbols: ['ETHUSDT'], late: true },
    ]);
  });

  it('without a channel says so, and rings', async () => {
    const { openTab } = createBrowser({ hasChannel: false });
    const { alarm, events, deliveries } = await openTab();
    alarm.raise([signal()], 'live', CLOSE_TIME);
    await settle();
    expect(events[0]).toMatchObject({ type: 'limitationFound', limitation: 'broadcast' });
    expect(deliveries()).toHaveLength(1);
  });

  it('with a channel that is broken still rings', async () => {
    const { openTab } = createBrowser();
    const channel: ChannelPort = {
      postMessage: () => {
        throw new DOMException('closed', 'InvalidStateError');
      },
      addEventListener: () => undefined,
      close: () => undefined,
    };
    const { alarm, deliveries } = await openTab({ channel });
    alarm.raise([signal()], 'live', CLOSE_TIME);
    await settle();
    expect(deliveries()).toHaveLength(1);
    expect(alarm.alerts.status().observerFaults).toBe(1);
  });

  it('with a store that fails at every step rings, and says what is missing', async () => {
    const { openTab } = createBrowser();
    const store = createFakeAlertStore();
    store.fail('reject', 'add', 'change', 'newest');
    const { alarm, events, deliveries } = await openTab({ store });
    alarm.raise([signal()], 'live', CLOSE_TIME);
    await settle();
    expect(deliveries()).toHaveLength(1);
    expect(events).toContainEqual({
      type: 'limitationFound',
      limitation: 'storage',
      reason: 'Error: QuotaExceededError: add',
    });
  });
});
