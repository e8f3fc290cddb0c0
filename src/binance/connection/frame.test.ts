import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf } from './frame-kind.ts';
import { readOtherFrame } from './frame.ts';

describe('any other frame', () => {
  test.each([
    ['{"result":null,"id":1}', { type: 'reply', id: 1, error: null, list: null }],
    ['{"id":2,"result":["a@trade"]}', { type: 'reply', id: 2, error: null, list: ['a@trade'] }],
    [
      '{"code":2,"msg":"Invalid","id":7}',
      { type: 'reply', id: 7, error: 'Invalid (2)', list: null },
    ],
    [
      '{"code":3,"msg":"Invalid JSON"}',
      { type: 'reply', id: null, error: 'Invalid JSON (3)', list: null },
    ],
    [
      '{"error":{"code":2,"msg":"Invalid"},"id":7}',
      { type: 'reply', id: 7, error: 'Invalid (2)', list: null },
    ],
    ['{"e":"serverShutdown","E":1770123456789}', { type: 'shutdown' }],
    ['{"stream":"!serverShutdown","data":{"e":"serverShutdown"}}', { type: 'shutdown' }],
    ['{"data":{},"stream":"btcusdt@trade"}', { type: 'data', stream: 'btcusdt@trade' }],
    ['{ "stream": "btcusdt@trade", "data": {} }', { type: 'data', stream: 'btcusdt@trade' }],
    ['{"stream":"\\u0062tc@trade","data":{}}', { type: 'data', stream: 'btc@trade' }],
  ])('%s is understood', (text, frame) => {
    expect(readOtherFrame(text)).toEqual(frame);
  });

  test.each([
    '',
    'null',
    '1',
    '"x"',
    '[]',
    '{}',
    '{"id":1}',
    '{"stream":7,"data":{}}',
    '{"e":"trade"}',
    '{"str',
  ])('%s is unreadable', (text) => {
    expect(readOtherFrame(text)).toEqual({ type: 'unreadable' });
  });

  test('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readOtherFrame(text).type).toBeTypeOf('string');
      }),
    );
  });
});

describe('the kind of a frame', () => {
  test.each([
    ['btcusdt@trade', '', 'trade'],
    ['btcusdt@aggTrade', '', 'trade'],
    ['btcusdt@ticker', '', 'ticker'],
    ['btcusdt@ticker_1h', '', 'ticker'],
    ['btcusdt@bookTicker', '', 'bookTicker'],
    ['btcusdt@miniTicker', '', 'miniTicker'],
    ['btcusdt@kline_1m', '"x":false', 'openCandle'],
    ['btcusdt@kline_1m', '"x":true', 'closedCandle'],
    ['btcusdt@kline_1m', 'truncated', 'closedCandle'],
    ['btcusdt@kline_1d@+08:00', '"x":false', 'openCandle'],
    ['!miniTicker@arr', '', 'other'],
    ['btcusdt@depth', '', 'other'],
    ['btcusdt@tradeX', '', 'other'],
    ['btcusdt', '', 'other'],
    ['', '', 'other'],
  ])('of %s with %s is %s', (stream, text, kind) => {
    expect(kindOf(stream, text)).toBe(kind);
  });
});
