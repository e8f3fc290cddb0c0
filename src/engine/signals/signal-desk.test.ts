import { describe, expect, it } from 'vitest';
import type { Candle } from '../../domain/candle.ts';
import { createCandleSeries } from '../../domain/candle-series.ts';
import type { Interval } from '../../domain/interval.ts';
import type { Condition } from '../../domain/rules/condition.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { TradingSignal } from '../../domain/signal.ts';
import { candlesOn, joinCandles, ruleOf } from '../../testing/rules.ts';
import type { CandleOrigin } from '../market/series-keeper.ts';
import { createSignalDesk } from './signal-desk.ts';

const HOUR = 3_600_000;
const over = (constant: number, interval?: Interval): Condition => {
  const left = interval === undefined ? { price: 'close' as const } : closeOn(interval);
  return { left, operator: 'above', right: { constant } };
};
const closeOn = (interval: Interval) => ({ price: 'close', interval }) as const;

/** A desk above the series of one symbol, which commit candles as the market data does. */
function createBench(rules: readonly Rule[], intervals: readonly Interval[] = ['1h', '4h']) {
  const series = intervals.map((interval) => ({ interval, closed: createCandleSeries(500) }));
  const told: TradingSignal[] = [];
  const past: TradingSignal[] = [];
  const desk = createSignalDesk({
    rules,
    watchlist: { symbols: ['BTCUSDT'], intervals: ['1h'] },
    seriesOf: (symbol) => (symbol === 'BTCUSDT' ? series : []),
    onPast: (signals) => past.push(...signals),
  });
  const seriesOn = (interval: Interval) => {
    const found = series.find((each) => each.interval === interval);
    if (found === undefined) throw new Error(`no series ${interval}`);
    return found.closed;
  };
  return {
    desk,
    told,
    past,
    commit(interval: Interval, candles: readonly Candle[], origin: CandleOrigin = 'live') {
      const said = candles.flatMap((candle) => {
        seriesOn(interval).append(candle);
        return desk.close('BTCUSDT', interval, candle, origin);
      });
      told.push(...said);
      return said.map(({ ruleId, candleOpenTime }) => `${ruleId} ${candleOpenTime / HOUR}`);
    },
    /** The candles at hand from before, of which the desk has not been told. */
    hold(interval: Interval, candles: readonly Candle[]) {
      for (const candle of candles) seriesOn(interval).append(candle);
    },
    preview: (interval: Interval, candle: Candle, time: number) =>
      desk
        .preview('BTCUSDT', interval, candle, time)
        .map(({ ruleId, candleOpenTime }) => `${ruleId} ${candleOpenTime / HOUR}`),
  };
}

describe('a signal desk', () => {
  it('asks of a symbol that is not watched only the rules that name it', () => {
    const forAll = ruleOf(over(10));
    const named: Rule = { ...ruleOf(over(10)), id: 'named', symbols: ['BTCUSDT'] };
    const bench = createBench([forAll, named]);
    bench.desk.setWatchlist({ symbols: ['ETHUSDT'], intervals: ['1h'] });
    expect(bench.commit('1h', candlesOn('1h', [9, 11])).map((told) => told.split(' ')[0])).toEqual([
      'named',
    ]);
  });

  it('judges candles as they are committed', () => {
    const bench = createBench([ruleOf(over(10))]);
    expect(bench.commit('1h', candlesOn('1h', [9, 11, 9, 11]))).toEqual(['r 1', 'r 3']);
    expect(bench.desk.close('ETHUSDT', '1h', bare(0, 9))).toEqual([]);
  });

  it('is warm from the candles at hand, and says nothing of them', () => {
    const average = { indicator: 'sma', params: { length: 3 }, output: 'value' };
    const rule = ruleOf({ left: { price: 'close' }, operator: 'crossesAbove', right: average });
    const bench = createBench([rule]);
    bench.hold('1h', candlesOn('1h', [9, 9, 9, 20, 9]));
    expect(bench.commit('1h', [bare(5, 30)])).toEqual(['r 5']);
  });

  it('makes a new rule warm at once, which says nothing of the past', () => {
    const bench = createBench([]);
    bench.commit('1h', candlesOn('1h', [9, 11, 9]));
    bench.desk.setRules([ruleOf(over(10))]);
    expect(bench.commit('1h', [bare(3, 11)])).toEqual(['r 3']);
    expect(bench.past.map(({ candleOpenTime }) => candleOpenTime / HOUR)).toEqual([1]);
  });

  it('hands over apart what rules say of candles that closed before anyone watched', () => {
    const bench = createBench([ruleOf(over(10))]);
    expect(bench.commit('1h', candlesOn('1h', [9, 11, 9]), 'history')).toEqual([]);
    expect(bench.commit('1h', [bare(3, 11)])).toEqual(['r 3']);
    expect(bench.past.map(({ candleOpenTime }) => candleOpenTime / HOUR)).toEqual([1]);
  });

  it('follows the intervals of the watchlist', () => {
    const bench = createBench([ruleOf(over(10))]);
    bench.commit('4h', [bare(0, 9, '4h')]);
    expect(bench.commit('4h', [bare(4, 11, '4h')])).toEqual([]);
    bench.desk.setWatchlist({ symbols: ['BTCUSDT'], intervals: ['4h'] });
    bench.commit('4h', [bare(8, 9, '4h')]);
    expect(bench.commit('4h', [bare(12, 11, '4h')])).toEqual(['r 12']);
  });

  it('begins anew with a series that begins anew', () => {
    const rule = ruleOf(over(10));
    const series = [{ interval: '1h' as const, closed: createCandleSeries(9) }];
    const desk = createSignalDesk({
      rules: [rule],
      watchlist: { symbols: ['X'], intervals: ['1h'] },
      seriesOf: () => series,
    });
    const commit = (candles: readonly Candle[]) =>
      candles.flatMap((candle) => {
        series[0]?.closed.append(candle);
        return desk.close('X', '1h', candle);
      });
    commit(candlesOn('1h', [9, 11, 9, 11]));
    series[0] = { interval: '1h', closed: createCandleSeries(9) };
    const again = commit(candlesOn('1h', [9, 9, 9, 11]));
    expect(again.map(({ candleOpenTime }) => candleOpenTime / HOUR)).toEqual([3]);
  });

  it('judges intrabar rules by what forms', () => {
    const bench = createBench([ruleOf(over(10), { fire: 'intrabar' })]);
    bench.hold('1h', candlesOn('1h', [9, 9]));
    expect(bench.preview('1h', bare(2, 9.5), 2 * HOUR + 1)).toEqual([]);
    expect(bench.preview('1h', bare(2, 11), 2 * HOUR + 2)).toEqual(['r 2']);
    expect(bench.preview('1h', bare(2, 12), 2 * HOUR + 3)).toEqual([]);
    expect(bench.commit('1h', [bare(2, 11)])).toEqual([]);
  });
});

