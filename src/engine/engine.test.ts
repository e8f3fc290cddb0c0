import { describe, expect, it } from 'vitest';
import { priceLevelRule } from '../domain/rules/ready-made.ts';
import { createBrowser, START } from '../testing/engine-bench.ts';
import type { EngineBench } from '../testing/engine-bench.ts';
import { exchangeInfo } from '../testing/fake-rest.ts';
import { nthOpen } from '../testing/market-events.ts';
import { klineFrame, klineRows, tradeFrame } from '../testing/wire-frames.ts';

const LEVEL = priceLevelRule({ symbol: 'BTCUSDT', price: 110, direction: 'above' });

/** History holds candles 0 to 3, the last of them open; the rule rings above 110. */
async function watching(tab: EngineBench): Promise<EngineBench> {
  await tab.send({ type: 'start', options: START, isVisible: true });
  await tab.send({ type: 'saveRule', rule: LEVEL });
  await tab.connect();
  return tab;
}

function closing(index: number, close: number): string {
  const openTime = nthOpen(index);
  return klineFrame({ symbol: 'BTCUSDT', interval: '1h', openTime, close, isClosed: true });
}

/** The alerts as the page has them after all events: the newest state of each. */
function alertsOf(tab: EngineBench) {
  const all = tab.of('alertsChanged').flatMap(({ alerts }) => alerts);
  return [...new Map(all.map((alert) => [alert.id, alert])).values()];
}

describe('a first start', () => {
  it('posts everything that the page needs to draw', async () => {
    const tab = createBrowser().openTab();
    await tab.send({ type: 'start', options: START, isVisible: true });
    const started = tab.last('engineStarted');
    expect(started.watchlist).toEqual({ symbols: ['BTCUSDT'], intervals: ['1h'] });
    expect(started.venue).toBe('Binance');
    const on = started.rules.filter(({ isEnabled }) => isEnabled).map(({ id }) => id);
    expect(on).toEqual(expect.arrayContaining(['rsi-leaves-oversold', 'macd-cross-up']));
    expect(tab.of('refused')).toEqual([]);
    expect(tab.of('limitationFound')).toEqual([]);
  });

  it('connects, subscribes and shows prices', async () => {
    const tab = await watching(createBrowser().openTab());
    expect(tab.last('connectionChanged').connection.state).toBe('CONNECTED');
    await tab.receive(tradeFrame('BTCUSDT', '101.50', 1, nthOpen(3) + 5));
    expect(tab.last('quotesChanged').quotes[0]?.lastPrice).toBe('101.50');
  });

  it('refuses by name a symbol that the exchange does not list; the others go on', async () => {
    const tab = createBrowser().openTab();
    const listed = exchangeInfo({ BTCUSDT: 'TRADING', LUNAUSDT: 'BREAK' }, nthOpen(3));
    tab.rest.answer('exchangeInfo', listed);
    const options = { ...START, symbols: ['BTCUSDT', 'LUNAUSDT', 'NOPEUSDT'] };
    await tab.send({ type: 'start', options, isVisible: true });
    expect(tab.last('refused').faults).toMatchObject([{ field: 'symbol', value: '"NOPEUSDT"' }]);
    expect(tab.last('watchlistChanged').watchlist.symbols).toEqual(['BTCUSDT', 'LUNAUSDT']);
  });
});

