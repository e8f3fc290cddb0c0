import { describe, expect, it } from 'vitest';
import { keep, live } from '../../testing/kept-series.ts';
import { candleUpdate, historyRows, nthOpen } from '../../testing/market-events.ts';

describe('what is missing', () => {
  const span = (from: number, to: number, cause: string) => ({
    from: nthOpen(from),
    to: nthOpen(to),
    cause,
  });

  it('is nothing while the series is current, however late it is', () => {
    expect(live().keeper.missing(nthOpen(30))).toEqual([]);
  });

  it('is the gap, as soon as it is known, up to the newest candle that has closed', () => {
    const { keeper } = live();
    keeper.apply(candleUpdate(12));
    expect(keeper.missing(0)).toEqual([span(9, 11, 'gap')]);
    keeper.apply(candleUpdate(12, { isClosed: true }));
    expect(keeper.missing(0)).toEqual([span(9, 11, 'gap')]);
    expect(keeper.missing(nthOpen(15))).toEqual([span(9, 11, 'gap'), span(13, 14, 'gap')]);
    keeper.fill(historyRows(8, 15), nthOpen(15));
    expect(keeper.missing(nthOpen(15))).toEqual([]);
  });

  it('grows while the stream is down', () => {
    const { keeper } = live();
    keeper.interrupt();
    expect(keeper.missing(nthOpen(9) + 5)).toEqual([]);
    expect(keeper.missing(nthOpen(11))).toEqual([span(9, 10, 'gap')]);
  });

  it('begins where the last visit ended', () => {
    const { keeper } = keep(500, nthOpen(4));
    expect(keeper.missing(nthOpen(8))).toEqual([span(5, 7, 'gap')]);
    expect(keep().keeper.missing(nthOpen(8))).toEqual([]);
  });

  it('is a hole from the first to the last candle that the exchange lacks', () => {
    const { keeper } = live();
    keeper.apply(candleUpdate(13));
    keeper.fill([...historyRows(8, 9), ...historyRows(12, 13)], 0);
    expect(keeper.missing(nthOpen(40))).toEqual([span(10, 11, 'hole')]);
    expect(keeper.state).toBe('hole');
  });

  it('is a hole too right before the candle that is open', () => {
    const { keeper, indexes } = live();
    keeper.apply(candleUpdate(12));
    keeper.fill([...historyRows(8, 9), ...historyRows(12, 12)], nthOpen(12) + 59_000);
    expect(keeper.state).toBe('gap');
    keeper.fill([...historyRows(8, 9), ...historyRows(12, 12)], nthOpen(12) + 60_000);
    expect(keeper.state).toBe('hole');
    expect(keeper.missing(0)).toEqual([span(10, 11, 'hole')]);
    keeper.suspect();
    keeper.fill([...historyRows(9, 9), ...historyRows(12, 12)], nthOpen(12) + 70_000);
    keeper.apply(candleUpdate(12, { isClosed: true }));
    expect(indexes()).toEqual([9, 12]);
    expect(keeper.missing(0)).toEqual([span(10, 11, 'hole')]);
  });

  it('is forgotten once it has left the buffer, and the series is live again', () => {
    const { keeper } = keep(5);
    keeper.fill([...historyRows(0, 1), ...historyRows(4, 6)], 0);
    expect(keeper.state).toBe('hole');
    for (let index = 6; index < 9; index++) keeper.apply(candleUpdate(index, { isClosed: true }));
    expect(keeper.closed.at(0)?.openTime).toBe(nthOpen(4));
    expect(keeper.state).toBe('live');
    expect(keeper.missing(nthOpen(9))).toEqual([]);
  });

  it('is forgotten too where the buffer is made smaller', () => {
    const { keeper } = keep();
    keeper.fill([...historyRows(0, 1), ...historyRows(4, 6)], 0);
    keeper.resize(2);
    expect(keeper.state).toBe('live');
  });

  it('is no candle that was pushed, though history lacks it', () => {
    const { keeper, indexes } = live();
    keeper.apply(candleUpdate(11, { isClosed: true }));
    keeper.fill([...historyRows(8, 9), ...historyRows(12, 12)], 0);
    expect(indexes()).toEqual([9, 11]);
    expect(keeper.missing(0)).toEqual([span(10, 10, 'hole')]);
  });
});

