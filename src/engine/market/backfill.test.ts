import { describe, expect, it } from 'vitest';
import type { ParsedCandle } from '../../binance/parse-candle.ts';
import type { Rows } from '../../binance/parse-rest.ts';
import type { KlineQuery } from '../../binance/rest.ts';
import type { RestResult } from '../../binance/rest-failure.ts';
import type { BackfillReport } from '../../protocol/market-state.ts';
import { createFakeClock, settle } from '../../testing/fake-clock.ts';
import { candleUpdate, FIRST_OPEN, historyRows, nthOpen } from '../../testing/market-events.ts';
import { createBackfill } from './backfill.ts';
import { createDataStream } from './data-stream.ts';
import type { HistoryRow } from './series-keeper.ts';
import type { SeriesName } from './series-name.ts';

interface Asked {
  readonly query: KlineQuery;
  readonly priority: number | undefined;
  answer(rows: readonly HistoryRow[]): Promise<void>;
  fail(): Promise<void>;
}

const named = (symbol: string): SeriesName => ({ symbol, interval: '1h' });

/** A data stream with its backfill, REST answered by hand. */
function setUp(symbols: readonly string[] = []) {
  const clock = createFakeClock(FIRST_OPEN);
  const dataStream = createDataStream({ clock, bufferSize: 500 });
  const asked: Asked[] = [];
  const faults: unknown[] = [];
  const backfill = createBackfill({
    clock,
    dataStream,
    onFault: (error) => faults.push(error),
    rest: {
      klines(query, priority) {
        let settleWith: ((result: RestResult<Rows<ParsedCandle>>) => void) | undefined;
        const result = new Promise<RestResult<Rows<ParsedCandle>>>((resolve) => {
          settleWith = resolve;
        });
        const end = async (answer: RestResult<Rows<ParsedCandle>>): Promise<void> => {
          settleWith?.(answer);
          await settle();
        };
        asked.push({
          query,
          priority,
          answer: (rows) =>
            end({
              ok: true,
              value: { rows: rows.map((row) => ({ ...row, closeText: '1' })), rejections: [] },
            }),
          fail: () => end({ ok: false, failure: { type: 'offline' } }),
        });
        return { result, cancel: () => undefined };
      },
    },
  });
  backfill.begin();
  dataStream.observe((fact) => {
    if (fact.type !== 'series') return;
    if (fact.keeper.wantsHistory) backfill.request(fact);
    else backfill.drop(fact);
  });
  const watch = (next: readonly string[]): void => {
    dataStream.watch(next, next.map(named));
    backfill.prune();
  };
  watch(symbols);
  const at = (index: number): Asked => {
    const request = asked[index];
    if (!request) throw new Error(`request ${index} was not sent`);
    return request;
  };
  const askedFor = (): readonly string[] => asked.map(({ query }) => query.symbol);
  const stateOf = (symbol: string) => dataStream.series(named(symbol))?.state;
  return { clock, dataStream, backfill, asked, faults, at, watch, askedFor, stateOf };
}

const MANY = ['A', 'B', 'C', 'D', 'E', 'F'];

describe('the requests', () => {
  it('are at most four at a time', async () => {
    const { asked, at, askedFor } = setUp(MANY);
    expect(askedFor()).toEqual(['A', 'B', 'C', 'D']);
    await at(1).answer(historyRows(0, 3));
    expect(askedFor()).toEqual(['A', 'B', 'C', 'D', 'E']);
    await at(0).fail();
    expect(asked).toHaveLength(6);
  });

  it('go to what is most urgent, also where that changes while they wait', async () => {
    const { backfill, at, askedFor, asked } = setUp(MANY);
    backfill.setUrgency(({ symbol }) => (symbol === 'F' ? 1 : 3));
    await at(0).answer(historyRows(0, 3));
    expect(askedFor().slice(4)).toEqual(['F']);
    expect(asked.at(-1)?.priority).toBe(1);
  });

  it('let what is urgent go before the next page of another', async () => {
    const { backfill, dataStream, at, askedFor, watch } = setUp(['A']);
    dataStream.setBufferSize(5000);
    await at(0).answer(historyRows(0, 999));
    backfill.setUrgency(({ symbol }) => (symbol === 'URGENT' ? 1 : 3));
    watch(['A', 'B', 'C', 'D', 'URGENT']);
    expect(askedFor()).toEqual(['A', 'B', 'C', 'D', 'URGENT']);
  });

  it('end with what is watched', async () => {
    const { at, watch, askedFor, backfill } = setUp(MANY);
    watch(['A', 'F']);
    expect(backfill.pending).toBe(2);
    await at(1).answer(historyRows(0, 3));
    await at(2).answer(historyRows(0, 3));
    expect(askedFor().slice(4)).toEqual(['F']);
  });
});

