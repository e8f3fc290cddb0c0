import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BATCH_INDICATORS } from '../../testing/batch-indicators.ts';
import { candlesClosingAt, tradedCandles, wanderingCandles } from '../../testing/candles.ts';
import type { Candle } from '../candle.ts';
import { columnsOf } from '../candle.ts';
import { outputOf } from './definition.ts';
import type { Indicator } from './definition.ts';
import { computeSeries, findIndicator, INDICATOR_NAMES } from './index.ts';

type Params = Readonly<Record<string, number>>;

/** The defaults, the shortest look-backs, and some in between. */
function paramSets({ parameters }: Indicator): Params[] {
  const entries = Object.entries(parameters);
  const pick = (value: (index: number, min: number, max: number, standard: number) => number) =>
    Object.fromEntries(
      entries.map(([name, { min, max, default: standard }], index) => [
        name,
        Math.min(max, Math.max(min, value(index, min, max, standard))),
      ]),
    );
  if (entries.length === 0) return [{}];
  return [
    pick((_index, _min, _max, standard) => standard),
    pick((_index, min) => min),
    pick((index) => 3 + 2 * index),
  ];
}

function fold(indicator: Indicator, params: Params, candles: readonly Candle[]): object[] {
  let state = indicator.start(params);
  return candles.map((candle) => (state = indicator.step(state, candle)));
}

/** Numbers that a state keeps alive. */
function sizeOf(value: unknown, seen = new Set<object>()): number {
  if (typeof value !== 'object' || value === null) return 1;
  if (seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) return value.byteLength / 8;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part, seen), 0);
}

const price = fc.oneof(
  fc.double({ min: 1e-8, max: 1e-6, noNaN: true }),
  fc.double({ min: 0.5, max: 2, noNaN: true }),
  fc.double({ min: 20_000, max: 90_000, noNaN: true }),
  fc.constantFrom(1e-8, 1, 1e5),
);

const quote = fc
  .tuple(price, price, price, price, fc.constantFrom(0, 1, 1e6))
  .map(([open, close, one, other, volume]) => {
    const high = Math.max(open, close, one, other);
    const low = Math.min(open, close, one, other);
    return { open, high, low, close, volume };
  });

const STRANGE_MARKETS: Readonly<Record<string, Candle[]>> = {
  'equal prices': candlesClosingAt(Array.from({ length: 200 }, () => 0.1)),
  'prices like 0.00000001': wanderingCandles({ count: 200, start: 1e-8, move: 0.2 }),
  'no volume': wanderingCandles({ count: 200 }).map((candle) => ({ ...candle, volume: 0 })),
  'jumps up and down': candlesClosingAt(
    Array.from({ length: 300 }, (_, index) => (index % 97 === 50 ? 1e5 : 1e-8 * (1 + (index % 7)))),
  ),
  'a steady trend': candlesClosingAt(Array.from({ length: 3000 }, (_, index) => 1000 + index)),
};

interface Contract {
  readonly name: string;
  readonly indicator: Indicator;
}

const contracts = INDICATOR_NAMES.flatMap((name): Contract[] => {
  const indicator = findIndicator(name);
  return indicator === undefined ? [] : [{ name, indicator }];
});

/** In their own pane, but in units of the price. */
const OF_PRICE = new Set(['macd', 'atr', 'squeeze']);
/** From 0 to 100, or about 0 with some 100 for much: as exact as their scale. */
const OF_HUNDRED = new Set(['stochastic', 'stochRsi', 'williamsR', 'adx', 'cci', 'mfi']);
/** How many candles go into a value, where that is not the longest look-back. */
const MEMORY: Readonly<Record<string, number>> = { macd: 200, keltner: 200, pivots: 48, vwap: 24 };

/** Sums and differences are as exact as the prices that went into them. */
function measureAt(
  { name, indicator }: Contract,
  params: Params,
  candles: readonly Candle[],
  index: number,
): number {
  if (OF_HUNDRED.has(name)) return 100;
  if (indicator.placement !== 'price' && !OF_PRICE.has(name)) return 0;
  const memory = MEMORY[name] ?? 2 * Math.max(...Object.values(params));
  const window = candles.slice(Math.max(0, index + 1 - memory), index + 1);
  return Math.max(...window.map(({ high }) => high));
}