describe('a signal', () => {
  it('becomes one alert: stored, told, rung', async () => {
    const tab = await watching(createBrowser().openTab());
    await tab.receive(closing(3, 105));
    expect(alertsOf(tab)).toEqual([]);
    await tab.receive(closing(4, 115));
    await tab.receive(closing(4, 115));
    expect(alertsOf(tab)).toMatchObject([
      {
        id: `${LEVEL.id}:BTCUSDT:1h:${nthOpen(4)}:BUY`,
        signalType: 'BUY',
        price: '115',
        status: 'ACTIVE',
        late: false,
        strength: 0.5,
      },
    ]);
    expect(tab.of('deliveryDue')).toHaveLength(1);
  });

  it('is marked as told when the page says so, and survives a reload as history', async () => {
    const browser = createBrowser();
    const tab = await watching(browser.openTab());
    await tab.receive(closing(3, 105));
    await tab.receive(closing(4, 115));
    const [alert] = alertsOf(tab);
    await tab.send({ type: 'confirmDelivery', ids: [alert?.id ?? ''] });
    expect(alertsOf(tab)[0]?.announcedAt).not.toBeNull();

    await tab.crash();
    const reloaded = browser.openTab({ time: tab.clock.now() + 3_600_000 });
    await reloaded.send({ type: 'start', options: START, isVisible: true });
    expect(reloaded.last('engineStarted').alerts).toMatchObject([
      { id: alert?.id, status: 'EXPIRED' },
    ]);
    await reloaded.clock.advanceAsync(60_000);
    expect(reloaded.of('deliveryDue')).toEqual([]);
  });

  it('that was stored but never told is told after a crash, as late', async () => {
    const browser = createBrowser();
    const tab = await watching(browser.openTab());
    await tab.receive(closing(3, 105));
    await tab.receive(closing(4, 115));
    await tab.crash();
    const reloaded = browser.openTab({ time: tab.clock.now() + 3_600_000 });
    await reloaded.send({ type: 'start', options: START, isVisible: true });
    await reloaded.clock.advanceAsync(5_000);
    expect(reloaded.of('deliveryDue')).toMatchObject([
      { delivery: { type: 'summary', late: true } },
    ]);
  });

  it('says nothing about candles that closed before anyone watched', async () => {
    const tab = createBrowser().openTab();
    tab.rest.answer('klines', klineRows('1h', nthOpen(0), [100, 120, 100, 130, 100]));
    await watching(tab);
    expect(alertsOf(tab)).toEqual([]);
  });

  it('of a rule that is switched off is not told', async () => {
    const tab = await watching(createBrowser().openTab());
    await tab.send({ type: 'saveRule', rule: { ...LEVEL, isEnabled: false } });
    await tab.receive(closing(3, 105));
    await tab.receive(closing(4, 115));
    expect(alertsOf(tab)).toEqual([]);
  });
});

describe('an interruption', () => {
  it('is filled from history before rules go on, and what fired long ago is late', async () => {
    const tab = await watching(createBrowser().openTab());
    await tab.receive(closing(3, 105));
    tab.sockets.last.drop();
    expect(tab.last('connectionChanged').connection.state).toBe('RECONNECTING');
    // Candle 4 crosses while nobody listens; it is three hours old when the connection is back.
    tab.rest.answer('klines', klineRows('1h', nthOpen(3), [105, 115, 116, 117, 118]));
    await tab.clock.advanceAsync(3_000);
    await tab.connect();
    await tab.receive(tradeFrame('BTCUSDT', '118.00', 9, nthOpen(7) + 5));
    expect(alertsOf(tab)).toMatchObject([{ candleOpenTime: nthOpen(4), signalType: 'BUY' }]);
    expect(tab.last('healthChanged').health).toMatchObject({ gapsFound: 1, gapsFilled: 1 });
  });

  it('of seconds loses no candle and makes no second alert', async () => {
    const tab = await watching(createBrowser().openTab());
    await tab.receive(closing(3, 105));
    await tab.receive(closing(4, 115));
    tab.sockets.last.drop();
    tab.rest.answer('klines', klineRows('1h', nthOpen(4), [115, 115]));
    await tab.clock.advanceAsync(3_000);
    await tab.connect();
    await tab.receive(closing(4, 115));
    await tab.receive(closing(5, 105));
    await tab.receive(closing(6, 120));
    expect(alertsOf(tab).map(({ candleOpenTime }) => candleOpenTime)).toEqual([
      nthOpen(4),
      nthOpen(6),
    ]);
  });
});

