import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CANDLE_FIELDS } from '../domain/candle.ts';
import type { CandleColumns } from '../domain/candle.ts';

/** Candles of Binance with the values that independent engines compute from them. */
const DATA = new URL('../../../shared/data/', import.meta.url);
export const hasOracle = existsSync(DATA);

/** One indicator over one series of candles, in our names. */
export interface OracleCase {
  /** The file of candles. */
  readonly file: string;
  readonly candles: CandleColumns;
  readonly name: string;
  readonly params: Readonly<Record<string, number>>;
  /** By output, as long as the candles; NaN where the oracle has no value. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** Whether the oracle is to be believed at this index. */
  isJudged(output: string, index: number): boolean;
}

interface OracleName {
  readonly name: string;
  /** Its names on the left, ours on the right. What is not named is left out. */
  readonly params: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

const LENGTH = { period: 'length' };
const VALUE = { value: 'value' };
const BANDS = { upper: 'upper', middle: 'middle', lower: 'lower' };
const STOCHASTIC = { k: 'length', smoothK: 'smoothing', d: 'signal' };

/** The main lines; those whose names end in a variant's are of another convention. */
const ORACLE_NAMES: Readonly<Record<string, OracleName>> = {
  SMA: { name: 'sma', params: LENGTH, outputs: VALUE },
  EMA: { name: 'ema', params: LENGTH, outputs: VALUE },
  WMA: { name: 'wma', params: LENGTH, outputs: VALUE },
  RSI: { name: 'rsi', params: LENGTH, outputs: VALUE },
  MACD: {
    name: 'macd',
    params: { fast: 'fast', slow: 'slow', signal: 'signal' },
    outputs: { macd: 'macd', signal: 'signal', histogram: 'histogram' },
  },
  BBANDS: { name: 'bollinger', params: { ...LENGTH, stdDev: 'deviations' }, outputs: BANDS },
  ATR: { name: 'atr', params: LENGTH, outputs: VALUE },
  STOCH: { name: 'stochastic', params: STOCHASTIC, outputs: { k: 'k', d: 'd' } },
  STOCH_fast: { name: 'stochastic', params: STOCHASTIC, outputs: { k: 'k', d: 'd' } },
  STOCHRSI: {
    name: 'stochRsi',
    params: { rsi: 'rsiLength', stoch: 'length', smoothK: 'smoothing', d: 'signal' },
    outputs: { k: 'k', d: 'd' },
  },
  ADX: {
    name: 'adx',
    params: LENGTH,
    outputs: { adx: 'adx', pdi: 'plusDi', mdi: 'minusDi' },
  },
  CCI: { name: 'cci', params: LENGTH, outputs: VALUE },
  OBV: { name: 'obv', params: {}, outputs: VALUE },
  MFI: { name: 'mfi', params: LENGTH, outputs: VALUE },
  VWAP_utc_day: { name: 'vwap', params: {}, outputs: VALUE },
  WILLR: { name: 'williamsR', params: LENGTH, outputs: VALUE },
  ROC: { name: 'roc', params: LENGTH, outputs: VALUE },
  SUPERTREND: {
    name: 'supertrend',
    params: { ...LENGTH, multiplier: 'multiplier' },
    outputs: { value: 'value', direction: 'direction' },
  },
  DONCHIAN: { name: 'donchian', params: LENGTH, outputs: BANDS },
  KELTNER: {
    name: 'keltner',
    params: { ema: 'length', atr: 'atrLength', multiplier: 'multiplier' },
    outputs: BANDS,
  },
  ICHIMOKU: {
    name: 'ichimoku',
    params: { tenkan: 'conversion', kijun: 'base', spanB: 'span', displacement: 'displacement' },
    outputs: {
      tenkan: 'conversion',
      kijun: 'base',
      spanA_unshifted: 'spanA',
      spanB_unshifted: 'spanB',
    },
  },
  PSAR: { name: 'psar', params: { step: 'step', max: 'max' }, outputs: VALUE },
};

/** All that the oracle knows; empty where the data is absent. */
export function readOracleCases(): OracleCase[] {
  if (!hasOracle) return [];
  return readdirSync(new URL('klines/', DATA)).flatMap((file) => {
    const candles = readCandles(file);
    const lines = readText(`oracle/${file.replace('.json', '.oracle.jsonl')}`)
      .trim()
      .split('\n');
    return lines.flatMap((line): OracleCase[] => {
      const { indicator, params, values } = JSON.parse(line) as OracleLine;
      const ours = ORACLE_NAMES[indicator];
      if (ours === undefined) return [];
      return [
        {
          file,
          candles,
          name: ours.name,
          params: renamed(params, ours.params),
          values: renamed(mapValues(values, toColumn), ours.outputs),
          isJudged: (output, index) => isJudged(ours.name, file, candles, output, index),
        },
      ];
    });
  });
}

/** What the README of the data says about single values. */
function isJudged(
  name: string,
  file: string,
  { volume }: CandleColumns,
  output: string,
  index: number,
): boolean {
  switch (name) {
    // Two typical prices that are equal but for the last bit: TA-Lib counts a move.
    case 'mfi':
      return !(file.startsWith('SOLUSDT_15m') && index >= 928 && index < 928 + 14);
    // The engine computes both from index 14 on and prints them from 27.
    case 'adx':
      return output === 'adx' || index >= 27;
    // The engine has no value at a candle without volume.
    case 'vwap':
      return volume[index] !== 0;
    default:
      return true;
  }
}

/** Values from 0 to 100 that can be 0: one point is the least that they are measured by. */
const CAN_BE_ZERO = new Set(['stochRsi', 'mfi']);

/**
 * How far a value is from the oracle's, as a share of the latter; near zero, of the price where the
 * value is a difference of prices, or of one point of a hundred. Infinite if only one is defined.
 */
export function deviationAt(
  { name, candles, values, isJudged }: OracleCase,
  output: string,
  index: number,
  value: number,
): number {
  if (!isJudged(output, index)) return 0;
  const wanted = values[output]?.[index] ?? Number.NaN;
  if (Number.isNaN(wanted) && Number.isNaN(value)) return 0;
  if (value === wanted) return 0;
  const price = name === 'macd' ? (candles.close[index] ?? 0) : 0;
  const least = CAN_BE_ZERO.has(name) ? 1 : price;
  const deviation = Math.abs(value - wanted) / Math.max(Math.abs(wanted), least);
  return Number.isNaN(deviation) ? Number.POSITIVE_INFINITY : deviation;
}

/** Columns of a published table by their heading; an empty cell is NaN. */
export function readTable(path: string): Readonly<Record<string, Float64Array>> {
  const [heading = '', ...rows] = readText(`reference/${path}`).trim().split(/\r?\n/);
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

interface OracleLine {
  readonly indicator: string;
  readonly params: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, readonly (number | null)[]>>;
}

function readText(path: string): string {
  return readFileSync(new URL(path, DATA), 'utf8');
}

function readCandles(file: string): CandleColumns {
  const rows = JSON.parse(readText(`klines/${file}`)) as (string | number)[][];
  const column = (index: number) => Float64Array.from(rows, (row) => Number(row[index]));
  return Object.fromEntries(
    CANDLE_FIELDS.map((field, index) => [field, column(index)]),
  ) as unknown as CandleColumns;
}

function toColumn(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN);
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  convert: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, convert(value)]));
}

function renamed<Value>(
  record: Readonly<Record<string, Value>>,
  names: Readonly<Record<string, string>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const name = names[key];
      return name === undefined ? [] : [[name, value]];
    }),
  );
}
