import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keep, live } from '../../testing/kept-series.ts';
import { candleUpdate, historyRows, nthOpen } from '../../testing/market-events.ts';

describe('a series that loads', () => {
  it('commits the closed rows of history and keeps the last as the open candle', () => {
    const { keeper, committed, indexes } = keep();
    keeper.fill(historyRows(0, 9), 0);
    expect(indexes()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(committed.every(({ origin }) => origin === 'history')).toBe(true);
    expect(keeper.forming?.openTime).toBe(nthOpen(9));
    expect(keeper.state).toBe('live');
  });

  it('takes the last row for closed when the exchange’s clock was long past it on asking', () => {
    const { keeper, indexes } = keep();
    keeper.fill(historyRows(0, 3), nthOpen(4) + 120_000);
    expect(indexes()).toEqual([0, 1, 2, 3]);
    expect(keeper.forming).toBeNull();
    expect(keeper.state).toBe('live');
  });

  it('asks again for a last row that has closed but moments before: history lags', () => {
    const { keeper, indexes } = keep();
    keeper.apply(candleUpdate(4));
    keeper.fill(historyRows(0, 3), nthOpen(4) + 5);
    expect(indexes()).toEqual([0, 1, 2]);
    expect(keeper).toMatchObject({ state: 'loading', wantsHistory: true });
    keeper.fill(historyRows(2, 4), nthOpen(4) + 2_005);
    expect(indexes()).toEqual([0, 1, 2, 3]);
    expect(keeper.state).toBe('live');
  });

  it('merges live updates that came before history, by open time', () => {
    const { keeper, indexes, committed } = keep();
    expect(keeper.apply(candleUpdate(3, { close: 1, isClosed: true }))).toBe('held');
    expect(keeper.apply(candleUpdate(4, { close: 2 }))).toBe('held');
    keeper.fill(historyRows(0, 3), 0);
    expect(indexes()).toEqual([0, 1, 2, 3]);
    expect(committed.at(-1)).toEqual({ index: 3, origin: 'live', close: 1 });
    expect(keeper.forming?.close).toBe(2);
  });

  it('does not trust a last row that was still open when history was read', () => {
    const { keeper, indexes } = keep();
    keeper.apply(candleUpdate(4));
    // Row 3 was read before its close: its values are not final, though candle 4 has begun since.
    keeper.fill(historyRows(0, 3), 0);
    expect(indexes()).toEqual([0, 1, 2]);
    expect(keeper.state).toBe('gap');
    keeper.fill(historyRows(2, 4), 0);
    expect(indexes()).toEqual([0, 1, 2, 3]);
    expect(keeper.state).toBe('live');
    expect(keeper.forming?.openTime).toBe(nthOpen(4));
  });
});

describe('a series that was judged before', () => {
  it('catches up with what closed between the two visits', () => {
    const { keeper, committed } = keep(500, nthOpen(4));
    keeper.apply(candleUpdate(8));
    keeper.fill(historyRows(0, 8), 0);
    const origins = committed.map(({ origin }) => origin);
    expect(origins.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'history'));
    expect(origins.slice(5)).toEqual(['catch-up', 'catch-up', 'catch-up']);
  });

  it('asks for enough candles before that for its indicators to settle', () => {
    expect(keep(500, nthOpen(1000)).keeper.fillFrom).toBe(nthOpen(100));
    expect(keep(500).keeper.fillFrom).toBeUndefined();
    expect(keep(500, 1).keeper.fillFrom).toBe(0);
  });

  it('is not confused by an exchange whose clock is behind', () => {
    const { keeper, committed } = keep(500, nthOpen(900));
    keeper.fill(historyRows(0, 5), 0);
    keeper.apply(candleUpdate(5, { isClosed: true }));
    expect(committed.map(({ origin }) => origin)).toEqual([
      ...Array.from({ length: 5 }, () => 'history'),
      'live',
    ]);
  });
});