describe('a closed tab', () => {
  it('is caught up with: what would have fired is stored as late, and told in one summary', async () => {
    const browser = createBrowser();
    const tab = await watching(browser.openTab());
    await tab.receive(closing(3, 105));
    await tab.clock.advanceAsync(3_000);
    await tab.send({ type: 'setVisibility', isVisible: false });
    await tab.crash();

    const hours = 3_600_000;
    const later = browser.openTab({ time: nthOpen(9) });
    later.rest.answer('exchangeInfo', exchangeInfo({ BTCUSDT: 'TRADING' }, nthOpen(8) + hours / 2));
    const closes = [100, 100, 100, 105, 115, 100, 120, 121, 122];
    later.rest.answer('klines', klineRows('1h', nthOpen(0), closes));
    await later.send({ type: 'start', options: START, isVisible: true });
    await later.connect();
    expect(later.rest.asked.filter((url) => url.includes('klines'))[0]).toContain('startTime=');
    expect(alertsOf(later)).toMatchObject([
      { candleOpenTime: nthOpen(4), late: true },
      { candleOpenTime: nthOpen(6), late: true },
    ]);
    await later.clock.advanceAsync(3_000);
    expect(later.of('deliveryDue')).toMatchObject([
      { delivery: { type: 'summary', late: true, signals: [{ side: 'BUY' }, { side: 'BUY' }] } },
    ]);
  });

  it('of a symbol that was not watched meanwhile is not', async () => {
    const browser = createBrowser();
    const tab = await watching(browser.openTab());
    await tab.receive(closing(3, 105));
    await tab.send({ type: 'unwatchSymbol', symbol: 'BTCUSDT' });
    await tab.send({ type: 'deleteRule', ruleId: LEVEL.id });
    await tab.clock.advanceAsync(3_000);
    await tab.send({ type: 'setVisibility', isVisible: false });
    await tab.crash();

    const later = browser.openTab({ time: nthOpen(9) });
    later.rest.answer('klines', klineRows('1h', nthOpen(0), [100, 100, 100, 105, 115, 100]));
    await later.send({ type: 'start', options: START, isVisible: true });
    await later.send({ type: 'saveRule', rule: LEVEL });
    await later.send({ type: 'watchSymbol', symbol: 'BTCUSDT' });
    await later.connect();
    expect(alertsOf(later)).toEqual([]);
  });
});

describe('commands that do not validate', () => {
  it('are refused with field, value and what is allowed, and change nothing', async () => {
    const tab = await watching(createBrowser().openTab());
    await tab.send({ type: 'changeSettings', changes: { queueSize: 0 } });
    expect(tab.last('refused').faults).toMatchObject([
      { field: 'settings.queueSize', value: '0', allowed: expect.stringContaining('10 to') },
    ]);
    await tab.send({ type: 'changeIntervals', intervals: ['1h', '1H', '2m'] });
    expect(tab.last('refused').faults).toMatchObject([{ value: '"1H"' }, { value: '"2m"' }]);
    expect(tab.last('watchlistChanged').watchlist.intervals).toEqual(['1h']);
    await tab.send({ type: 'changeIntervals', intervals: ['7m'] });
    await tab.send({ type: 'changeIntervals', intervals: [] });
    expect(tab.of('watchlistChanged')).toHaveLength(1);
    await tab.send({ type: 'watchSymbol', symbol: 'NOPEUSDT' });
    expect(tab.last('refused').faults).toMatchObject([{ value: '"NOPEUSDT"' }]);
    await tab.send({ type: 'saveRule', rule: { id: 'x' } });
    expect(tab.last('refused').faults.length).toBeGreaterThan(0);
    await tab.send({ type: 'deleteRule', ruleId: 'macd-cross-up' });
    expect(tab.last('refused').faults).toMatchObject([{ field: 'ruleId' }]);
    expect(tab.of('settingsChanged')).toEqual([]);
  });
});

describe('a hidden page', () => {
  it('is posted facts only, and the state when it is seen again', async () => {
    const tab = await watching(createBrowser().openTab());
    await tab.send({ type: 'setVisibility', isVisible: false });
    const before = tab.of('quotesChanged').length;
    await tab.receive(tradeFrame('BTCUSDT', '101.00', 1, nthOpen(3) + 5));
    await tab.receive(tradeFrame('BTCUSDT', '102.00', 2, nthOpen(3) + 6));
    expect(tab.of('quotesChanged')).toHaveLength(before);
    await tab.receive(closing(3, 105));
    await tab.receive(closing(4, 115));
    expect(alertsOf(tab)).toHaveLength(1);
    await tab.send({ type: 'setVisibility', isVisible: true });
    expect(tab.last('quotesChanged').quotes[0]?.lastPrice).toBe('115.00');
  });
});

