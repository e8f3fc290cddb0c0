import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BATCH_INDICATORS } from '../../testing/batch-indicators.ts';
import { candlesClosingAt, wanderingCandles } from '../../testing/candles.ts';
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

const STRANGE_MARKETS: Readonly<Record<string, Candle[]>> = {
  'equal prices': candlesClosingAt(Array.from({ length: 200 }, () => 0.1)),
  'prices like 0.00000001': wanderingCandles({ count: 200, start: 1e-8, move: 0.2 }),
  'no volume': wanderingCandles({ count: 200 }).map((candle) => ({ ...candle, volume: 0 })),
  'jumps up and down': candlesClosingAt(
    Array.from({ length: 300 }, (_, index) => (index % 97 === 50 ? 1e5 : 1e-8 * (1 + (index % 7)))),
  ),
  'a steady trend': candlesClosingAt(Array.from({ length: 3000 }, (_, index) => 1000 + index)),
};

for (const name of INDICATOR_NAMES) {
  const indicator = findIndicator(name);
  const batch = BATCH_INDICATORS[name];
  if (indicator === undefined || batch === undefined) {
    it(`${name} can be held against a batch computation`, () => {
      expect(batch).toBeDefined();
    });
    continue;
  }

  const expectEqualsBatch = (candles: readonly Candle[], params: Params) => {
    const expected = batch(candles, params);
    const states = fold(indicator, params, candles);
    const first = indicator.warmUp(params);
    for (const output of indicator.outputs) {
      for (const [index, state] of states.entries()) {
        const value = outputOf(state, output);
        const wanted = expected[output]?.[index] ?? Number.NaN;
        const isDefined = index >= (first[output] ?? 0);
        if (Number.isFinite(value) !== isDefined) expect.fail(`${output}[${index}] is ${value}`);
        if (!isDefined) continue;
        // Near zero the price of the window is the measure, as it is what was added up.
        const window = candles.slice(Math.max(0, index - 200), index + 1);
        const scale = indicator.placement === 'price' || name === 'macd' ? window : [];
        const highest = Math.max(...scale.map((candle) => candle.close), Math.abs(wanted));
        if (Math.abs(value - wanted) > 1e-9 * highest) {
          expect.fail(`${output}[${index}] is ${value}, by definition ${wanted}`);
        }
      }
    }
  };

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
        expectEqualsBatch(wanderingCandles({ count: 300 }), params);
      });

      for (const [market, candles] of Object.entries(STRANGE_MARKETS)) {
        it(`survives ${market} with ${label}`, () => {
          expectEqualsBatch(candles, params);
        });
      }

      it(`is not disturbed by previews of the open candle, with ${label}`, () => {
        const bar = fc.record({ close: price, previews: fc.array(price, { maxLength: 3 }) });
        fc.assert(
          fc.property(fc.array(bar, { minLength: 1, maxLength: 80 }), (bars) => {
            const candles = candlesClosingAt(bars.map(({ close }) => close));
            const expected = fold(indicator, params, candles);
            let state = indicator.start(params);
            for (const [index, { previews }] of bars.entries()) {
              for (const open of candlesClosingAt(previews)) indicator.step(state, open);
              state = indicator.step(state, candles[index] ?? expect.fail());
              const outputs = indicator.outputs.map((output) => outputOf(state, output));
              const undisturbed = expected[index] ?? expect.fail();
              expect(outputs).toEqual(
                indicator.outputs.map((output) => outputOf(undisturbed, output)),
              );
            }
          }),
          { numRuns: 40 },
        );
      });

      it(`previews the very value that the close will have, with ${label}`, () => {
        let state = indicator.start(params);
        for (const candle of wanderingCandles({ count: 80 })) {
          const preview = indicator.step(state, candle);
          const shown = indicator.outputs.map((output) => outputOf(preview, output));
          state = indicator.step(state, candle);
          expect(indicator.outputs.map((output) => outputOf(state, output))).toEqual(shown);
        }
      });

      it(`needs no more memory after many candles than after few, with ${label}`, () => {
        const states = fold(indicator, params, wanderingCandles({ count: 2000 }));
        expect(sizeOf(states.at(-1))).toBe(sizeOf(states[150]));
      });

      it(`gives a past value that later candles do not change, with ${label}`, () => {
        const candles = columnsOf(wanderingCandles({ count: 150 }));
        const part = columnsOf(wanderingCandles({ count: 150 }).slice(0, 100));
        const whole = computeSeries(name, params, candles);
        const prefix = computeSeries(name, params, part);
        for (const output of indicator.outputs) {
          expect(whole[output]?.slice(0, 100)).toEqual(prefix[output]);
        }
      });
    }
  });
}
