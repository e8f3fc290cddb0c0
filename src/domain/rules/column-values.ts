import type { CandleColumns } from '../candle.ts';
import { computeSeries } from '../indicators/index.ts';
import { STRETCH } from '../stretches.ts';
import type { Stretch } from '../stretches.ts';
import { operandKey, sourceKey } from './operand.ts';
import type { CandleOperand, Operand } from './operand.ts';
import type { Moment, OperandSlots } from './operand-values.ts';

/** The values of an operand; of a constant those of one stretch, which are those of any other. */
interface Line {
  readonly values: Float64Array;
  readonly isConstant: boolean;
}

/**
 * The values of operands over the columns of one interval; each indicator is computed once. A class, for
 * the methods to be shared: what was compiled for one replay serves the next.
 */
export class ColumnValues implements Moment, OperandSlots {
  readonly now: number[] = [];
  readonly before: number[] = [];
  readonly #columns: CandleColumns;
  readonly #lines: Line[] = [];
  readonly #slots = new Map<string, number>();
  readonly #computed = new Map<string, Readonly<Record<string, Float64Array>>>();

  constructor(columns: CandleColumns) {
    this.#columns = columns;
  }

  slotOf(operand: Operand): number {
    return this.slotOfEarlier(operand, 0);
  }

  slotOfEarlier(operand: Operand, candles: number): number {
    const key = `${operandKey(operand)} ${candles} ago`;
    const slot = this.#slots.get(key) ?? this.#lines.push(this.#createLine(operand, candles)) - 1;
    this.#slots.set(key, slot);
    return slot;
  }

  /** Makes it the moment at which this candle has closed. */
  moveTo(at: number): void {
    for (let slot = 0; slot < this.#lines.length; slot++) {
      const line = this.#lineOf(slot);
      this.now[slot] = valueAt(line, at);
      this.before[slot] = valueAt(line, at - 1);
    }
  }

  /** At these candles. */
  valuesOf(slot: number, { from, to }: Stretch): Float64Array {
    const { values, isConstant } = this.#lineOf(slot);
    return isConstant ? values.subarray(0, to - from) : values.subarray(from, to);
  }

  /** At the candle before these; NaN where there is none. */
  valueBefore(slot: number, { from }: Stretch): number {
    return valueAt(this.#lineOf(slot), from - 1);
  }

  #lineOf(slot: number): Line {
    const line = this.#lines[slot];
    if (line === undefined) throw new Error(`no slot ${slot}`);
    return line;
  }

  #createLine(operand: Operand, back: number): Line {
    return 'constant' in operand
      ? { values: new Float64Array(STRETCH).fill(operand.constant), isConstant: true }
      : { values: movedBack(this.#columnOf(operand), back), isConstant: false };
  }

  /** Operands are taken as parsed: an unknown indicator or output here is a broken invariant. */
  #columnOf(operand: CandleOperand): Float64Array {
    if ('price' in operand) return this.#columns[operand.price];
    const key = sourceKey(operand);
    const outputs =
      this.#computed.get(key) ??
      computeSeries<string>(operand.indicator, operand.params, this.#columns);
    this.#computed.set(key, outputs);
    const column = outputs[operand.output];
    if (column === undefined) throw new Error(`${operand.indicator} has no ${operand.output}`);
    return column;
  }
}

function valueAt({ values, isConstant }: Line, at: number): number {
  if (isConstant) return values[0] ?? Number.NaN;
  return at < 0 ? Number.NaN : (values[at] ?? Number.NaN);
}

/** At each candle what the column says of the candle so many before. */
function movedBack(column: Float64Array, candles: number): Float64Array {
  if (candles === 0) return column;
  return column.slice().copyWithin(candles, 0).fill(Number.NaN, 0, candles);
}
