import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KlineQuery } from '../../binance/rest.ts';
import { historyRows, nthOpen } from '../../testing/market-events.ts';
import { createHistoryFetch } from './history-fetch.ts';
import type { HistoryFetch } from './history-fetch.ts';
import type { HistoryRow } from './series-keeper.ts';

const NAME = { symbol: 'BTCUSDT', interval: '1h' } as const;
const HOUR = 3_600_000;

function fetch(options: { from?: number; next?: number; capacity?: number } = {}): HistoryFetch {
  const { from, next, capacity = 500 } = options;
  return createHistoryFetch({ name: NAME, from, next, capacity });
}

/** What the exchange answers that has candles 0 to `last`, without those that it lacks. */
function answer(query: KlineQuery, last: number, lacks: ReadonlySet<number>): HistoryRow[] {
  const { startTime, endTime = Infinity, limit = 500 } = query;
  const rows = historyRows(0, last).filter(
    ({ candle }, index) =>
      !lacks.has(index) && candle.openTime >= (startTime ?? 0) && candle.openTime <= endTime,
  );
  return startTime === undefined ? rows.slice(-limit) : rows.slice(0, limit);
}

/** Asks until all is there; `faults`: candles that the first so many answers leave out besides. */
function run(
  made: HistoryFetch,
  last: number,
  options: { lacks?: readonly number[]; faults?: readonly (readonly number[])[] } = {},
): readonly KlineQuery[] {
  const asked: KlineQuery[] = [];
  for (let query = made.query; query; query = made.query) {
    const faults = options.faults?.[asked.length] ?? [];
    const rows = answer(query, last, new Set([...(options.lacks ?? []), ...faults]));
    asked.push(query);
    made.take(rows, rows.length === query.limit, asked.length);
    expect(asked.length).toBeLessThan(300);
  }
  return asked;
}

const indexes = (made: HistoryFetch): number[] =>
  made.rows().map(({ candle }) => (candle.openTime - nthOpen(0)) / HOUR);
const count = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('the history of a series', () => {
  it('without a past is one page of the newest candles', () => {
    const made = fetch();
    expect(run(made, 2000)).toEqual([{ ...NAME, limit: 1000 }]);
    expect(indexes(made)).toEqual(count(1001, 2000));
    expect(made.askedAt).toBe(1);
  });

  it('fills a buffer that is larger than a page', () => {
    const made = fetch({ capacity: 2500 });
    const asked = run(made, 5000);
    expect(asked.map(({ endTime }) => endTime)).toEqual([
      undefined,
      nthOpen(4001) - 1,
      nthOpen(3001) - 1,
    ]);
    expect(indexes(made)).toEqual(count(2001, 5000));
    expect(made.askedAt).toBe(1);
  });

  it('of a symbol that is new ends with its first candle', () => {
    const made = fetch({ capacity: 2500 });
    expect(run(made, 30)).toHaveLength(1);
  });

  it('with a past begins there, and asks again for the newest row of each full page', () => {
    const made = fetch({ from: nthOpen(10), next: nthOpen(11) });
    const asked = run(made, 2500);
    expect(asked.map(({ startTime }) => startTime)).toEqual([
      nthOpen(10),
      nthOpen(1009),
      nthOpen(2008),
    ]);
    expect(indexes(made)).toEqual(count(10, 2500));
    expect(made.askedAt).toBe(3);
  });

  it('is read as the newest where the exchange knows nothing since then', () => {
    const made = fetch({ from: nthOpen(900) });
    expect(run(made, 5)).toHaveLength(2);
    expect(indexes(made)).toEqual(count(0, 5));
  });

  it('is asked for candles that an answer lacks, which a second answer has', () => {
    const made = fetch({ from: nthOpen(10), next: nthOpen(11) });
    const asked = run(made, 20, { faults: [[11, 14, 15]] });
    expect(asked.slice(1)).toMatchObject([
      { startTime: nthOpen(11), endTime: nthOpen(11) },
      { startTime: nthOpen(14), endTime: nthOpen(15) },
    ]);
    expect(indexes(made)).toEqual(count(10, 20));
  });

  it('has a hole only where two answers say so', () => {
    const made = fetch();
    const asked = run(made, 20, { lacks: [7, 8] });
    expect(asked).toHaveLength(2);
    expect(indexes(made)).toEqual([...count(0, 6), ...count(9, 20)]);
  });

  it('ends, whatever is answered', () => {
    const page = fc.array(fc.nat(3000), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(page, fc.boolean()), { maxLength: 20 }), (answers) => {
        const made = fetch({ from: nthOpen(10), next: nthOpen(11), capacity: 5000 });
        let pages = 0;
        for (; made.query; pages++) {
          const [numbers, isFull] = answers[pages % Math.max(1, answers.length)] ?? [[], true];
          const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
          made.take(
            sorted.flatMap((index) => historyRows(index, index)),
            isFull,
            0,
          );
        }
        expect(pages).toBeLessThanOrEqual(221);
      }),
    );
  });
});