describe('a halted series', () => {
  it('lacks what was not traded, and commits nothing', () => {
    const { keeper, committed } = live();
    keeper.halt();
    expect(keeper.state).toBe('halted');
    expect(keeper.isCurrent).toBe(false);
    expect(keeper.apply(candleUpdate(9, { isClosed: true }))).toBe('held');
    expect(committed).toEqual([]);
    expect(keeper.missing(nthOpen(12))).toEqual([
      { from: nthOpen(10), to: nthOpen(11), cause: 'halted' },
    ]);
  });

  it('is filled when trading resumes; what does not exist was not traded', () => {
    const { keeper, indexes } = live();
    keeper.halt();
    keeper.reopen();
    expect(keeper.state).toBe('gap');
    keeper.apply(candleUpdate(14));
    keeper.fill([...historyRows(8, 9), ...historyRows(13, 14)], 0);
    expect(indexes()).toEqual([9, 13]);
    expect(keeper.missing(0)).toEqual([{ from: nthOpen(10), to: nthOpen(12), cause: 'halted' }]);
    keeper.apply(candleUpdate(17));
    keeper.fill([...historyRows(13, 14), ...historyRows(16, 17)], 0);
    expect(keeper.missing(0).map(({ cause }) => cause)).toEqual(['halted', 'hole']);
  });

  it('knows what was not traded also where the first trade comes long after', () => {
    const { keeper } = live();
    keeper.halt();
    keeper.reopen();
    keeper.fill(historyRows(8, 9), nthOpen(11));
    expect(keeper.state).toBe('live');
    keeper.apply(candleUpdate(14));
    keeper.fill([...historyRows(9, 9), ...historyRows(14, 14)], nthOpen(14) + 60_000);
    expect(keeper.missing(0)).toEqual([{ from: nthOpen(10), to: nthOpen(13), cause: 'halted' }]);
  });

  it('is still filled with what closed before the halt', () => {
    const { keeper, indexes } = live();
    keeper.interrupt();
    keeper.resume();
    keeper.halt();
    expect(keeper.wantsHistory).toBe(true);
    keeper.fill(historyRows(8, 11), nthOpen(20));
    expect(indexes()).toEqual([9, 10, 11]);
    expect(keeper.state).toBe('halted');
    expect(keeper.wantsHistory).toBe(false);
  });

  it('that reopens while the stream is down waits for the stream', () => {
    const { keeper } = live();
    keeper.halt();
    keeper.interrupt();
    keeper.reopen();
    expect(keeper.state).toBe('stale');
  });
});

describe('a stream that is interrupted while history is fetched', () => {
  it('leaves the series stale, with the candles that came', () => {
    const { keeper, indexes } = live();
    keeper.interrupt();
    keeper.resume();
    keeper.interrupt();
    keeper.fill(historyRows(8, 11), 0);
    expect(indexes()).toEqual([9, 10]);
    expect(keeper.state).toBe('stale');
    keeper.resume();
    expect(keeper.state).toBe('gap');
  });

  it('for the first time leaves it stale as well', () => {
    const { keeper } = keep();
    keeper.interrupt();
    keeper.fill(historyRows(0, 5), 0);
    expect(keeper.state).toBe('stale');
  });
});

describe('the series of a symbol that is new', () => {
  it('is live with its very first candle, which is still open', () => {
    const { keeper, indexes } = keep();
    keeper.fill(historyRows(0, 0), 0);
    expect(keeper.state).toBe('live');
    expect(keeper.apply(candleUpdate(0, { close: 3 }))).toBe('applied');
    keeper.apply(candleUpdate(0, { isClosed: true }));
    expect(indexes()).toEqual([0]);
  });
});
