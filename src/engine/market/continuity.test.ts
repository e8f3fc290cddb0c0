import { describe, expect, it } from 'vitest';
import { nthOpen } from '../../testing/market-events.ts';
import { holesAfter, missingUntil, spansBetween, withHole } from './continuity.ts';

const HOUR = 3_600_000;
const cause = 'gap';

function missing(time: number, atHand: readonly number[] = []) {
  return missingUntil({ interval: '1h', next: nthOpen(10), time, atHand, cause });
}

describe('what is missing until a time', () => {
  it('is nothing while the next candle is still open', () => {
    expect(missing(nthOpen(10))).toEqual([]);
    expect(missing(nthOpen(11) - 1)).toEqual([]);
    expect(missing(nthOpen(3))).toEqual([]);
  });

  it('are all candles that have closed since', () => {
    expect(missing(nthOpen(11))).toEqual([{ from: nthOpen(10), to: nthOpen(10), cause }]);
    expect(missing(nthOpen(13) + 5)).toEqual([{ from: nthOpen(10), to: nthOpen(12), cause }]);
  });

  it('are not those that were pushed as closed and wait to be committed', () => {
    expect(missing(nthOpen(15), [nthOpen(13), nthOpen(11), nthOpen(4)])).toEqual([
      { from: nthOpen(10), to: nthOpen(10), cause },
      { from: nthOpen(12), to: nthOpen(12), cause },
      { from: nthOpen(14), to: nthOpen(14), cause },
    ]);
    expect(missing(nthOpen(12), [nthOpen(10), nthOpen(11)])).toEqual([]);
  });

  it('follows months of unequal length, and candles of three days from any day', () => {
    const january = Date.UTC(2025, 0, 1);
    expect(
      missingUntil({
        interval: '1M',
        next: january,
        time: Date.UTC(2025, 2, 1),
        atHand: [],
        cause,
      }),
    ).toEqual([{ from: january, to: Date.UTC(2025, 1, 1), cause }]);
    const day = Date.UTC(2025, 0, 2);
    expect(
      missingUntil({ interval: '3d', next: day, time: day + 80 * HOUR, atHand: [], cause }),
    ).toEqual([{ from: day, to: day, cause }]);
  });
});

describe('holes', () => {
  it('are exactly the candles that were skipped', () => {
    const none = withHole([], '1h', nthOpen(5), nthOpen(5), 'hole');
    expect(none).toEqual([]);
    expect(withHole(none, '1h', nthOpen(5), nthOpen(8), 'hole')).toEqual([
      { from: nthOpen(5), to: nthOpen(7), cause: 'hole' },
    ]);
  });

  it('are forgotten once no candle before them is kept', () => {
    const holes = withHole([], '1h', nthOpen(5), nthOpen(8), 'halted');
    expect(holesAfter(holes, nthOpen(4))).toEqual(holes);
    expect(holesAfter(holes, nthOpen(8))).toEqual([]);
    expect(holesAfter(holes, undefined)).toEqual(holes);
  });

  it('between rows of history are found, also before the first', () => {
    const rows = [nthOpen(2), nthOpen(3), nthOpen(6)];
    expect(spansBetween('1h', rows, undefined)).toEqual([{ from: nthOpen(4), to: nthOpen(5) }]);
    expect(spansBetween('1h', rows, nthOpen(1))).toEqual([
      { from: nthOpen(1), to: nthOpen(1) },
      { from: nthOpen(4), to: nthOpen(5) },
    ]);
    expect(spansBetween('1h', [], nthOpen(1))).toEqual([]);
  });
});
