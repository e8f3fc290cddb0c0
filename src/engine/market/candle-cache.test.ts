import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../domain/candle.ts';
import { createFakeClock, settle } from '../../testing/fake-clock.ts';
import { candleUpdate, historyRows, nthOpen } from '../../testing/market-events.ts';
import type { CandleRows } from '../store/candle-rows.ts';
import { createCandleCache } from './candle-cache.ts';
import { createDataStream } from './data-stream.ts';

const BTC = { symbol: 'BTCUSDT', interval: '1h' } as const;
const ETH = { symbol: 'ETHUSDT', interval: '1h' } as const;
const TEN = columnsOf(historyRows(0, 9).map(({ candle }) => candle));
const MINUTE = 60_000;

function visit(disk: Map<string, CandleRows extends ReadonlyMap<string, infer Row> ? Row : never>) {
  const clock = createFakeClock(nthOpen(12));
  const writes: string[][] = [];
  const dataStream = createDataStream({ clock, bufferSize: 10 });
  const cache = createCandleCache({
    clock,
    exchange: 'https://one',
    dataStream,
    store: {
      load: async (exchange) =>
        new Map([...disk].filter(([key]) => key.startsWith(`${exchange}|`))),
      async save(rows) {
        writes.push([...rows.keys()]);
        for (const [key, columns] of rows) disk.set(key, columns);
      },
      async keep(keys) {
        for (const key of disk.keys()) if (!keys.has(key)) disk.delete(key);
      },
    },
  });
  dataStream.observe(cache.handleData);
  return { clock, cache, dataStream, writes };
}

describe('candles between two visits', () => {
  it('are stored soon after they are complete, series by series, and others deleted', async () => {
    const disk = new Map([['https://one|old', TEN]]);
    const { clock, dataStream, writes } = visit(disk);
    await settle();
    dataStream.watch([], [BTC, ETH]);
    dataStream.fill(BTC, historyRows(0, 10), 0);
    await clock.advanceAsync(10_000);
    expect([...disk.keys()]).toEqual(['https://one|BTCUSDT@1h']);
    dataStream.fill(ETH, historyRows(0, 10), 0);
    await clock.advanceAsync(10_000);
    expect(writes).toEqual([['https://one|BTCUSDT@1h'], ['https://one|ETHUSDT@1h']]);
    dataStream.watch([], [ETH]);
    await clock.advanceAsync(20 * MINUTE);
    expect(writes).toHaveLength(2);
  });

  it('are stored anew once in ten minutes, where there are others by then', async () => {
    const { clock, dataStream, writes } = visit(new Map());
    dataStream.watch([], [BTC, ETH]);
    for (const name of [BTC, ETH]) dataStream.fill(name, historyRows(0, 9), 0);
    await clock.advanceAsync(20_000);
    dataStream.apply(candleUpdate(9, { isClosed: true }), 0);
    dataStream.apply(candleUpdate(10, { isClosed: true }), 0);
    await clock.advanceAsync(9 * MINUTE);
    expect(writes).toHaveLength(1);
    await clock.advanceAsync(MINUTE);
    expect(writes[1]).toEqual(['https://one|BTCUSDT@1h']);
  });

  it('come back with a series that was not watched for a while', async () => {
    const disk = new Map<string, typeof TEN>();
    const { clock, dataStream } = visit(disk);
    const watch = async (...series: (typeof BTC | typeof ETH)[]): Promise<void> => {
      dataStream.watch([], series);
      for (const name of series) dataStream.fill(name, historyRows(0, 10), 0);
      await clock.advanceAsync(10_000);
    };
    await watch(BTC);
    await watch(ETH);
    expect([...disk.keys()]).toEqual(['https://one|ETHUSDT@1h']);
    await watch(ETH, BTC);
    expect(disk.size).toBe(2);
  });

  it('are not written once the venue was left', async () => {
    const disk = new Map<string, typeof TEN>();
    const { cache, clock, dataStream } = visit(disk);
    dataStream.watch([], [BTC]);
    dataStream.fill(BTC, historyRows(0, 10), 0);
    cache.dispose();
    await clock.advanceAsync(20 * MINUTE);
    expect(disk.size).toBe(0);
  });

  it('are lent to the series that want them, also to one that comes later', async () => {
    const disk = new Map<string, typeof TEN>();
    const first = visit(disk);
    first.dataStream.watch([], [BTC, ETH]);
    for (const name of [BTC, ETH]) first.dataStream.fill(name, historyRows(0, 10), 0);
    await first.clock.advanceAsync(10_000);
    first.cache.dispose();

    const { cache, dataStream } = visit(disk);
    dataStream.watch([], [BTC]);
    await cache.loaded;
    expect(dataStream.series(BTC)?.fillFrom).toBe(nthOpen(9));
    dataStream.watch([], [BTC, ETH]);
    expect(dataStream.series(ETH)?.fillFrom).toBe(nthOpen(9));
  });

  it('of another exchange are not', async () => {
    const { cache, dataStream } = visit(new Map([['https://other|BTCUSDT 1h', TEN]]));
    dataStream.watch([], [BTC]);
    await cache.loaded;
    expect(dataStream.series(BTC)?.fillFrom).toBeUndefined();
  });
});