describe('a rule that is being made', () => {
  it('is previewed over the candles at hand, and changes nothing', async () => {
    const tab = await watching(createBrowser().openTab());
    await tab.receive(closing(3, 105));
    await tab.receive(closing(4, 115));
    const asked = { requestId: 3, symbol: 'BTCUSDT', interval: '1h' } as const;
    await tab.send({ type: 'previewRule', ...asked, rule: { ...LEVEL, id: 'draft' } });
    expect(tab.last('rulePreviewed')).toMatchObject({ ...asked, candles: 5, missing: [] });
    expect(tab.last('rulePreviewed').signals).toMatchObject([{ candleOpenTime: nthOpen(4) }]);
    await tab.send({ type: 'previewRule', ...asked, rule: { id: 'broken' } });
    expect(tab.last('refused').faults.length).toBeGreaterThan(0);
    expect(tab.of('rulesChanged')).toHaveLength(1);
  });
});

describe('the consensus', () => {
  it('follows what the rules say', async () => {
    const tab = await watching(createBrowser().openTab());
    await tab.receive(closing(3, 105));
    await tab.receive(closing(4, 115));
    await tab.clock.advanceAsync(300);
    expect(tab.last('consensusChanged').consensus).toMatchObject([
      { symbol: 'BTCUSDT', interval: '1h', buy: 1, sell: 0, value: 0.5 },
    ]);
  });
});

describe('a rule that speaks within the candle', () => {
  it('rings once for it, at the first moment', async () => {
    const tab = createBrowser().openTab();
    await tab.send({ type: 'start', options: START, isVisible: true });
    await tab.send({ type: 'saveRule', rule: { ...LEVEL, fire: 'intrabar' } });
    await tab.connect();
    const forming = { symbol: 'BTCUSDT', interval: '1h', openTime: nthOpen(3) } as const;
    for (const close of [100, 112, 109, 114]) {
      await tab.receive(klineFrame({ ...forming, close, isClosed: false }));
    }
    await tab.receive(closing(3, 115));
    expect(alertsOf(tab)).toMatchObject([{ candleOpenTime: nthOpen(3), price: '112' }]);
    expect(tab.of('deliveryDue')).toHaveLength(1);
  });
});

describe('the watchlist', () => {
  it('grows and shrinks while running, and is remembered', async () => {
    const browser = createBrowser();
    const tab = await watching(browser.openTab());
    await tab.send({ type: 'watchSymbol', symbol: 'ethusdt' });
    expect(tab.last('watchlistChanged').watchlist.symbols).toEqual(['BTCUSDT', 'ETHUSDT']);
    await tab.clock.advanceAsync(1_000);
    expect(tab.sockets.last.sent.at(-1)).toContain('ethusdt@trade');
    await tab.send({ type: 'unwatchSymbol', symbol: 'BTCUSDT' });
    await tab.send({ type: 'watchSymbol', symbol: 'BTCUSDT', place: 0 });
    expect(tab.last('watchlistChanged').watchlist.symbols).toEqual(['BTCUSDT', 'ETHUSDT']);
    await tab.send({ type: 'unwatchSymbol', symbol: 'BTCUSDT' });
    await tab.crash();
    const again = browser.openTab();
    await again.send({ type: 'start', options: START, isVisible: true });
    expect(again.last('engineStarted').watchlist.symbols).toEqual(['ETHUSDT']);
  });
});

describe('the series on the chart', () => {
  it('is posted whole, then candle by candle', async () => {
    const tab = await watching(createBrowser().openTab());
    await tab.send({ type: 'selectSeries', symbol: 'BTCUSDT', interval: '1h' });
    expect(Array.from(tab.last('candlesLoaded').columns.close)).toEqual([100, 100, 100]);
    await tab.receive(closing(3, 105));
    expect(tab.last('candleChanged')).toMatchObject({ isClosed: true, candle: { close: 105 } });
    await tab.clock.advanceAsync(200);
    expect(tab.last('metricsChanged').metrics.symbol).toBe('BTCUSDT');
  });
});