describe('a live series', () => {
  it('replaces the open candle with every update of the same open time', () => {
    const { keeper, committed, forming } = live();
    keeper.apply(candleUpdate(9, { close: 5, eventTime: nthOpen(9) + 1 }));
    keeper.apply(candleUpdate(9, { close: 6, eventTime: nthOpen(9) + 2 }));
    expect(keeper.forming?.close).toBe(6);
    expect(forming.slice(-2)).toEqual([5, 6]);
    expect(committed).toEqual([]);
    expect(keeper.closed.length).toBe(9);
  });

  it('commits a candle once, when it is pushed as closed', () => {
    const { keeper, committed } = live();
    keeper.apply(candleUpdate(9, { close: 7, isClosed: true }));
    keeper.apply(candleUpdate(9, { close: 7, isClosed: true }));
    expect(committed).toEqual([{ index: 9, origin: 'live', close: 7 }]);
    expect(keeper.forming).toBeNull();
  });

  it('ignores updates of candles that are closed, and older updates of the open one', () => {
    const { keeper, committed } = live();
    keeper.apply(candleUpdate(9, { close: 5, eventTime: nthOpen(9) + 50 }));
    expect(keeper.apply(candleUpdate(9, { close: 4, eventTime: nthOpen(9) + 40 }))).toBe('late');
    expect(keeper.apply(candleUpdate(2, { close: 4, eventTime: nthOpen(9) + 60 }))).toBe('late');
    expect(keeper.forming?.close).toBe(5);
    expect(committed).toEqual([]);
  });

  it('commits nothing over a missing candle until history has filled the gap', () => {
    const { keeper, indexes, committed } = live();
    expect(keeper.apply(candleUpdate(11, { close: 1, isClosed: true }))).toBe('gap');
    expect(keeper.apply(candleUpdate(12, { close: 2 }))).toBe('held');
    expect(keeper.state).toBe('gap');
    expect(committed).toEqual([]);
    keeper.fill(historyRows(8, 12), 0);
    expect(indexes()).toEqual([9, 10, 11]);
    expect(committed.map(({ origin }) => origin)).toEqual(['catch-up', 'catch-up', 'catch-up']);
    expect(keeper.forming?.close).toBe(2);
    expect(keeper.state).toBe('live');
  });

  it('knows a hole that the exchange itself has', () => {
    const { keeper, indexes } = live();
    keeper.apply(candleUpdate(13));
    keeper.fill([...historyRows(8, 9), ...historyRows(12, 13)], 0);
    expect(indexes()).toEqual([9, 12]);
    expect(keeper.state).toBe('hole');
    expect(keeper.missing(0)).toEqual([{ from: nthOpen(10), to: nthOpen(11), cause: 'hole' }]);
  });

  it('is stale while interrupted, and judges nothing until the gap is filled', () => {
    const { keeper, indexes } = live();
    keeper.interrupt();
    expect(keeper.state).toBe('stale');
    keeper.resume();
    expect(keeper.state).toBe('gap');
    expect(keeper.apply(candleUpdate(9, { isClosed: true }))).toBe('held');
    expect(keeper.fillFrom).toBe(nthOpen(8));
    keeper.fill(historyRows(8, 10), 0);
    expect(indexes()).toEqual([9]);
    expect(keeper.state).toBe('live');
  });

  it('keeps the newest candles only, oldest out first', () => {
    const { keeper } = keep(50);
    keeper.fill(historyRows(0, 99), 0);
    expect(keeper.closed.length).toBe(50);
    expect(keeper.closed.last?.openTime).toBe(nthOpen(98));
    expect(keeper.closed.at(0)?.openTime).toBe(nthOpen(49));
  });
});

describe('whatever is lost, repeated or out of order', () => {
  it('commits every candle once and in order', () => {
    const LAST = 30;
    const delivery = fc.record({
      index: fc.integer({ min: 5, max: LAST }),
      isClosed: fc.boolean(),
      fill: fc.boolean(),
      interrupt: fc.boolean(),
      halt: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(delivery, { maxLength: 80 }), (deliveries) => {
        const { keeper, indexes } = keep();
        let exchangeAt = 5;
        for (const { index, isClosed, fill, interrupt, halt } of deliveries) {
          exchangeAt = Math.max(exchangeAt, isClosed ? index + 1 : index);
          keeper.apply(candleUpdate(index, { isClosed }));
          if (interrupt) {
            keeper.interrupt();
            keeper.resume();
          }
          if (halt) keeper.halt();
          if (fill) keeper.fill(historyRows(0, exchangeAt), 0);
          if (halt) keeper.reopen();
        }
        keeper.interrupt();
        keeper.resume();
        keeper.fill(historyRows(0, LAST + 2), 0);
        expect(indexes()).toEqual(Array.from({ length: LAST + 2 }, (_, index) => index));
        expect(keeper.state).toBe('live');
      }),
    );
  });
});
