import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candlesClosingAt, tradedCandles, wanderingCandles } from '../../testing/candles.ts';
import { columnsOf } from '../candle.ts';
import type { Candle } from '../candle.ts';
import { STRETCH } from '../stretches.ts';
import { computeSeries, findIndicator, foldSeries } from './index.ts';
import { WHOLE_SERIES } from './whole-series.ts';

const price = fc.oneof(
  fc.double({ min: 1e-8, max: 1e-6, noNaN: true }),
  fc.double({ min: 0.5, max: 2, noNaN: true }),
  fc.double({ min: 20_000, max: 90_000, noNaN: true }),
  fc.constantFrom(1e-8, 1, 1e5),
);
const anyCandles = fc
  .array(fc.tuple(price, price, price, price), { maxLength: 150 })
  .map((rows): Candle[] =>
    rows.map(([open, close, one, other], index) => ({
      openTime: index * 3_600_000,
      open,
      high: Math.max(open, close, one, other),
      low: Math.min(open, close, one, other),
      close,
      volume: 1,
    })),
  );

const MARKETS: Readonly<Record<string, readonly Candle[]>> = {
  'a wandering market': wanderingCandles({ count: 3000 }),
  'a long market': tradedCandles({ count: 2 * STRETCH + 500, seed: 2 }),
  'a market with shadows': tradedCandles({ count: 3000, seed: 3 }),
  'a long silence': candlesClosingAt(
    Array.from({ length: 2 * STRETCH + 9 }, (_, index) => (index < 40 ? 100 + (index % 7) : 103)),
  ),
  'equal prices': candlesClosingAt(Array.from({ length: 300 }, () => 0.1)),
  'a steady trend': candlesClosingAt(Array.from({ length: 3000 }, (_, index) => 1000 + index)),
  'jumps up and down': candlesClosingAt(
    Array.from({ length: 600 }, (_, index) => (index % 97 === 50 ? 1e5 : 1e-8 * (1 + (index % 7)))),
  ),
  'no candle': [],
};

for (const name of WHOLE_SERIES.keys()) {
  const indicator = findIndicator(name);
  if (indicator === undefined) throw new Error(`no indicator ${name}`);
  const params = fc.record(
    Object.fromEntries(
      Object.entries(indicator.parameters).map(([key, { min, isInteger }]) => [
        key,
        isInteger ? fc.integer({ min, max: 40 }) : fc.double({ min, max: 10, noNaN: true }),
      ]),
    ),
  );
  const standard = Object.fromEntries(
    Object.entries(indicator.parameters).map(([key, parameter]) => [key, parameter.default]),
  );
  const both = (candles: readonly Candle[], given: Readonly<Record<string, number>>) => {
    const columns = columnsOf(candles);
    return [computeSeries(name, given, columns), foldSeries(indicator, given, columns)] as const;
  };
  describe(`${name} over a whole series`, () => {
    for (const [market, candles] of Object.entries(MARKETS)) {
      it(`is to the last bit what the fold says of ${market}`, () => {
        const [whole, folded] = both(candles, standard);
        expect(whole).toEqual(folded);
      });
    }

    it('is so for any candles and parameters', () => {
      fc.assert(
        fc.property(anyCandles, params, (candles, given) => {
          const [whole, folded] = both(candles, given);
          expect(whole).toEqual(folded);
        }),
        { numRuns: 200 },
      );
    });
  });
}
