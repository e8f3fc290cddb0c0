import { describe, expect, test } from 'vitest';
import { parseFrame } from '../testing/parse-frame.ts';
import type { Rejection } from './rejection.ts';

const trade = {
  e: 'trade',
  E: 1_598_850_897_967,
  s: 'BTCUSDT',
  t: 399_088_278,
  p: '11675.35000000',
  q: '0.00522500',
  T: 1_598_850_897_966,
  m: true,
  M: true,
};

const k = {
  t: 1_601_630_220_000,
  T: 1_601_630_279_999,
  s: 'BTCUSDT',
  i: '1m',
  o: '10437.32000000',
  c: '10441.80000000',
  h: '10441.90000000',
  l: '10437.30000000',
  v: '20.63957400',
  n: 183,
  x: false,
};
const kline = { e: 'kline', E: 1_601_630_228_469, s: 'BTCUSDT', k };

const ticker = {
  e: '24hrTicker',
  E: 1_592_593_727_005,
  s: 'BTCUSDT',
  P: '-0.693',
  c: '9318.48000000',
  b: '9318.18000000',
  a: '9318.47000000',
  o: '9383.48000000',
  v: '48745.36667100',
  q: '455442476.18534620',
};

const mini = {
  e: '24hrMiniTicker',
  E: 1_592_594_715_455,
  s: 'ETHBTC',
  c: '0.02456700',
  o: '0.02459800',
  h: '0.02470900',
  l: '0.02438100',
  v: '163116.18600000',
  q: '4006.04936991',
};

const book = {
  u: 12_750_097_085,
  s: 'BTCUSDT',
  b: '38296.94000000',
  B: '0.71796900',
  a: '38296.95000000',
  A: '0.34349700',
};

const wrapped = (stream: string, data: unknown): string => JSON.stringify({ stream, data });
const firstEvent = (stream: string, text: string): unknown => parseFrame(stream, text).events[0];
const rejectionOf = (text: string, stream = ''): Rejection | undefined => {
  const { events, rejections } = parseFrame(stream, text);
  expect(events).toEqual([]);
  return rejections[0];
};

describe('a good frame', () => {
  test('gives a trade with the exchange’s own texts', () => {
    expect(firstEvent('btcusdt@trade', wrapped('btcusdt@trade', trade))).toEqual({
      type: 'trade',
      symbol: 'BTCUSDT',
      price: '11675.35000000',
      quantity: '0.00522500',
      tradeId: 399_088_278,
      isAggregate: false,
      tradeTime: 1_598_850_897_966,
      eventTime: 1_598_850_897_967,
    });
  });

  test('of an aggregate trade has the id of the aggregate', () => {
    const { t: _, ...rest } = trade;
    const aggregate = JSON.stringify({ ...rest, e: 'aggTrade', a: 7 });
    expect(firstEvent('', aggregate)).toMatchObject({ tradeId: 7, isAggregate: true });
  });

  test('gives a candle in numbers, with the close as written', () => {
    expect(firstEvent('', JSON.stringify(kline))).toEqual({
      type: 'candle',
      symbol: 'BTCUSDT',
      interval: '1m',
      candle: {
        openTime: 1_601_630_220_000,
        open: 10_437.32,
        high: 10_441.9,
        low: 10_437.3,
        close: 10_441.8,
        volume: 20.639574,
      },
      closeText: '10441.80000000',
      closeTime: 1_601_630_279_999,
      isClosed: false,
      eventTime: 1_601_630_228_469,
    });
  });

  test('gives a ticker, whose change may be negative', () => {
    expect(firstEvent('', JSON.stringify(ticker))).toMatchObject({
      type: 'ticker',
      lastPrice: '9318.48000000',
      bidPrice: '9318.18000000',
      changePercent: '-0.693',
    });
  });

  test('gives a book ticker, told by its stream or by its fields', () => {
    const expected = { type: 'bookTicker', updateId: 12_750_097_085, askQuantity: '0.34349700' };
    expect(firstEvent('', JSON.stringify(book))).toMatchObject(expected);
    const combined = wrapped('btcusdt@bookTicker', book);
    expect(firstEvent('btcusdt@bookTicker', combined)).toMatchObject(expected);
  });

  test('of many mini tickers gives each of them, and says what is wrong with the others', () => {
    const text = wrapped('!miniTicker@arr', [mini, { ...mini, c: 'abc' }, { ...mini, s: 'X' }]);
    const { events, rejections } = parseFrame('!miniTicker@arr', text);
    expect(events.map(({ symbol }) => symbol)).toEqual(['ETHBTC', 'X']);
    expect(rejections).toEqual([{ kind: 'bad-price', field: 'c' }]);
  });

  test('of a dead symbol has prices of zero, which mean none', () => {
    const dead = { ...ticker, c: '0.00000000', b: '0.00000000', a: '0.00000000', P: '0' };
    expect(parseFrame('', JSON.stringify(dead))).toMatchObject({
      events: [{ lastPrice: '0.00000000', bidPrice: '0.00000000' }],
      rejections: [],
    });
  });

  test.each([
    '{"result":null,"id":1}',
    '{"result":["btcusdt@aggTrade"],"id":3}',
    '{"code":2,"msg":"Invalid request"}',
    '{"error":{"code":2,"msg":"Invalid request"},"id":1}',
    '{"e":"serverShutdown","E":1770123456789}',
    '{"stream":"!serverShutdown","data":{"e":"serverShutdown","E":1770123456789}}',
  ])('of control gives neither events nor rejections: %s', (text) => {
    expect(parseFrame('', text)).toEqual({ events: [], rejections: [] });
  });
});

