import { beforeEach, describe, expect, it } from 'vitest';
import { INDICATOR_NAMES } from '../../../domain/indicators/index.ts';
import { NOON, someColumns } from '../../testing/fixtures.ts';
import { loadLines } from '../../state/chart-lines.ts';
import { loadCandles, loadedSeries } from '../../state/series.ts';
import { contentOf, panesOf } from './pane-contents.ts';
import { readIndicators } from './shown-indicators.ts';

const chosen = (indicator: string, params = {}) => ({ indicator, params });
const contents = (...names: string[]) => {
  const series = loadedSeries.value ?? expect.fail();
  return panesOf(readIndicators(names.map((name) => chosen(name)))).map((pane) =>
    contentOf(pane, series),
  );
};

beforeEach(() => loadCandles('BTCUSDT', '1h', someColumns(3), false));

describe('chosen indicators', () => {
  it('are complete and named by their parameters', () =>
    expect(readIndicators([chosen('rsi'), chosen('macd', { fast: 5 })])).toMatchObject([
      { key: 'rsi 14', label: 'RSI(14)', params: { length: 14 } },
      { key: 'macd 5 26 9', label: 'MACD(5, 26, 9)' },
    ]));

  it('are left out when they are unknown, out of bounds or there twice', () => {
    const read = readIndicators([
      chosen('smma'),
      chosen('rsi', { length: 0 }),
      chosen('rsi', { length: 14 }),
      chosen('rsi'),
    ]);
    expect(read.map(({ key }) => key)).toEqual(['rsi 14']);
  });
});

describe('the panes', () => {
  it('are that of the candles, with what is measured in prices, and one for each other', () => {
    const keys = contents('rsi', 'ema', 'bollinger', 'macd').map(({ key }) => key);
    expect(keys).toEqual(['price', 'rsi 14', 'macd 12 26 9']);
    expect(contents()).toMatchObject([{ key: 'price', lines: [] }]);
  });

  it('show each line in a colour of its own, but the two edges of a band', () => {
    const [price] = contents('ema', 'bollinger', 'sma');
    expect(price?.lines.map(({ colour }) => colour)).toEqual([0, 1, 2, 1, 3]);
    expect(price?.bands).toHaveLength(1);
  });

  it('draw the values of the loaded lines, and none where they have not come', () => {
    const value = Float64Array.of(Number.NaN, 40, 60);
    loadLines('BTCUSDT', '1h', [{ key: 'rsi 14', outputs: { value } }]);
    const [, rsi, atr] = contents('rsi', 'atr');
    expect(rsi).toMatchObject({ levels: [30, 70], bounds: { low: 0, high: 100 } });
    expect(rsi?.lines[0]?.values).toEqual([Number.NaN, 40, 60]);
    expect(atr?.lines[0]?.values).toEqual([]);
  });

  it('colour a line by its direction, which is no line itself', () => {
    loadLines('BTCUSDT', '1h', [
      {
        key: 'supertrend 10 3',
        outputs: { value: Float64Array.of(1, 2, 3), direction: Float64Array.of(1, 1, -1) },
      },
    ]);
    const [price] = contents('supertrend');
    expect(price?.lines).toHaveLength(1);
    expect(price?.lines[0]?.trend).toEqual([1, 1, -1]);
  });

  it('draw a cloud ahead of the candles, and the close behind them', () => {
    const [price] = contents('ichimoku');
    expect(price?.lines.map(({ ahead }) => ahead)).toEqual([0, 0, 26, 26, -26]);
    expect(price?.lines.at(-1)?.values).toBe(loadedSeries.value?.close);
  });

  it.each(INDICATOR_NAMES)('show something of %s', (name) => {
    const lines = contents(name).flatMap((content) => content.lines);
    expect(lines.length).toBeGreaterThan(0);
    expect(loadedSeries.value?.openTime.at(-1)).toBe(NOON);
  });
});
