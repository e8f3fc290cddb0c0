import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  parseExchangeInfo,
  parseKlineRows,
  parseServerTime,
  parseTickers24h,
} from './parse-rest.ts';
import { isRejection } from './rejection.ts';

/** Answers recorded from the exchange; see its README. */
const DATA = '../shared/data';
const hasRecordedData = existsSync(DATA);
const WITHOUT_DATA = `skipped where ${DATA} is absent`;

function recordedBody(file: string): unknown {
  return JSON.parse(readFileSync(`${DATA}/${file}`, 'utf8'));
}

function accepted<T extends object>(parsed: T): Exclude<T, { readonly kind: unknown }> {
  if (isRejection(parsed)) throw new Error(`${parsed.kind} ${parsed.field}`);
  return parsed as Exclude<T, { readonly kind: unknown }>;
}

const filters = [
  { filterType: 'PRICE_FILTER', tickSize: '0.01000000' },
  { filterType: 'LOT_SIZE', stepSize: '0.00001000' },
];
const btc = { symbol: 'BTCUSDT', status: 'TRADING', baseAsset: 'BTC', quoteAsset: 'USDT', filters };
const chinese = { ...btc, symbol: '币安人生USDT', baseAsset: '币安人生' };

const row = (openTime: number, close = '101.00'): unknown[] => [
  openTime,
  '100.00',
  '102.00',
  '99.00',
  close,
  '5.0',
  openTime + 59_999,
  '500.0',
  7,
  '2.5',
  '250.0',
  '0',
];

describe('exchangeInfo', () => {
  test('gives symbols with tick and step, the weight limit and the time', () => {
    const rateLimits = [
      { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 50 },
      { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 6000 },
    ];
    expect(
      parseExchangeInfo({ serverTime: 1_700_000_000_000, rateLimits, symbols: [btc] }),
    ).toEqual({
      symbols: [
        {
          symbol: 'BTCUSDT',
          baseAsset: 'BTC',
          quoteAsset: 'USDT',
          status: 'TRADING',
          tickSize: '0.01000000',
          stepSize: '0.00001000',
        },
      ],
      rejections: [],
      requestWeightPerMinute: 6000,
      serverTime: 1_700_000_000_000,
    });
  });

  test('a bad entry is left out and counted, the others are kept', () => {
    const symbols = [null, { ...btc, filters: [] }, { ...btc, symbol: '' }, chinese];
    const info = accepted(parseExchangeInfo({ serverTime: 1, symbols }));
    expect(info.symbols.map(({ symbol }) => symbol)).toEqual(['币安人生USDT']);
    expect(info.rejections).toHaveLength(3);
    expect(info.requestWeightPerMinute).toBeUndefined();
  });

  test.each([[null], [[]], ['text'], [{}], [{ serverTime: 1 }], [{ symbols: [] }]])(
    '%j is refused as a whole',
    (body) => {
      expect(isRejection(parseExchangeInfo(body))).toBe(true);
    },
  );
});

describe('klines', () => {
  test('are sorted and unique, the last of several wins, bad rows are counted', () => {
    const body = [row(120_000), row(60_000), row(60_000, '100.50'), row(60_001), [], null];
    const { rows, rejections } = accepted(parseKlineRows(body, '1m'));
    expect(rows.map(({ candle }) => candle.openTime)).toEqual([60_000, 120_000]);
    expect(rows[0]?.closeText).toBe('100.50');
    expect(rejections.map(({ kind }) => kind)).toEqual([
      'off-grid',
      'missing-field',
      'missing-field',
    ]);
  });

  test('an answer that is no list is refused', () => {
    expect(parseKlineRows({ code: -1121 }, '1m')).toEqual({ kind: 'not-json', field: '' });
  });
});

describe('24-hour tickers and the time', () => {
  test('one ticker comes as an object, of which the fields are checked', () => {
    const parsed = parseTickers24h({ symbol: 'BTCUSDT', lastPrice: 'abc' });
    expect(parsed).toEqual({ kind: 'bad-price', field: 'lastPrice' });
  });

  test('the time is a whole number of milliseconds', () => {
    expect(parseServerTime({ serverTime: 1_700_000_000_000 })).toBe(1_700_000_000_000);
    expect(parseServerTime({ serverTime: '1' })).toEqual({ kind: 'bad-time', field: 'serverTime' });
  });
});

describe.skipIf(!hasRecordedData)(`recorded answers (${WITHOUT_DATA})`, () => {
  test.each([
    ['rest/exchangeInfo_2021-10-12_full.json', 1695, 1200],
    ['rest/exchangeInfo_2025-08-07_first25symbols.json', 25, 6000],
  ])('%s: every symbol is read', (file, count, weight) => {
    const info = accepted(parseExchangeInfo(recordedBody(file)));
    expect(info.symbols).toHaveLength(count);
    expect(info.rejections).toEqual([]);
    expect(info.requestWeightPerMinute).toBe(weight);
  });

  test('tickers of 2020-04-15: all 786, of which 128 have no price', () => {
    const body = recordedBody('rest/ticker24hr_2020-04-15_all786.json');
    const { rows, rejections } = accepted(parseTickers24h(body));
    expect(rows).toHaveLength(786);
    expect(rejections).toEqual([]);
    expect(rows.filter(({ lastPrice }) => Number(lastPrice) === 0)).toHaveLength(128);
  });

  test.each([
    ['BTCUSDT_1d_2022-01-01_2025-01-01', '1d', 1096],
    ['BTCUSDT_1h_2020-04-30_2020-07-01', '1h', 1468],
    ['BTCUSDT_1m_2020-12-01', '1m', 1441],
    ['BTCUSDT_2h_2018-01-01_2018-04-01_REAL-34h-GAP', '2h', 1064],
    ['ETHUSDT_4h_2023-01-01_2023-07-01', '4h', 1086],
    ['SOLUSDT_15m_2025-01-06_2025-01-20', '15m', 1344],
  ] as const)('%s: every row is read, early closes too', (name, interval, count) => {
    const parsed = accepted(parseKlineRows(recordedBody(`klines/${name}.json`), interval));
    expect(parsed.rows).toHaveLength(count);
    expect(parsed.rejections).toEqual([]);
  });
});
