import type { Candle } from '../candle.ts';
import { outputOf } from '../indicators/definition.ts';
import type { Indicator } from '../indicators/definition.ts';
import { findIndicator } from '../indicators/index.ts';
import { operandKey, sourceKey } from './operand.ts';
import type { CandleOperand, IndicatorOperand, PriceField } from './operand.ts';

/**
 * The values of operands after the last candle of one interval. Each operand has an index, shared by
 * all who ask for it; each indicator with its parameters is stepped once per candle.
 */
export interface OperandFeed {
  /** By index, NaN where not defined yet. */
  readonly values: readonly number[];
  indexOf(operand: CandleOperand): number;
  /** Of the value that the operand had `candles` candles earlier. */
  indexOfEarlier(operand: CandleOperand, candles: number): number;
  push(candle: Candle): void;
  /** The values if this candle came next, good until the next preview. Nothing is changed by it. */
  preview(candle: Candle): readonly number[];
}

interface IndicatorSource {
  readonly indicator: Indicator;
  readonly outputs: { readonly output: string; readonly index: number }[];
  state: object;
}

/** The last values of an index, the oldest at `position`. */
interface Delay {
  readonly from: number;
  readonly index: number;
  readonly ring: Float64Array;
  position: number;
}

/** Operands are taken as parsed: an unknown indicator or output here is a broken invariant. */
export function createOperandFeed(): OperandFeed {
  const values: number[] = [];
  const previewed: number[] = [];
  const indexes = new Map<string, number>();
  const prices: { readonly field: PriceField; readonly index: number }[] = [];
  const sources = new Map<string, IndicatorSource>();
  const delays: Delay[] = [];
  let stepped: readonly IndicatorSource[] = [];

  function indexFor(key: string, fill: (index: number) => void): number {
    const known = indexes.get(key);
    if (known !== undefined) return known;
    const index = values.push(Number.NaN) - 1;
    previewed.push(Number.NaN);
    indexes.set(key, index);
    fill(index);
    return index;
  }

  function sourceOf(operand: IndicatorOperand): IndicatorSource {
    const key = sourceKey(operand);
    const known = sources.get(key);
    if (known !== undefined) return known;
    const indicator = findIndicator(operand.indicator);
    if (indicator === undefined) throw new Error(`unknown indicator ${operand.indicator}`);
    const source = { indicator, outputs: [], state: indicator.start(operand.params) };
    sources.set(key, source);
    stepped = [...sources.values()];
    return source;
  }

  const indexOf = (operand: CandleOperand): number =>
    indexFor(operandKey(operand), (index) => {
      if ('price' in operand) prices.push({ field: operand.price, index });
      else sourceOf(operand).outputs.push({ output: operand.output, index });
    });

  return {
    values,
    indexOf,
    indexOfEarlier(operand, candles) {
      const from = indexOf(operand);
      return indexFor(`${operandKey(operand)} ${candles} ago`, (index) => {
        const ring = new Float64Array(candles).fill(Number.NaN);
        delays.push({ from, index, ring, position: 0 });
      });
    },
    push(candle) {
      for (const { field, index } of prices) values[index] = candle[field];
      for (const source of stepped) {
        source.state = source.indicator.step(source.state, candle);
        for (const { output, index } of source.outputs) {
          values[index] = outputOf(source.state, output);
        }
      }
      for (const delay of delays) {
        const { ring, position } = delay;
        values[delay.index] = ring[position] ?? Number.NaN;
        ring[position] = values[delay.from] ?? Number.NaN;
        delay.position = position + 1 === ring.length ? 0 : position + 1;
      }
    },
    preview(candle) {
      for (const { field, index } of prices) previewed[index] = candle[field];
      for (const { indicator, state, outputs } of stepped) {
        const stepped = indicator.step(state, candle);
        for (const { output, index } of outputs) previewed[index] = outputOf(stepped, output);
      }
      for (const { ring, position, index } of delays) {
        previewed[index] = ring[position] ?? Number.NaN;
      }
      return previewed;
    },
  };
}
