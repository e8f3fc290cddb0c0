import { describe, expect, it } from 'vitest';
import {
  bookTicker,
  candleUpdate,
  FIRST_OPEN,
  ticker,
  trade,
} from '../../testing/market-events.ts';
import type { MiniTicker } from '../../domain/market.ts';
import type { Feed } from './feed.ts';
import { createQuoteBook } from './quote-book.ts';

const NOW = FIRST_OPEN;

function book() {
  const quotes = createQuoteBook();
  quotes.watch(['BTCUSDT']);
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

  it('keep the price of a trade when a ticker asked for before it is answered of the same moment', () => {
    const quotes = book();
    quotes.apply(trade('102.50', 1, { tradeTime: FIRST_OPEN }), NOW);
    quotes.apply(ticker({ eventTime: FIRST_OPEN, volume: '7.0' }), NOW);
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
    quotes.restart(['BTCUSDT']);
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
    quotes.watch([]);
    expect(quotes.apply(trade('1', 1), NOW)).toBe('unwatched');
    expect(quotes.all()).toEqual([]);
  });
});

describe('freshness', () => {
  it('is judged by each symbol’s own pace', () => {
    const quotes = book();
    quotes.watch(['BTCUSDT', 'DUSTUSDT']);
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

  it('ends after no longer a silence where our clock was set back meanwhile', () => {
    const { quotes } = fed('array');
    quotes.hearArray(NOW);
    expect(quotes.judgeFreshness(NOW - 3_600_000)).toEqual([]);
    expect(quotes.judgeFreshness(NOW - 3_580_000)).toEqual(['BTCUSDT', 'ETHUSDT']);
  });

  it('says nothing of a symbol that was never heard', () => {
    expect(book().judgeFreshness(NOW + 1e9)).toEqual([]);
  });
});

/** Two symbols, both heard of with bid and ask; the first keeps its own streams. */
function fed(feed: Feed, now = NOW) {
  const quotes = createQuoteBook();
  quotes.watch(['BTCUSDT', 'ETHUSDT']);
  for (const symbol of ['BTCUSDT', 'ETHUSDT']) quotes.apply(ticker({ symbol }), NOW);
  const changed = quotes.feed((symbol) => (symbol === 'ETHUSDT' ? feed : 'own'), now);
  return { quotes, changed };
}
const mini = (part: Partial<MiniTicker> = {}): MiniTicker => ({
  type: 'miniTicker',
  symbol: 'ETHUSDT',
  lastPrice: '102.00',
  openPrice: '100.00',
  volume: '5',
  quoteVolume: '500',
  eventTime: FIRST_OPEN + 1000,
  ...part,
});

describe('a quote that lives from the whole market’s tickers', () => {
  it('has price, volumes and change, and no bid or ask that nobody follows', () => {
    const { quotes, changed } = fed('array');
    expect(changed).toEqual(['ETHUSDT']);
    expect(quotes.apply(mini(), NOW + 1000)).toBe('applied');
    expect(quotes.get('ETHUSDT')).toMatchObject({
      lastPrice: '102.00',
      bidPrice: null,
      askPrice: null,
      volume: '5',
      quoteVolume: '500',
      changePercent: '2.000',
    });
    expect(quotes.get('BTCUSDT')).toMatchObject({ bidPrice: '99.00' });
  });

  it('has no change where the day began without a price', () => {
    const { quotes } = fed('array');
    quotes.apply(mini({ openPrice: '0.00000000' }), NOW);
    expect(quotes.get('ETHUSDT')).toMatchObject({ lastPrice: '102.00', changePercent: '1.5' });
  });

  it('is fresh as long as these come, whether it is among them or not', () => {
    const { quotes } = fed('array');
    quotes.hearArray(NOW + 600_000);
    quotes.judgeFreshness(NOW + 610_000);
    expect(quotes.get('ETHUSDT')?.isStale).toBe(false);
    expect(quotes.judgeFreshness(NOW + 616_000)).toEqual(['ETHUSDT']);
  });

  it('that may have changed while they were interrupted is stale until it is heard of', () => {
    const { quotes } = fed('array');
    quotes.hearArray(NOW + 1000);
    quotes.doubtArray();
    expect(quotes.judgeFreshness(NOW + 2000)).toEqual(['ETHUSDT']);
    quotes.apply(mini(), NOW + 3000);
    expect(quotes.get('ETHUSDT')?.isStale).toBe(false);
  });

  it('takes up its own streams again without having been stale', () => {
    const { quotes } = fed('array');
    quotes.hearArray(NOW + 599_000);
    expect(quotes.feed(() => 'own', NOW + 600_000)).not.toContain('ETHUSDT');
    quotes.judgeFreshness(NOW + 610_000);
    expect(quotes.get('ETHUSDT')?.isStale).toBe(false);
    quotes.apply(ticker({ symbol: 'ETHUSDT', eventTime: FIRST_OPEN + 600_000 }), NOW + 610_500);
    expect(quotes.get('ETHUSDT')).toMatchObject({ bidPrice: '99.00', askPrice: '101.00' });
  });
});

describe('the whole market’s tickers', () => {
  it('say nothing new of a symbol whose own ticker comes', () => {
    const { quotes } = fed('own');
    expect(quotes.apply(mini(), NOW + 1000)).toBe('duplicate');
    expect(quotes.apply(mini(), NOW + 5000)).toBe('applied');
  });
});

describe('a quote that nobody looked at', () => {
  it('is not judged meanwhile', () => {
    const { quotes } = fed('none');
    expect(quotes.judgeFreshness(NOW + 3_600_000)).toEqual(['BTCUSDT']);
  });

  it('is stale when it is seen again, until it is heard of', () => {
    const { quotes } = fed('none');
    expect(quotes.feed(() => 'array', NOW + 60_000)).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect(quotes.get('ETHUSDT')?.isStale).toBe(true);
    quotes.hearArray(NOW + 61_000);
    quotes.judgeFreshness(NOW + 62_000);
    expect(quotes.get('ETHUSDT')?.isStale).toBe(true);
    quotes.apply(mini(), NOW + 63_000);
    expect(quotes.get('ETHUSDT')?.isStale).toBe(false);
  });

  it('is not stale where its candles went on', () => {
    const { quotes } = fed('none');
    quotes.apply(
      candleUpdate(0, { symbol: 'ETHUSDT', eventTime: FIRST_OPEN + 59_000 }),
      NOW + 59_000,
    );
    quotes.feed(() => 'array', NOW + 60_000);
    expect(quotes.get('ETHUSDT')?.isStale).toBe(false);
  });
});
