import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarketEvent } from '../domain/market.ts';
import { parseFrame } from '../testing/parse-frame.ts';
import { REJECTION_KINDS } from './rejection.ts';

/** Frames recorded from the exchange, one `{ t, frame }` a line; see its README. */
const DATA = '../shared/data';
const hasRecordedData = existsSync(DATA);
const WITHOUT_DATA = `skipped where ${DATA} is absent`;

function recordedFrames(file: string): string[] {
  return readFileSync(`${DATA}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(JSON.parse(line).frame));
}

/** How many events of each type, and rejections of each kind, a file of frames gives. */
function tally(file: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const frame of recordedFrames(file)) {
    const { events, rejections } = parseFrame('', frame);
    for (const event of events) count(event.type);
    for (const { kind } of rejections) count(kind);
  }
  return counts;
}

describe.skipIf(!hasRecordedData)(`every recorded frame is read (${WITHOUT_DATA})`, () => {
  test('trades and candles of 2021-04-04, beside the order book that nobody here reads', () => {
    const file = 'ws/2021-04-04_btcusdt-ethusdt-dotusdt_aggTrade-kline1m-depth.jsonl';
    expect(tally(file)).toEqual({ 'unknown-type': 2688, trade: 1910, candle: 118 });
  });

  test('book tickers, trades and candles of 2021-08-14', () => {
    const file =
      'ws/2021-08-14_ftmusdt-sxpbtc-badgerbtc-xmrbtc_bookTicker-aggTrade-kline1m-depth.jsonl';
    const expected = { 'unknown-type': 546, bookTicker: 412, trade: 28, candle: 17 };
    expect(tally(file)).toEqual(expected);
  });

  test('bare candles of 2021-09-14', () => {
    expect(tally('ws/2021-09-14_btcusdt_kline5m_RAW-STREAM-no-envelope.jsonl')).toEqual({
      candle: 49,
    });
  });

  test('one of each kind', () => {
    expect(tally('ws/specimens.jsonl')).toEqual({
      trade: 3,
      ticker: 5,
      miniTicker: 31,
      candle: 2,
      bookTicker: 1,
      'unknown-type': 1,
    });
  });

  test('tickers of 786 symbols, dead ones too, singly and in an array', () => {
    const counts = tally('derived/ws-ticker+miniTicker_from-REST_2020-04-15.jsonl');
    expect(counts['ticker']).toBe(786);
    expect(Object.keys(counts).toSorted()).toEqual(['miniTicker', 'ticker']);
  });

  test('a thousand trades of 2020-08-31', () => {
    expect(tally('derived/ws-trade_from-REST_BTCUSDT_2020-08-31.jsonl')).toEqual({ trade: 1000 });
  });

  test('control messages are left to the connection', () => {
    expect(tally('ws/control-frames_FROM-DOCS.jsonl')).toEqual({});
  });
});

/** Every number is finite, every price a plain decimal; reading itself must not throw. */
function expectSound(text: string): void {
  const { events, rejections } = parseFrame('', text);
  for (const event of events) expect(numbersOf(event).every(Number.isFinite)).toBe(true);
  for (const { kind } of rejections) expect(REJECTION_KINDS).toContain(kind);
}

function numbersOf(event: MarketEvent): number[] {
  switch (event.type) {
    case 'trade':
      return [event.price, event.quantity, event.tradeTime, event.tradeId].map(Number);
    case 'candle':
      return [...Object.values(event.candle), Number(event.closeText), event.closeTime];
    case 'ticker':
      return [event.lastPrice, event.bidPrice, event.askPrice, event.volume].map(Number);
    case 'bookTicker':
      return [event.bidPrice, event.askPrice, event.bidQuantity, event.askQuantity].map(Number);
    case 'miniTicker':
      return [event.lastPrice, event.openPrice, event.volume].map(Number);
    default:
      return event satisfies never;
  }
}

describe('garbage never throws and gives no number that is not one:', () => {
  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), expectSound));
  });

  test('any JSON', () => {
    fc.assert(fc.property(fc.json(), expectSound));
  });

  test('any JSON under the exchange’s own field names', () => {
    const field = fc.constantFrom('e', 'E', 's', 'p', 'q', 't', 'T', 'k', 'c', 'o', 'u', 'data');
    const type = fc.constantFrom('trade', 'kline', '24hrTicker', '24hrMiniTicker', 'aggTrade');
    const payload = fc
      .tuple(fc.dictionary(field, fc.jsonValue()), type)
      .map(([fields, e]) => JSON.stringify({ ...fields, e }));
    fc.assert(fc.property(payload, expectSound));
  });

  test.skipIf(!hasRecordedData)(`real frames, cut off or altered (${WITHOUT_DATA})`, () => {
    const frames = recordedFrames('ws/specimens.jsonl');
    const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const frame = fc.constantFrom(...frames);
    const cut = fc.tuple(frame, position).map(([text, at]) => text.slice(0, at * text.length));
    const altered = fc
      .tuple(frame, position, fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 2 }))
      .map(([text, at, change]) => {
        const place = Math.floor(at * text.length);
        return text.slice(0, place) + change + text.slice(place + change.length);
      });
    fc.assert(fc.property(cut, expectSound), { numRuns: 1000 });
    fc.assert(fc.property(altered, expectSound), { numRuns: 3000 });
  });
});