describe('a rule on two intervals', () => {
  const rule = ruleOf({ all: [over(10), over(20, '4h')] }, { intervals: ['1h'] });
  const hours = candlesOn('1h', [9, 9, 9, 9, 9, 9, 9, 30, 30]);
  const fours = joinCandles(hours.slice(0, 8), '4h');

  it('is judged when the candles of both are there, in either order', () => {
    const before = createBench([rule]);
    before.hold('1h', hours.slice(0, 7));
    before.hold('4h', fours.slice(0, 1));
    expect(before.commit('1h', hours.slice(7, 8))).toEqual([]);
    expect(before.commit('4h', fours.slice(1, 2))).toEqual(['r 7']);
    const after = createBench([rule]);
    after.hold('1h', hours.slice(0, 7));
    after.hold('4h', fours.slice(0, 1));
    expect(after.commit('4h', fours.slice(1, 2))).toEqual([]);
    expect(after.commit('1h', hours.slice(7, 8))).toEqual(['r 7']);
  });

  it('says nothing of history, whichever series is loaded first', () => {
    for (const order of [['1h', '4h'] as const, ['4h', '1h'] as const]) {
      const bench = createBench([rule]);
      for (const interval of order) {
        const history = interval === '1h' ? hours.slice(0, 8) : fours;
        expect(bench.commit(interval, history, 'history')).toEqual([]);
      }
      expect(bench.commit('1h', [bare(8, 9)])).toEqual([]);
      expect(bench.commit('1h', [bare(9, 30)])).toEqual(['r 9']);
    }
  });

  it('tells what closed live while the history of the other interval was still on its way', () => {
    const bench = createBench([rule]);
    bench.commit('1h', hours.slice(0, 7), 'history');
    expect(bench.commit('1h', hours.slice(7, 8), 'live')).toEqual([]);
    expect(bench.commit('4h', fours, 'history')).toEqual(['r 7']);
  });

  it('loses nothing that waits when the rules change meanwhile', () => {
    const bench = createBench([rule]);
    bench.hold('1h', hours.slice(0, 7));
    bench.hold('4h', fours.slice(0, 1));
    expect(bench.commit('1h', hours.slice(7, 8))).toEqual([]);
    bench.desk.setRules([rule, ruleOf(over(5), { id: 'new' })]);
    expect(bench.commit('4h', fours.slice(1, 2))).toEqual(['r 7']);
  });

  it('goes on when the candle that forms shows that there is none to wait for', () => {
    const either = ruleOf({ all: [over(10), { not: over(100, '4h') }] }, { intervals: ['1h'] });
    const bench = createBench([either]);
    bench.hold('1h', hours.slice(0, 7));
    bench.hold('4h', fours.slice(0, 1));
    expect(bench.commit('1h', hours.slice(7, 8))).toEqual([]);
    expect(bench.preview('4h', bare(8, 30, '4h'), 8 * HOUR + 1)).toEqual(['r 7']);
  });
});

/** A candle that opens at that hour. */
function bare(hour: number, close: number, interval: Interval = '1h'): Candle {
  const [candle] = candlesOn(interval, [close], hour * HOUR);
  if (candle === undefined) throw new Error('no candle');
  return candle;
}
