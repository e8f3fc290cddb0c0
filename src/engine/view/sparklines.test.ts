import { beforeEach, describe, expect, it } from 'vitest';
import type { RestClient } from '../../binance/rest.ts';
import { createRestClient } from '../../binance/rest.ts';
import { createCandleSeries } from '../../domain/candle-series.ts';
import type { Sparkline } from '../../protocol/market-state.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import type { FakeClock } from '../../testing/fake-clock.ts';
import { createFakeRest } from '../../testing/fake-rest.ts';
import type { FakeRest } from '../../testing/fake-rest.ts';
import { createSparklines } from './sparklines.ts';
import type { HourlySeries, Sparklines } from './sparklines.ts';

const HOUR = 3_600_000;
/** Ten minutes past the hour. */
const NOW = Date.UTC(2026, 0, 5, 10, 10);
const THIS_HOUR = Date.UTC(2026, 0, 5, 10);

const candle = (openTime: number, close: number) => ({
  openTime,
  open: close,
  high: close,
  low: close,
  close,
  volume: 1,
});
const row = (openTime: number, close: number) => {
  const price = `${close}.00`;
  const end = openTime + HOUR - 1;
  return [openTime, price, price, price, price, '1.0', end, '1.0', 1, '1.0', '1.0', '0'];
};
/** Closes 1, 2, 3 … up to the hour that is not over. */
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    row(THIS_HOUR - (count - 1 - index) * HOUR, index + 1),
  );
const closesTo = (last: number, count: number) =>
  Array.from({ length: count }, (_, index) => last - count + 1 + index);
const aSeries = (count: number, part: Partial<HourlySeries> = {}): HourlySeries => {
  const closed = createCandleSeries(100);
  for (let index = 0; index < count; index++) {
    closed.append(candle(THIS_HOUR - (count - index) * HOUR, index + 1));
  }
  return { isCurrent: true, state: 'live', closed, forming: null, ...part };
};

let clock: FakeClock;
let http: FakeRest;
let rest: RestClient;
let series: Map<string, HourlySeries>;
let posted: Sparkline[][];
let sparklines: Sparklines;
const asked = () => http.asked.map((url) => new URL(url).searchParams.get('symbol'));

beforeEach(() => {
  clock = createFakeClock(NOW);
  http = createFakeRest();
  rest = createRestClient({
    httpGet: http.httpGet,
    clock,
    random: () => 0.5,
    endpoints: ['http://rest.test'],
    maxAttempts: 1,
  });
  series = new Map();
  posted = [];
  sparklines = createSparklines({
    clock,
    isVisible: true,
    rest: () => rest,
    series: ({ symbol, interval }) => (interval === '1h' ? series.get(symbol) : undefined),
    post: (changed) => posted.push([...changed]),
  });
});

describe('the course of a row', () => {
  it('comes from the hourly series where there is one, without a request', () => {
    series.set('BTCUSDT', aSeries(40, { forming: candle(THIS_HOUR, 99) }));
    series.set('ETHUSDT', aSeries(3));
    sparklines.show(['BTCUSDT', 'ETHUSDT']);
    expect(posted).toEqual([
      [
        { symbol: 'BTCUSDT', closes: [...closesTo(40, 23), 99] },
        { symbol: 'ETHUSDT', closes: [1, 2, 3] },
      ],
    ]);
    expect(http.asked).toEqual([]);
  });

  it('waits for a series that is being filled', () => {
    series.set('BTCUSDT', aSeries(0, { isCurrent: false, state: 'loading' }));
    sparklines.show(['BTCUSDT']);
    expect([posted, http.asked]).toEqual([[], []]);
    series.set('BTCUSDT', aSeries(2));
    // What the fact says beside its series is not looked at.
    sparklines.handleData({ type: 'series', symbol: 'BTCUSDT', interval: '1h' } as never);
    expect(posted).toEqual([[{ symbol: 'BTCUSDT', closes: [1, 2] }]]);
  });

  it('is asked for where there is no series, and once while the hour lasts', async () => {
    http.answer('klines', rows(24));
    sparklines.show(['SOLUSDT']);
    await clock.advanceAsync(0);
    expect(posted).toEqual([[{ symbol: 'SOLUSDT', closes: closesTo(24, 24) }]]);
    expect(http.asked[0]).toContain('interval=1h&limit=24');
    sparklines.show(['SOLUSDT']);
    await clock.advanceAsync(49 * 60_000);
    expect(asked()).toEqual(['SOLUSDT']);
    await clock.advanceAsync(60_000 + 5_000);
    expect(asked()).toEqual(['SOLUSDT', 'SOLUSDT']);
  });

  it('is not asked for when its row has left the view before its turn', async () => {
    sparklines.show(['A', 'B', 'C', 'D']);
    await clock.advanceAsync(0);
    expect(asked()).toEqual(['A', 'B']);
    sparklines.show(['D', 'E']);
    http.answer('klines', rows(24));
    await clock.advanceAsync(10_000);
    expect(asked().slice(2, 4)).toEqual(['D', 'E']);
    expect(asked()).not.toContain('C');
  });

  it('is asked for again after a growing pause when that failed', async () => {
    http.answer('klines', { code: -1121, msg: 'Invalid symbol.' }, 400);
    sparklines.show(['SOLUSDT']);
    await clock.advanceAsync(29_000);
    expect(asked()).toHaveLength(1);
    await clock.advanceAsync(2_000);
    expect(asked()).toHaveLength(2);
    await clock.advanceAsync(58_000);
    expect(asked()).toHaveLength(2);
    http.answer('klines', rows(24));
    await clock.advanceAsync(3_000);
    expect(posted.flat().map(({ symbol }) => symbol)).toEqual(['SOLUSDT']);
  });

  it('is nothing to a hidden page, which gets it when it is seen again', async () => {
    http.answer('klines', rows(24));
    sparklines.setVisibility(false);
    sparklines.show(['SOLUSDT']);
    await clock.advanceAsync(2 * HOUR);
    expect([asked(), clock.pendingTimers]).toEqual([[], 0]);
    sparklines.setVisibility(true);
    await clock.advanceAsync(0);
    expect(asked()).toEqual(['SOLUSDT']);
  });

  it('is fetched anew from another venue, whatever was under way', async () => {
    sparklines.show(['SOLUSDT']);
    await clock.advanceAsync(0);
    http.answer('klines', rows(2));
    sparklines.reset();
    await clock.advanceAsync(0);
    rest.cancelAll();
    await clock.advanceAsync(60_000);
    expect(posted).toEqual([[{ symbol: 'SOLUSDT', closes: [1, 2] }]]);
    expect(asked()).toHaveLength(2);
  });

  it('leaves nothing behind', () => {
    sparklines.show(['SOLUSDT']);
    sparklines.show([]);
    sparklines.dispose();
    rest.cancelAll();
    expect(clock.pendingTimers).toBe(0);
  });
});
