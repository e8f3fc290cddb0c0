import { describe, expect, test } from 'vitest';
import {
  aggregateTradeStream,
  bookTickerStream,
  klineStream,
  miniTickerArrayStream,
  miniTickerStream,
  streamKind,
  tickerStream,
  tradeStream,
} from './stream-name.ts';

describe('stream names', () => {
  test('are lower case, but for the channel', () => {
    expect(tradeStream('BTCUSDT')).toBe('btcusdt@trade');
    expect(bookTickerStream('1INCHUSDT')).toBe('1inchusdt@bookTicker');
  });

  test('tell a minute from a month', () => {
    expect(klineStream('BTCUSDT', '1m')).toBe('btcusdt@kline_1m');
    expect(klineStream('BTCUSDT', '1M')).toBe('btcusdt@kline_1M');
  });

  test('lower only ASCII letters of other scripts’ symbols', () => {
    expect(tickerStream('币安人生USDT')).toBe('币安人生usdt@ticker');
    expect(tickerStream('İUSDT')).toBe('İusdt@ticker');
  });

  test.each([
    [tradeStream('BTCUSDT'), 'trade'],
    [aggregateTradeStream('BTCUSDT'), 'trade'],
    [klineStream('BTCUSDT', '4h'), 'candle'],
    [tickerStream('BTCUSDT'), 'ticker'],
    [bookTickerStream('BTCUSDT'), 'bookTicker'],
    [miniTickerStream('BTCUSDT'), 'miniTicker'],
    [miniTickerArrayStream, 'miniTicker'],
    ['!serverShutdown', 'control'],
    ['btcusdt@depth@100ms', 'other'],
    ['nonsense', 'other'],
    ['', 'other'],
  ])('%s carries %s', (name, kind) => {
    expect(streamKind(name)).toBe(kind);
  });
});