/** Where the fold and the batch computation differ; undefined but exactly before warm-up. */
function differences(contract: Contract, params: Params, candles: readonly Candle[]): string[] {
  const { name, indicator } = contract;
  const batch = BATCH_INDICATORS[name]?.(candles, params) ?? {};
  const first = indicator.warmUp(params);
  const states = fold(indicator, params, candles);
  return indicator.outputs.flatMap((output) =>
    states.flatMap((state, index) => {
      const value = outputOf(state, output);
      if (index < (first[output] ?? 0)) {
        return Number.isNaN(value) ? [] : [`${output}[${index}] is ${value} before warm-up`];
      }
      const wanted = batch[output]?.[index] ?? Number.NaN;
      if (indicator.waitsForDay && Number.isNaN(wanted) && Number.isNaN(value)) return [];
      const scale = measureAt(contract, params, candles, index);
      // A ratio of what rounding left of an RSI that hardly moved is as inexact as that is small.
      const moved = batch['moved']?.[index] ?? 1;
      const measure = Math.max(scale, Math.abs(wanted)) * Math.max(1, 1e-4 / moved);
      const isEqual = Math.abs(value - wanted) <= 1e-9 * measure;
      return isEqual ? [] : [`${output}[${index}] is ${value}, by definition ${wanted}`];
    }),
  );
}

it('every indicator can be held against its definition', () => {
  expect(Object.keys(BATCH_INDICATORS).toSorted()).toEqual(INDICATOR_NAMES.toSorted());
  expect(contracts).toHaveLength(INDICATOR_NAMES.length);
});

for (const contract of contracts) {
  const { name, indicator } = contract;

  describe(`the indicator ${name}`, () => {
    it('is registered under its own name, with defaults within their bounds', () => {
      expect(indicator.name).toBe(name);
      for (const { default: standard, min, max } of Object.values(indicator.parameters)) {
        expect(standard).toBeGreaterThanOrEqual(min);
        expect(standard).toBeLessThanOrEqual(max);
      }
    });

    for (const params of paramSets(indicator)) {
      const label = JSON.stringify(params);

      it(`equals the definition, from exactly the stated index on, with ${label}`, () => {
        expect(differences(contract, params, wanderingCandles({ count: 300 }))).toEqual([]);
        expect(differences(contract, params, tradedCandles({ count: 300, seed: 2 }))).toEqual([]);
      });

      for (const [market, candles] of Object.entries(STRANGE_MARKETS)) {
        it(`survives ${market} with ${label}`, () => {
          expect(differences(contract, params, candles)).toEqual([]);
        });
      }

      it(`is not disturbed by previews of the open candle, with ${label}`, () => {
        const bar = fc.record({ closed: quote, previews: fc.array(quote, { maxLength: 3 }) });
        fc.assert(
          fc.property(fc.array(bar, { minLength: 1, maxLength: 80 }), (bars) => {
            const candles = bars.map(({ closed }, hour) => ({
              ...closed,
              openTime: hour * 3_600_000,
            }));
            const undisturbed = fold(indicator, params, candles);
            let state = indicator.start(params);
            const committed = candles.map((candle, index) => {
              for (const open of bars[index]?.previews ?? []) {
                indicator.step(state, { ...open, openTime: candle.openTime });
              }
              state = indicator.step(state, candle);
              return state;
            });
            const outputsOf = (states: object[]) =>
              states.map((each) => indicator.outputs.map((output) => outputOf(each, output)));
            expect(outputsOf(committed)).toEqual(outputsOf(undisturbed));
          }),
          { numRuns: 40 },
        );
      });

      it(`previews the very value that the close will have, with ${label}`, () => {
        let state = indicator.start(params);
        for (const candle of tradedCandles({ count: 80 })) {
          const preview = indicator.step(state, candle);
          const shown = indicator.outputs.map((output) => outputOf(preview, output));
          state = indicator.step(state, candle);
          expect(indicator.outputs.map((output) => outputOf(state, output))).toEqual(shown);
        }
      });

      it(`needs no more memory after many candles than after few, with ${label}`, () => {
        const states = fold(indicator, params, tradedCandles({ count: 2000 }));
        expect(sizeOf(states.at(-1))).toBe(sizeOf(states[200]));
      });

      it(`gives signs that are 1, −1 or 0, with ${label}`, () => {
        const series = computeSeries(name, params, columnsOf(tradedCandles({ count: 300 })));
        for (const output of indicator.signs ?? []) {
          const values = [...(series[output] ?? [])].filter((value) => !Number.isNaN(value));
          expect([1, -1, 0]).toEqual(expect.arrayContaining([...new Set(values)]));
        }
      });

      it(`gives a past value that later candles do not change, with ${label}`, () => {
        const candles = columnsOf(tradedCandles({ count: 150 }));
        const part = columnsOf(tradedCandles({ count: 150 }).slice(0, 100));
        const whole = computeSeries(name, params, candles);
        const prefix = computeSeries(name, params, part);
        for (const output of indicator.outputs) {
          expect(whole[output]?.slice(0, 100)).toEqual(prefix[output]);
        }
      });
    }
  });
}
