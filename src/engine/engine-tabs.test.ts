import { describe, expect, it } from 'vitest';
import { deliveryIds } from '../protocol/delivery.ts';
import { priceLevelRule } from '../domain/rules/ready-made.ts';
import { createBrowser, START } from '../testing/engine-bench.ts';
import type { EngineBench } from '../testing/engine-bench.ts';
import { nthOpen } from '../testing/market-events.ts';
import { klineFrame, klineRows, tradeFrame } from '../testing/wire-frames.ts';

const LEVEL = priceLevelRule({ symbol: 'BTCUSDT', price: 110, direction: 'above' });

function closing(index: number, close: number): string {
  const openTime = nthOpen(index);
  return klineFrame({ symbol: 'BTCUSDT', interval: '1h', openTime, close, isClosed: true });
}

function alertsOf(tab: EngineBench) {
  const all = tab.of('alertsChanged').flatMap(({ alerts }) => alerts);
  return [...new Map(all.map((alert) => [alert.id, alert])).values()];
}

/** Time passes in all of these tabs, in small steps. */
async function live(tabs: readonly EngineBench[], ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 200) {
    for (const tab of tabs) await tab.clock.advanceAsync(200);
  }
  for (const tab of tabs) await tab.turn();
}

async function openTwo() {
  const browser = createBrowser();
  const first = browser.openTab();
  await first.send({ type: 'start', options: START, isVisible: true });
  await first.send({ type: 'saveRule', rule: LEVEL });
  await first.connect();
  const second = browser.openTab();
  await second.send({ type: 'start', options: START, isVisible: false });
  await live([first, second], 1_000);
  return { browser, first, second };
}

describe('a second tab', () => {
  it('shows what the first one sees, and connects to nothing', async () => {
    const { first, second } = await openTwo();
    expect(second.sockets.all).toEqual([]);
    expect(second.rest.asked).toEqual([]);
    expect(second.last('engineStarted').rules).toEqual(first.last('rulesChanged').rules);
    expect(second.last('connectionChanged').connection.state).toBe('CONNECTED');
    await second.send({ type: 'setVisibility', isVisible: true });
    await first.receive(tradeFrame('BTCUSDT', '101.50', 1, nthOpen(3) + 5));
    expect(second.last('quotesChanged').quotes[0]?.lastPrice).toBe('101.50');
    await second.send({ type: 'selectSeries', symbol: 'BTCUSDT', interval: '1h' });
    expect(second.last('candlesLoaded').columns.close.length).toBeGreaterThan(0);
    expect(first.of('candlesLoaded')).toEqual([]);
  });

  it('has its wishes carried out by the first, and its refusals to itself', async () => {
    const { first, second } = await openTwo();
    await second.send({ type: 'watchSymbol', symbol: 'ETHUSDT' });
    expect(first.last('watchlistChanged').watchlist.symbols).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect(second.last('watchlistChanged').watchlist.symbols).toEqual(['BTCUSDT', 'ETHUSDT']);
    await second.send({ type: 'watchSymbol', symbol: 'NOPEUSDT' });
    expect(second.of('refused')).toHaveLength(1);
    expect(first.of('refused')).toHaveLength(0);
  });

  it('rings instead of the first when it is the one that is seen; both show the alert', async () => {
    const { first, second } = await openTwo();
    await first.send({ type: 'setVisibility', isVisible: false });
    await second.send({ type: 'setVisibility', isVisible: true });
    await first.receive(closing(3, 105));
    await first.receive(closing(4, 115));
    expect(first.of('deliveryDue')).toEqual([]);
    expect(second.of('deliveryDue')).toHaveLength(1);
    expect(alertsOf(first)).toEqual(alertsOf(second));
    const id = alertsOf(second)[0]?.id ?? '';
    await second.send({ type: 'confirmDelivery', ids: [id] });
    await second.send({ type: 'dismissAlert', id });
    expect(alertsOf(first)).toMatchObject([{ status: 'DISMISSED' }]);
  });

  it('that was to ring and is gone before it has is stood in for by the first', async () => {
    const { first, second } = await openTwo();
    await first.send({ type: 'setVisibility', isVisible: false });
    await second.send({ type: 'setVisibility', isVisible: true });
    await second.crash();
    await first.receive(closing(3, 105));
    await first.receive(closing(4, 115));
    expect(first.of('deliveryDue')).toEqual([]);
    await live([first], 13_000);
    expect(first.of('deliveryDue')).toHaveLength(1);
  });
});

