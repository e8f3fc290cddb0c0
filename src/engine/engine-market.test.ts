/** What pages are told of the market: each what it shows, and a hidden one nothing. */
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../protocol/messages.ts';
import { createBrowser, START } from '../testing/engine-bench.ts';
import type { EngineBench } from '../testing/engine-bench.ts';
import { exchangeInfo } from '../testing/fake-rest.ts';
import { FIRST_OPEN, nthOpen } from '../testing/market-events.ts';
import { klineRows, tradeFrame } from '../testing/wire-frames.ts';

const NOW = nthOpen(3) + 5;

function arrayFrame(prices: Readonly<Record<string, string>>, time = NOW): string {
  const data = Object.entries(prices).map(([symbol, price]) => ({
    e: '24hrMiniTicker',
    E: time,
    s: symbol,
    c: price,
    o: '100.00',
    h: price,
    l: '90.00',
    v: '10.0',
    q: '1000.0',
  }));
  return JSON.stringify({ stream: '!miniTicker@arr', data });
}

async function opened(tab: EngineBench): Promise<EngineBench> {
  await tab.send({ type: 'start', options: START, isVisible: true });
  await tab.connect();
  tab.events.length = 0;
  return tab;
}

/** What was posted of quotes: each symbol's last price, post by post. */
const quotesIn = (events: readonly EngineEvent[]) =>
  events.flatMap((event) =>
    event.type === 'quotesChanged'
      ? [event.quotes.map(({ symbol, lastPrice }) => `${symbol} ${lastPrice}`)]
      : [],
  );

describe('a page that shows the whole market', () => {
  it('is told of all symbols, watched or not, in one post for a frame', async () => {
    const tab = await opened(createBrowser().openTab());
    await tab.send({ type: 'showMarket', isShown: true });
    tab.events.length = 0;
    await tab.receive(arrayFrame({ BTCUSDT: '101.00', ETHUSDT: '7.00', NOPEUSDT: '1.00' }));
    expect(quotesIn(tab.events)).toEqual([['BTCUSDT 101.00', 'ETHUSDT 7.00']]);
  });

  it('is told of its rows in view to the tick', async () => {
    const tab = await opened(createBrowser().openTab());
    await tab.send({ type: 'showSymbols', symbols: ['ETHUSDT'] });
    await tab.send({ type: 'showMarket', isShown: true });
    await tab.clock.advanceAsync(1000);
    expect(tab.sockets.last.sent.join()).toContain('ethusdt@bookTicker');
    await tab.receive(tradeFrame('ETHUSDT', '7.50', 1, NOW));
    expect(tab.last('quotesChanged').quotes).toMatchObject([{ lastPrice: '7.50' }]);
  });

  it('is told what is known at once', async () => {
    const tab = await opened(createBrowser().openTab());
    await tab.receive(tradeFrame('BTCUSDT', '101.00', 1, NOW));
    tab.events.length = 0;
    await tab.send({ type: 'showMarket', isShown: true });
    expect(quotesIn(tab.events).flat()).toContain('BTCUSDT 101.00');
  });

  it('does not make others hear of it', async () => {
    const browser = createBrowser();
    const tab = await opened(browser.openTab());
    const other = browser.openTab();
    await other.send({ type: 'start', options: START, isVisible: true });
    for (let step = 0; step < 5; step++) {
      for (const { clock } of [tab, other]) await clock.advanceAsync(200);
    }
    await other.turn();
    expect(other.of('engineStarted')).toHaveLength(1);
    await tab.send({ type: 'showMarket', isShown: true });
    other.events.length = 0;
    await tab.receive(arrayFrame({ ETHUSDT: '7.00' }));
    await tab.receive(arrayFrame({ BTCUSDT: '101.00', ETHUSDT: '8.00' }, NOW + 1000));
    await other.turn();
    expect(quotesIn(other.events)).toEqual([['BTCUSDT 101.00']]);
  });
});

describe('a page that is hidden', () => {
  it('is told of no quote, and of all of them when it is seen again', async () => {
    const tab = await opened(createBrowser().openTab());
    await tab.send({ type: 'watchSymbol', symbol: 'ETHUSDT' });
    await tab.send({ type: 'setVisibility', isVisible: false });
    tab.events.length = 0;
    await tab.receive(tradeFrame('BTCUSDT', '101.00', 1, NOW));
    await tab.receive(arrayFrame({ ETHUSDT: '7.00' }));
    expect(quotesIn(tab.events)).toEqual([]);
    await tab.send({ type: 'setVisibility', isVisible: true });
    expect(quotesIn(tab.events)).toEqual([['BTCUSDT 101.00', 'ETHUSDT 7.00']]);
  });
});

describe('rows that are seen', () => {
  it('get the course of their last day', async () => {
    const tab = await opened(createBrowser().openTab());
    await tab.send({ type: 'showMarket', isShown: true });
    tab.rest.answer('symbol=ETHUSDT', klineRows('1h', FIRST_OPEN, [5, 6, 7]));
    await tab.send({ type: 'showSymbols', symbols: ['BTCUSDT', 'ETHUSDT'] });
    const found = tab.of('sparklinesChanged').flatMap(({ sparklines }) => sparklines);
    expect(found).toEqual([
      { symbol: 'BTCUSDT', closes: [100, 100, 100, 100] },
      { symbol: 'ETHUSDT', closes: [5, 6, 7] },
    ]);
  });
});

describe('the symbol on the chart', () => {
  it('is live to the tick also where its row is out of view', async () => {
    const tab = await opened(createBrowser().openTab());
    await tab.send({ type: 'watchSymbol', symbol: 'ETHUSDT' });
    await tab.send({ type: 'selectSeries', symbol: 'BTCUSDT', interval: '1h' });
    await tab.send({ type: 'showSymbols', symbols: ['ETHUSDT'] });
    await tab.clock.advanceAsync(30_000);
    expect(tab.sockets.last.sent.join()).not.toContain('UNSUBSCRIBE');
  });
});

describe('a symbol that the exchange does not trade now', () => {
  it('stays on the watchlist, and its series say so', async () => {
    const tab = createBrowser().openTab();
    const listed = exchangeInfo({ BTCUSDT: 'TRADING', ETHUSDT: 'HALT' }, nthOpen(3));
    tab.rest.answer('exchangeInfo', listed);
    const options = { ...START, symbols: ['BTCUSDT', 'ETHUSDT'] };
    await tab.send({ type: 'start', options, isVisible: true });
    await tab.connect();
    expect(tab.of('refused')).toEqual([]);
    expect(tab.of('watchlistChanged')).toEqual([]);
    const states = tab.of('seriesChanged').flatMap(({ series }) => series);
    expect(states.findLast(({ symbol }) => symbol === 'ETHUSDT')?.state).toBe('halted');
  });

  it('cannot be added', async () => {
    const tab = createBrowser().openTab();
    tab.rest.answer('exchangeInfo', exchangeInfo({ BTCUSDT: 'TRADING', ETHUSDT: 'HALT' }, NOW));
    await opened(tab);
    await tab.send({ type: 'watchSymbol', symbol: 'ETHUSDT' });
    expect(tab.last('refused').faults).toMatchObject([
      { allowed: expect.stringContaining('HALT') },
    ]);
    expect(tab.of('watchlistChanged')).toEqual([]);
  });
});
