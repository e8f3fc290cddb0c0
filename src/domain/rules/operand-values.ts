import type { Candle } from '../candle.ts';
import { outputOf } from '../indicators/definition.ts';
import type { Indicator } from '../indicators/definition.ts';
import { findIndicator } from '../indicators/index.ts';
import type { IndicatorOperand, Operand, PriceField } from './rule.ts';

/**
 * The values of all operands that the rules of one symbol and interval speak of, at the last
 * closed candle and at the one before. Each operand has a slot, shared by every rule that names
 * it; each indicator with its parameters is stepped once per candle however many rules use it.
 */
export interface OperandValues {
  /** By slot, NaN where not defined yet. */
  readonly now: readonly number[];
  readonly before: readonly number[];
  slotOf(operand: Operand): number;
  /** Slot of the value that the operand had `candles` candles earlier. */
  slotOfEarlier(operand: Operand, candles: number): number;
  push(candle: Candle): void;
}

interface IndicatorSource {
  readonly indicator: Indicator;
  readonly outputs: { readonly output: string; readonly slot: number }[];
  state: object;
}

interface Delay {
  readonly from: number;
  readonly slot: number;
  readonly ring: Float64Array;
  position: number;
}

/** Operands are taken as parsed: an unknown indicator or output here is a broken invariant. */
export function createOperandValues(): OperandValues {
  const now: number[] = [];
  const before: number[] = [];
  const slots = new Map<string, number>();
  const prices: { readonly field: PriceField; readonly slot: number }[] = [];
  const sources = new Map<string, IndicatorSource>();
  const delays: Delay[] = [];
  let stepped: readonly IndicatorSource[] = [];

  function slotFor(key: string, value: number, fill: (slot: number) => void): number {
    const known = slots.get(key);
    if (known !== undefined) return known;
    const slot = now.push(value) - 1;
    before.push(value);
    slots.set(key, slot);
    fill(slot);
    return slot;
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

  function slotOf(operand: Operand): number {
    const key = operandKey(operand);
    if ('constant' in operand) return slotFor(key, operand.constant, () => undefined);
    if ('price' in operand) {
      return slotFor(key, Number.NaN, (slot) => prices.push({ field: operand.price, slot }));
    }
    return slotFor(key, Number.NaN, (slot) => {
      sourceOf(operand).outputs.push({ output: operand.output, slot });
    });
  }

  return {
    now,
    before,
    slotOf,
    slotOfEarlier(operand, candles) {
      const from = slotOf(operand);
      return slotFor(`${operandKey(operand)} ${candles} ago`, Number.NaN, (slot) => {
        const ring = new Float64Array(candles).fill(Number.NaN);
        delays.push({ from, slot, ring, position: 0 });
      });
    },
    push(candle) {
      for (let slot = 0; slot < now.length; slot += 1) before[slot] = now[slot] ?? Number.NaN;
      for (const { field, slot } of prices) now[slot] = candle[field];
      for (const source of stepped) {
        source.state = source.indicator.step(source.state, candle);
        for (const { output, slot } of source.outputs) now[slot] = outputOf(source.state, output);
      }
      for (const delay of delays) {
        const { ring, position } = delay;
        now[delay.slot] = ring[position] ?? Number.NaN;
        ring[position] = now[delay.from] ?? Number.NaN;
        delay.position = position + 1 === ring.length ? 0 : position + 1;
      }
    },
  };
}

function operandKey(operand: Operand): string {
  if ('constant' in operand) return `constant ${operand.constant}`;
  if ('price' in operand) return operand.price;
  return `${sourceKey(operand)} ${operand.output}`;
}

function sourceKey({ indicator, params }: IndicatorOperand): string {
  const names = Object.keys(params).toSorted();
  return `${indicator} ${names.map((name) => `${name}=${params[name]}`).join(' ')}`;
}