describe('a series', () => {
  it('that is not filled is asked for again with growing pauses, and says why', async () => {
    const { clock, backfill, at, asked, stateOf } = setUp(['A']);
    await at(0).fail();
    expect(backfill.reason(named('A'))).toContain('no answer');
    clock.advance(999);
    expect(asked).toHaveLength(1);
    clock.advance(1);
    await at(1).fail();
    clock.advance(1999);
    expect(asked).toHaveLength(2);
    clock.advance(1);
    await at(2).answer(historyRows(0, 3));
    expect(stateOf('A')).toBe('live');
    expect(backfill.reason(named('A'))).toBe('');
    expect(backfill.pending).toBe(0);
  });

  it('whose history lags behind its stream is asked for until the gap is closed', async () => {
    const { clock, dataStream, at, stateOf } = setUp(['A']);
    await at(0).answer(historyRows(0, 3));
    dataStream.apply(candleUpdate(5, { symbol: 'A' }), 0);
    await at(1).answer(historyRows(2, 3));
    expect(stateOf('A')).toBe('gap');
    await clock.advanceAsync(1000);
    await at(2).answer(historyRows(2, 5));
    expect(stateOf('A')).toBe('live');
    expect(dataStream.series(named('A'))?.closed.last?.openTime).toBe(nthOpen(4));
  });

  it('whose answer lacks candles has them asked for by themselves before it goes on', async () => {
    const { dataStream, at, stateOf } = setUp(['A']);
    await at(0).answer([...historyRows(0, 3), ...historyRows(5, 8)]);
    expect(stateOf('A')).toBe('loading');
    expect(at(1).query).toMatchObject({ startTime: nthOpen(4), endTime: nthOpen(4) });
    await at(1).answer(historyRows(4, 4));
    expect(stateOf('A')).toBe('live');
    expect(dataStream.series(named('A'))?.closed.length).toBe(8);
  });

  it('that is interrupted meanwhile does not use what was asked before', async () => {
    const { dataStream, at, stateOf } = setUp(['A']);
    await at(0).answer(historyRows(0, 3));
    dataStream.interrupt([named('A')]);
    dataStream.resume([named('A')]);
    dataStream.interrupt([named('A')]);
    dataStream.resume([named('A')]);
    await at(1).answer(historyRows(2, 3));
    expect(stateOf('A')).toBe('gap');
    await at(2).answer(historyRows(2, 6));
    expect(stateOf('A')).toBe('live');
    expect(dataStream.series(named('A'))?.closed.last?.openTime).toBe(nthOpen(5));
  });

  it('that is halted is asked for once, and again when it trades', async () => {
    const { clock, dataStream, at, asked, backfill } = setUp(['A']);
    dataStream.halt('A');
    await at(0).fail();
    await clock.advanceAsync(3_600_000);
    expect(asked).toHaveLength(1);
    expect(backfill.pending).toBe(0);
    dataStream.reopen('A');
    expect(asked).toHaveLength(2);
  });
});

describe('stopping', () => {
  it('leaves what is ready live, and loads nothing more until resumed', async () => {
    const { backfill, at, askedFor, stateOf } = setUp(MANY);
    await at(0).answer(historyRows(0, 3));
    backfill.stop();
    await at(1).answer(historyRows(0, 3));
    await at(2).fail();
    expect(askedFor()).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(stateOf('B')).toBe('live');
    expect(backfill.report()).toEqual({
      series: 6,
      ready: 2,
      waiting: 3,
      failing: 1,
      isStopped: true,
    });
    backfill.resume();
    expect(askedFor().slice(5)).toEqual(['F']);
    expect(backfill.report().isStopped).toBe(false);
  });

  it('does not keep what was live from being caught up with', async () => {
    const { backfill, dataStream, at, askedFor, stateOf } = setUp(['A']);
    await at(0).answer(historyRows(0, 3));
    backfill.stop();
    dataStream.interrupt([named('A')]);
    dataStream.resume([named('A')]);
    expect(askedFor()).toEqual(['A', 'A']);
    await at(1).answer(historyRows(2, 6));
    expect(stateOf('A')).toBe('live');
  });
});

describe('the report', () => {
  it('is told at once, then at most every 100 ms, and at last as it is', async () => {
    const { clock, backfill, at, watch } = setUp();
    const told: BackfillReport[] = [];
    await clock.advanceAsync(1000);
    backfill.observe((report) => told.push(report));
    watch(MANY);
    expect(told).toHaveLength(1);
    for (let index = 0; index < 6; index++) await at(index).answer(historyRows(0, 3));
    expect(told).toHaveLength(1);
    clock.advance(100);
    expect(told).toHaveLength(2);
    expect(told.at(-1)).toEqual({
      series: 6,
      ready: 6,
      waiting: 0,
      failing: 0,
      isStopped: false,
    });
    clock.advance(10_000);
    expect(told).toHaveLength(2);
  });

  it('counts a halted series as ready, and one that failed as failing', async () => {
    const { dataStream, backfill, at } = setUp(['A', 'B']);
    dataStream.halt('A');
    await at(1).fail();
    expect(backfill.report()).toMatchObject({ series: 2, ready: 1, failing: 1, waiting: 0 });
  });

  it('follows what is watched no more', () => {
    const { clock, backfill, watch } = setUp(MANY);
    clock.advance(1000);
    const told: BackfillReport[] = [];
    backfill.observe((report) => told.push(report));
    watch(['A']);
    expect(told.at(-1)).toMatchObject({ series: 1, waiting: 1 });
  });

  it('survives an observer that throws', () => {
    const { clock, backfill, faults, watch } = setUp();
    clock.advance(1000);
    const told: BackfillReport[] = [];
    backfill.observe(() => {
      throw new Error('broken');
    });
    backfill.observe((report) => told.push(report));
    watch(['A']);
    expect(told.length).toBeGreaterThan(0);
    expect(faults.length).toBe(told.length);
  });

  it('is told no more after the end', () => {
    const { clock, backfill } = setUp(MANY);
    backfill.dispose();
    clock.advance(100_000);
    expect(clock.pendingTimers).toBe(0);
  });
});