describe('a bad frame is refused by kind and field:', () => {
  test.each([
    ['not JSON', '{"e":"trade"', 'not-json', ''],
    ['empty', '', 'not-json', ''],
    ['a bare number', '42', 'not-json', ''],
    ['null', 'null', 'not-json', ''],
    ['no fields', '{}', 'missing-field', 'e'],
    ['an unknown type', '{"e":"depthUpdate"}', 'unknown-type', 'e'],
    [
      'an envelope around nothing',
      '{"stream":"btcusdt@trade","data":null}',
      'unknown-type',
      'data',
    ],
  ])('%s', (_, text, kind, field) => {
    expect(rejectionOf(text)).toEqual({ kind, field });
  });

  test.each([
    ['an empty price', '', 'bad-price'],
    ['a word for a price', 'abc', 'bad-price'],
    ['a negative price', '-1', 'bad-price'],
    ['an exponent', '1e5', 'bad-price'],
    ['not a number', 'NaN', 'bad-price'],
    ['infinity', 'Infinity', 'bad-price'],
    ['a price of zero', '0.00000000', 'bad-price'],
    ['a hexadecimal price', '0x10', 'bad-price'],
    ['blanks', ' 1', 'bad-price'],
    ['two dots', '1.2.3', 'bad-price'],
    ['no digit before the dot', '.5', 'bad-price'],
    ['no digit after the dot', '5.', 'bad-price'],
    ['a comma', '1,5', 'bad-price'],
    ['other digits', '１２', 'bad-price'],
    ['too many digits to stay finite', '9'.repeat(400), 'bad-price'],
    ['a number instead of a text', 11_675.35, 'bad-price'],
    ['null', null, 'missing-field'],
    ['an object', {}, 'bad-price'],
  ])('%s', (_, price, kind) => {
    expect(rejectionOf(JSON.stringify({ ...trade, p: price }))).toEqual({ kind, field: 'p' });
    const candle = { ...kline, k: { ...k, h: price } };
    expect(rejectionOf(JSON.stringify(candle))).toEqual({ kind, field: 'k.h' });
  });

  test.each(['E', 's', 't', 'p', 'q', 'T'])('a trade without %s', (field) => {
    const rest = { ...trade, [field]: undefined };
    expect(rejectionOf(JSON.stringify(rest))).toEqual({ kind: 'missing-field', field });
  });

  test.each(['E', 's', 'k'])('a candle without %s', (field) => {
    const rest = { ...kline, [field]: undefined };
    expect(rejectionOf(JSON.stringify(rest))).toEqual({ kind: 'missing-field', field });
  });

  test.each(['t', 'T', 'i', 'o', 'c', 'h', 'l', 'v', 'x'])('a candle without k.%s', (field) => {
    const rest = { ...kline, k: { ...k, [field]: undefined } };
    const expected = { kind: 'missing-field', field: `k.${field}` };
    expect(rejectionOf(JSON.stringify(rest))).toEqual(expected);
  });

  test.each([
    ['high below low', { h: '10437.00000000' }, 'bad-candle', 'k.h'],
    ['close above high', { c: '10442.00000000' }, 'bad-candle', 'k.h'],
    ['close below low', { c: '10437.00000000' }, 'bad-candle', 'k.l'],
    ['closed before it opened', { T: k.t - 1 }, 'bad-candle', 'k.T'],
    ['an unknown interval', { i: '2m' }, 'unknown-interval', 'k.i'],
    ['an interval in other letters', { i: '1H' }, 'unknown-interval', 'k.i'],
    ['opened within a minute', { t: k.t + 1 }, 'off-grid', 'k.t'],
    ['opened on no hour', { i: '1h' }, 'off-grid', 'k.t'],
    ['a fractional time', { t: k.t + 0.5 }, 'bad-time', 'k.t'],
    ['a time as a text', { t: String(k.t) }, 'bad-time', 'k.t'],
    ['microseconds', { t: k.t * 1000, T: k.T * 1000 }, 'bad-time', 'k.t'],
    ['a negative volume', { v: '-1.0' }, 'bad-quantity', 'k.v'],
    ['closed neither true nor false', { x: 1 }, 'bad-number', 'k.x'],
  ])('a candle: %s', (_, change, kind, field) => {
    const text = JSON.stringify({ ...kline, k: { ...k, ...change } });
    expect(rejectionOf(text)).toEqual({ kind, field });
  });

  test('an event that came on another type’s stream', () => {
    const text = wrapped('btcusdt@ticker', trade);
    expect(rejectionOf(text)).toEqual({ kind: 'wrong-stream', field: 'e' });
  });

  test('a ticker with a price that is no number, and a change that is none', () => {
    const bad = (change: object): string => JSON.stringify({ ...ticker, ...change });
    expect(rejectionOf(bad({ b: '-1' }))).toEqual({ kind: 'bad-price', field: 'b' });
    expect(rejectionOf(bad({ P: '--1' }))).toEqual({ kind: 'bad-number', field: 'P' });
  });

  test('a book ticker without its update id', () => {
    const text = wrapped('btcusdt@bookTicker', { ...book, u: undefined });
    expect(rejectionOf(text)).toEqual({ kind: 'missing-field', field: 'u' });
  });
});

describe('a candle opens where its interval opens:', () => {
  const at = (interval: string, openTime: number): string =>
    JSON.stringify({ ...kline, k: { ...k, i: interval, t: openTime, T: openTime + 1000 } });

  test.each([
    ['a week on a Monday', '1w', Date.UTC(2024, 0, 1)],
    ['a month on its first', '1M', Date.UTC(2024, 1, 1)],
    ['a second', '1s', Date.UTC(2024, 1, 1, 3, 4, 5)],
  ])('%s', (_, interval, openTime) => {
    expect(parseFrame('', at(interval, openTime)).rejections).toEqual([]);
  });

  test.each([
    ['a week on a Thursday', '1w', Date.UTC(2024, 0, 4)],
    ['a month on its second', '1M', Date.UTC(2024, 1, 2)],
  ])('not %s', (_, interval, openTime) => {
    expect(rejectionOf(at(interval, openTime))).toEqual({ kind: 'off-grid', field: 'k.t' });
  });
});
