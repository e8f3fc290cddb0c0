import { describe, expect, it } from 'vitest';
import type { PlotSeries } from '../../state/series.ts';
import type { Geometry } from './geometry.ts';
import { placeMarks } from './marks.ts';
import type { PlotMark } from './marks.ts';

const SERIES: PlotSeries = {
  symbol: 'BTCUSDT',
  interval: '1m',
  openTime: [0, 1000, 2000, 3000],
  open: [1, 1, 1, 1],
  high: [10, 11, 12, 13],
  low: [5, 6, 7, 8],
  close: [1, 1, 1, 1],
  volume: [1, 1, 1, 1],
};
/** A candle takes so many pixels; prices grow upwards. */
const geometry = (slot: number): Geometry => ({
  left: 0,
  top: 0,
  width: 100,
  height: 100,
  ratio: 1,
  slot,
  body: 1,
  line: 1,
  x: (time) => (time / 1000) * slot,
  y: (value) => 100 - value,
});
const VIEW = { from: 0, to: 3000 };
const buy = (nth: number, alertId?: string): PlotMark =>
  alertId === undefined
    ? { openTime: nth * 1000, side: 'BUY' }
    : { openTime: nth * 1000, side: 'BUY', alertId };
const sell = (nth: number): PlotMark => ({ openTime: nth * 1000, side: 'SELL' });

describe('marks', () => {
  it('stand below candles that say BUY, and above those that say SELL', () => {
    const placed = placeMarks([buy(1), sell(2)], SERIES, geometry(20), VIEW);
    expect(placed).toMatchObject([
      { side: 'BUY', x: 20, y: 99 },
      { side: 'SELL', x: 40, y: 83 },
    ]);
  });

  it('of one side that would lie upon each other are one, at the place of the newest', () => {
    const marks = [buy(2, 'new'), buy(0, 'old'), buy(1, 'middle'), sell(1)];
    const placed = placeMarks(marks, SERIES, geometry(8), VIEW);
    expect(placed.map(({ side, x, marks: all }) => [side, x, all.length])).toEqual([
      ['BUY', 8, 2],
      ['BUY', 16, 1],
      ['SELL', 8, 1],
    ]);
    const [together] = placeMarks(marks, SERIES, geometry(2), VIEW);
    expect(together?.marks.map(({ alertId }) => alertId)).toEqual(['old', 'middle', 'new']);
  });

  it('are left out where their candle is not in view, or not there', () => {
    const marks = [buy(0), buy(1.5), buy(3), buy(9)];
    const placed = placeMarks(marks, SERIES, geometry(20), { from: 1000, to: 9000 });
    expect(placed.map(({ x }) => x)).toEqual([60]);
  });
});
