import { describe, expect, it } from 'vitest';
import {
  bookTicker,
  candleUpdate,
  FIRST_OPEN,
  ticker,
  trade,
} from '../../testing/market-events.ts';
import { createQuoteBook } from './quote-book.ts';

const NOW = FIRST_OPEN;

function book() {
  const quotes = createQuoteBook();
  quotes.add('BTCUSDT');
  return quotes;
}

describe('quotes', () => {
  it('are empty until something is heard', () => {
    expect(book().get('BTCUSDT')).toMatchObject({
      lastPrice: null,
      bidPrice: null,
      isStale: false,
    });
  });

  it('keep prices exactly as the exchange wrote them', () => {
    const quotes = book();
    quotes.apply(trade('0.00000001', 1), NOW);
    expect(quotes.get('BTCUSDT')?.lastPrice).toBe('0.00000001');
  });

  it('take the last price from trades, and the rest from tickers', () => {
    const quotes = book();
    quotes.apply(ticker({ eventTime: FIRST_OPEN }), NOW);
    quotes.apply(trade('102.50', 1), NOW + 5);
    expect(quotes.get('BTCUSDT')).toMatchObject({
      lastPrice: '102.50',
      bidPrice: '99.00',
      askPrice: '101.00',
      volume: '1000.0',
      changePercent: '1.5',
      receivedAt: NOW + 5,
    });
  });

  it('do not let an older ticker put the price back', () => {
    const quotes = book();
    quotes.apply(trade('102.50', 1, { tradeTime: FIRST_OPEN + 900 }), NOW);
    quotes.apply(ticker({ eventTime: FIRST_OPEN + 800, volume: '7.0' }), NOW);
    expect(quotes.get('BTCUSDT')).toMatchObject({ lastPrice: '102.50', volume: '7.0' });
  });

  it('ignore repeated and late trades, tickers and book updates', () => {
    const quotes = book();
    quotes.apply(trade('100', 5), NOW);
    expect(quotes.apply(trade('101', 5), NOW)).toBe('duplicate');
    expect(quotes.apply(trade('101', 4), NOW)).toBe('late');
    quotes.apply(ticker({ eventTime: FIRST_OPEN + 9 }), NOW);
    expect(quotes.apply(ticker({ eventTime: FIRST_OPEN + 9, volume: '1' }), NOW)).toBe('duplicate');
    expect(quotes.apply(ticker({ eventTime: FIRST_OPEN + 8, volume: '1' }), NOW)).toBe('late');
    quotes.apply(bookTicker(7, '98', '102'), NOW);
    expect(quotes.apply(bookTicker(7, '1', '2'), NOW)).toBe('duplicate');
    expect(quotes.apply(bookTicker(6, '1', '2'), NOW)).toBe('late');
    expect(quotes.get('BTCUSDT')).toMatchObject({
      lastPrice: '100.00',
      volume: '1000.0',
      bidPrice: '98',
      askPrice: '102',
    });
  });

  it('count aggregate trades apart from single ones', () => {
    const quotes = book();
    quotes.apply(trade('100', 900), NOW);
    const aggregate = trade('101', 3, { isAggregate: true, tradeTime: FIRST_OPEN + 2000 });
    expect(quotes.apply(aggregate, NOW)).toBe('applied');
    expect(quotes.get('BTCUSDT')?.lastPrice).toBe('101');
  });

  it('follow an exchange that begins to count trades anew', () => {
    const quotes = book();
    quotes.apply(trade('100', 900, { tradeTime: FIRST_OPEN }), NOW);
    expect(quotes.apply(trade('105', 1, { tradeTime: FIRST_OPEN + 1 }), NOW)).toBe('applied');
    expect(quotes.get('BTCUSDT')?.lastPrice).toBe('105');
  });

  it('prefer the book to the ticker for bid and ask, until the connection is new', () => {
    const quotes = book();
    quotes.apply(bookTicker(7, '98', '102'), NOW);
    quotes.apply(ticker({ eventTime: FIRST_OPEN + 1 }), NOW);
    expect(quotes.get('BTCUSDT')).toMatchObject({ bidPrice: '98', askPrice: '102' });
    quotes.restart();
    quotes.apply(ticker({ eventTime: FIRST_OPEN + 2 }), NOW);
    expect(quotes.get('BTCUSDT')).toMatchObject({ bidPrice: '99.00', askPrice: '101.00' });
  });

  it('take the price from candles where nothing newer is known', () => {
    const quotes = book();
    quotes.apply(candleUpdate(0, { close: 50 }), NOW);
    expect(quotes.get('BTCUSDT')?.lastPrice).toBe('50.00');
    quotes.apply(trade('51', 1, { tradeTime: FIRST_OPEN + 100 }), NOW);
    quotes.apply(candleUpdate(0, { close: 50, eventTime: FIRST_OPEN + 99 }), NOW);
    expect(quotes.get('BTCUSDT')?.lastPrice).toBe('51');
  });

  it('take a price of zero for none', () => {
    const quotes = book();
    quotes.apply(ticker({ lastPrice: '0.00000000', bidPrice: '0.00000000' }), NOW);
    expect(quotes.get('BTCUSDT')).toMatchObject({ lastPrice: null, bidPrice: '0.00000000' });
  });

  it('know nothing of symbols that are not watched', () => {
    const quotes = book();
    expect(quotes.apply(trade('1', 1, { symbol: 'ETHUSDT' }), NOW)).toBe('unwatched');
    quotes.remove('BTCUSDT');
    expect(quotes.apply(trade('1', 1), NOW)).toBe('unwatched');
    expect(quotes.all()).toEqual([]);
  });
});

describe('freshness', () => {
  it('is judged by each symbol’s own pace', () => {
    const quotes = book();
    quotes.add('DUSTUSDT');
    for (let second = 0; second < 300; second++) {
      quotes.apply(trade('100', second), NOW + second * 1000);
    }
    for (let minute = 0; minute < 60; minute++) {
      const slow = trade('1', minute, { symbol: 'DUSTUSDT', tradeTime: FIRST_OPEN + minute });
      quotes.apply(slow, NOW - 3_300_000 + minute * 60_000);
    }
    // Half a minute of silence is long for the one and nothing for the other.
    expect(quotes.judgeFreshness(NOW + 330_000)).toEqual(['BTCUSDT']);
    expect(quotes.get('BTCUSDT')?.isStale).toBe(true);
    expect(quotes.get('DUSTUSDT')?.isStale).toBe(false);
  });

  it('returns with the next event', () => {
    const quotes = book();
    quotes.apply(trade('100', 1), NOW);
    quotes.judgeFreshness(NOW + 60_000);
    quotes.apply(trade('100', 2), NOW + 61_000);
    expect(quotes.get('BTCUSDT')?.isStale).toBe(false);
  });

  it('says nothing of a symbol that was never heard', () => {
    expect(book().judgeFreshness(NOW + 1e9)).toEqual([]);
  });
});
