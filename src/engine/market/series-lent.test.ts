import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../domain/candle.ts';
import { keep } from '../../testing/kept-series.ts';
import { candleUpdate, historyRows, nthOpen } from '../../testing/market-events.ts';

const stored = (from: number, to: number) =>
  columnsOf(historyRows(from, to).map(({ candle }) => candle));
const NOW = nthOpen(12) + 5;

describe('a series that is lent the candles of an earlier visit', () => {
  it('asks for what came since, and is live once the newest has proved right', () => {
    const { keeper, committed } = keep(10);
    keeper.prime(stored(0, 9), NOW);
    expect(keeper).toMatchObject({ state: 'loading', fillFrom: nthOpen(9), expected: nthOpen(10) });
    expect(keeper.closed.length).toBe(10);
    keeper.fill(historyRows(9, 12), NOW);
    expect(committed.map(({ index, origin }) => [index, origin])).toEqual([
      [10, 'history'],
      [11, 'history'],
    ]);
    expect(keeper.state).toBe('live');
    expect(keeper.forming?.openTime).toBe(nthOpen(12));
  });

  it('catches up from where it was judged, whatever is stored beyond', () => {
    const { keeper, committed } = keep(10, nthOpen(8));
    keeper.prime(stored(-2, 9), NOW);
    keeper.apply(candleUpdate(11, { isClosed: true }));
    keeper.fill(historyRows(8, 12), NOW);
    expect(committed.map(({ index, origin }) => [index, origin])).toEqual([
      [9, 'catch-up'],
      [10, 'catch-up'],
      [11, 'live'],
    ]);
  });

  it.each([
    ['another newest candle', historyRows(9, 12).map(corrected)],
    ['no such candle', historyRows(10, 12)],
    ['nothing', []],
  ])('forgets them where the exchange has %s, and loads anew', (_name, rows) => {
    const { keeper, indexes } = keep(10);
    keeper.prime(stored(0, 9), NOW);
    keeper.fill(rows, NOW);
    expect(keeper.closed.length).toBe(0);
    expect(keeper).toMatchObject({ wantsHistory: true, fillFrom: undefined, expected: undefined });
    keeper.fill(historyRows(0, 12), NOW);
    expect(indexes()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(keeper.state).toBe('live');
  });

  it.each([
    ['too few', stored(4, 9)],
    ['too few behind a hole', columnsOf([...rowsOf(-20, 3), ...rowsOf(5, 9)])],
    ['none', columnsOf([])],
  ])('takes none where there are %s', (_name, columns) => {
    const { keeper } = keep(10);
    keeper.prime(columns, NOW);
    expect(keeper.closed.length).toBe(0);
    expect(keeper.fillFrom).toBeUndefined();
  });

  it('takes none that are so old that all would be replaced, unless it was judged', () => {
    const { keeper } = keep(10);
    keeper.prime(stored(0, 9), nthOpen(20));
    expect(keeper.closed.length).toBe(0);
    const judged = keep(10, nthOpen(9)).keeper;
    judged.prime(stored(0, 9), nthOpen(20));
    expect(judged.fillFrom).toBe(nthOpen(9));
  });

  it('takes none once it has history', () => {
    const { keeper } = keep(10);
    keeper.fill(historyRows(0, 12), NOW);
    keeper.prime(stored(-9, 0), NOW);
    expect(keeper.closed.lastOpenTime).toBe(nthOpen(11));
  });
});

function rowsOf(from: number, to: number) {
  return historyRows(from, to).map(({ candle }) => candle);
}

function corrected<Row extends ReturnType<typeof historyRows>[number]>(row: Row): Row {
  return { ...row, candle: { ...row.candle, close: row.candle.close + 1 } };
}
