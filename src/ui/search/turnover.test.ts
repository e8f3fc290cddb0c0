import { describe, expect, it } from 'vitest';
import { aQuote } from '../testing/fixtures.ts';
import { createTurnover } from './turnover.ts';

const QUOTES = new Map(
  [
    aQuote({ symbol: 'BTCUSDT', lastPrice: '60000', quoteVolume: '1000' }),
    aQuote({ symbol: 'ETHBTC', lastPrice: '0.05', quoteVolume: '2' }),
    aQuote({ symbol: 'USDTTRY', lastPrice: '40', quoteVolume: '4000' }),
    aQuote({ symbol: 'BTCTRY', lastPrice: '2400000', quoteVolume: '4000' }),
    aQuote({ symbol: 'NEWUSDT', quoteVolume: null }),
    aQuote({ symbol: 'AAAZZZ', quoteVolume: '7' }),
  ].map((quote) => [quote.symbol, quote]),
);
const turnover = createTurnover((symbol) => QUOTES.get(symbol));

describe('the worth of a turnover', () => {
  it.each([
    ['BTCUSDT', 'USDT', 1000],
    ['ETHBTC', 'BTC', 120_000],
    ['BTCTRY', 'TRY', 100],
    ['AAAZZZ', 'ZZZ', 7],
    ['BTCUSDT', null, 1000],
  ])('of %s in %s is %s', (symbol, quoteAsset, worth) =>
    expect(turnover(symbol, quoteAsset)).toBeCloseTo(worth, 9),
  );

  it('is not known where none was heard of', () => {
    expect(turnover('NEWUSDT', 'USDT')).toBeNull();
    expect(turnover('NOSUCH', 'USDT')).toBeNull();
  });
});