describe('when the first tab is gone', () => {
  it('the second takes over at once, fills the gap, and tells nothing twice', async () => {
    const { first, second } = await openTwo();
    await first.receive(closing(3, 105));
    await first.receive(closing(4, 115));
    const [told] = alertsOf(first);
    await first.send({ type: 'confirmDelivery', ids: [told?.id ?? ''] });
    await live([first, second], 3_000);
    second.rest.answer(
      'klines',
      klineRows('1h', nthOpen(0), [100, 100, 100, 105, 115, 100, 120, 121]),
    );
    await first.crash();
    await second.connect();
    expect(second.of('engineStarted')).toHaveLength(2);
    expect(alertsOf(second).map(({ candleOpenTime }) => candleOpenTime)).toEqual([
      nthOpen(4),
      nthOpen(6),
    ]);
    await live([second], 15_000);
    const rung = second.of('deliveryDue').flatMap(({ delivery }) => deliveryIds(delivery));
    // As nobody confirms that it rang, it is asked to again.
    expect([...new Set(rung)]).toEqual([`${LEVEL.id}:BTCUSDT:1h:${nthOpen(6)}:BUY`]);
  });

  it('a wish that it had not carried out is carried out by the second', async () => {
    const { first, second } = await openTwo();
    await first.crash();
    await second.send({ type: 'watchSymbol', symbol: 'ETHUSDT' });
    await second.connect();
    expect(second.last('watchlistChanged').watchlist.symbols).toEqual(['BTCUSDT', 'ETHUSDT']);
  });
});

describe('when the first tab is frozen', () => {
  it('the second takes over within two seconds; the first gives in when it wakes up', async () => {
    const { first, second } = await openTwo();
    await live([second], 2_000);
    expect(second.sockets.all).toHaveLength(1);
    await second.connect();
    // It wakes up with a close that it had not read, and has not heard yet that it was deposed.
    first.clock.jump(600_000);
    await live([first, second], 3_000);
    expect(first.sockets.last.isClosing || first.sockets.last.isClosed).toBe(true);
    expect(first.of('engineStarted')).toHaveLength(2);
    await second.receive(closing(3, 105));
    await second.receive(closing(4, 115));
    expect(alertsOf(first)).toEqual(alertsOf(second));
    expect(first.of('deliveryDue').length + second.of('deliveryDue').length).toBe(1);
  });
});

describe('a page that leaves', () => {
  it('makes way for another, and is served again when it returns', async () => {
    const { first, second } = await openTwo();
    await first.send({ type: 'leave' });
    expect(first.sockets.last.isClosing || first.sockets.last.isClosed).toBe(true);
    await second.connect();
    await first.send({ type: 'return' });
    await live([first, second], 1_000);
    expect(first.of('engineStarted')).toHaveLength(2);
    expect(first.sockets.all).toHaveLength(1);
  });

  it('does not ring while it leaves for what another page is ringing for', async () => {
    const { first, second } = await openTwo();
    await first.send({ type: 'setVisibility', isVisible: false });
    await second.send({ type: 'setVisibility', isVisible: true });
    await first.receive(closing(3, 105));
    await first.receive(closing(4, 115));
    expect(second.of('deliveryDue')).toHaveLength(1);
    await first.send({ type: 'leave' });
    expect(first.of('deliveryDue')).toEqual([]);
  });

  it('alone, connects anew when it returns', async () => {
    const tab = createBrowser().openTab();
    await tab.send({ type: 'start', options: START, isVisible: true });
    await tab.connect();
    await tab.send({ type: 'leave' });
    await tab.send({ type: 'return' });
    await tab.connect();
    expect(tab.sockets.all).toHaveLength(2);
    expect(tab.last('connectionChanged').connection.state).toBe('CONNECTED');
  });
});

describe('tabs of different builds', () => {
  it('do not believe each other: the later one says who is watching, and waits', async () => {
    const browser = createBrowser();
    const first = browser.openTab();
    await first.send({ type: 'start', options: START, isVisible: true });
    await first.connect();
    const newer = browser.openTab({ build: 'a newer one' });
    await newer.send({ type: 'start', options: START, isVisible: true });
    await live([first, newer], 5_000);
    expect(newer.events).toMatchObject([{ type: 'limitationFound', limitation: 'other-build' }]);
    await first.crash();
    await newer.connect();
    expect(newer.of('limitationLifted')).toMatchObject([{ limitation: 'other-build' }]);
    expect(newer.of('engineStarted')).toHaveLength(1);
  });

  it('say no more that another build watches once one of their own does', async () => {
    const browser = createBrowser();
    const first = browser.openTab();
    await first.send({ type: 'start', options: START, isVisible: true });
    await first.connect();
    const newer = [
      browser.openTab({ build: 'a newer one' }),
      browser.openTab({ build: 'a newer one' }),
    ] as const;
    for (const tab of newer) await tab.send({ type: 'start', options: START, isVisible: true });
    await live([first, ...newer], 5_000);
    await first.crash();
    await live(newer, 5_000);
    for (const tab of newer) {
      expect(tab.of('limitationLifted')).toMatchObject([{ limitation: 'other-build' }]);
      expect(tab.of('engineStarted')).toHaveLength(1);
    }
  });
});
