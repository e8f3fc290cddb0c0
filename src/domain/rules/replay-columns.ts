/**
 * A rule that looks at one interval alone, replayed over the columns of its candles.
 *
 * A fast path: indicators are computed over the whole series, and nothing is made for a candle at which
 * the rule is silent, which is ten times as fast (`docs/performance.md`). What the rule then says is up to
 * the very same verdict as live; only where its values stand is different. The proof is
 * `replay-columns.test.ts`: the same signals as from the judge, for any rule and any candles.
 */
import type { CandleColumns } from '../candle.ts';
import { ColumnCandle } from '../indicators/column-candle.ts';
import { computeSeries } from '../indicators/index.ts';
import type { Interval } from '../interval.ts';
import type { TradingSignal } from '../signal.ts';
import { closeTimeOf } from './close-time.ts';
import { operandKey, sourceKey } from './operand.ts';
import type { CandleOperand, Operand } from './operand.ts';
import type { Moment, OperandSlots } from './operand-values.ts';
import type { Rule } from './rule.ts';
import { createVerdict } from './verdict.ts';

/**
 * What the rule, whose operands are all of this interval, says at the closes of these candles.
 *
 * @throws RangeError when the candles are not in order.
 */
export function replayColumns(
  rule: Rule,
  interval: Interval,
  columns: CandleColumns,
  symbol: string,
): TradingSignal[] {
  const values = createColumnValues(columns);
  const verdict = createVerdict({ rule, symbol, interval, values });
  const closeTime = closeTimeOf(interval);
  const candle = new ColumnCandle(columns, 0);
  const signals: TradingSignal[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < columns.openTime.length; index++) {
    const openTime = columns.openTime[index] ?? Number.NaN;
    if (!(openTime > last)) {
      throw new RangeError(`${symbol} ${interval}: a candle at ${openTime} cannot follow ${last}`);
    }
    last = openTime;
    values.moveTo(index);
    candle.moveTo(index);
    const said = verdict.close(candle, closeTime(openTime), values);
    if (said !== undefined) signals.push(said);
  }
  return signals;
}

interface ColumnValues extends Moment, OperandSlots {
  /** The next candle: a new moment. */
  moveTo(index: number): void;
}

/** A slot whose values stand in a column, so many candles back. */
interface Source {
  readonly slot: number;
  readonly column: Float64Array;
  readonly back: number;
}

function createColumnValues(columns: CandleColumns): ColumnValues {
  const now: number[] = [];
  const before: number[] = [];
  const slots = new Map<string, number>();
  const sources: Source[] = [];
  const computed = new Map<string, Readonly<Record<string, Float64Array>>>();

  const slotFor = (key: string, value: number, fill: (slot: number) => void): number => {
    const known = slots.get(key);
    if (known !== undefined) return known;
    const slot = now.push(value) - 1;
    before.push(value);
    slots.set(key, slot);
    fill(slot);
    return slot;
  };

  /** Operands are taken as parsed: an unknown indicator or output here is a broken invariant. */
  const columnOf = (operand: CandleOperand): Float64Array => {
    if ('price' in operand) return columns[operand.price];
    const key = sourceKey(operand);
    const outputs =
      computed.get(key) ?? computeSeries<string>(operand.indicator, operand.params, columns);
    computed.set(key, outputs);
    const column = outputs[operand.output];
    if (column === undefined) throw new Error(`${operand.indicator} has no ${operand.output}`);
    return column;
  };

  const slotBack = (operand: Operand, back: number): number => {
    if ('constant' in operand) {
      return slotFor(operandKey(operand), operand.constant, () => undefined);
    }
    return slotFor(`${operandKey(operand)} ${back} ago`, Number.NaN, (slot) =>
      sources.push({ slot, column: columnOf(operand), back }),
    );
  };

  return {
    now,
    before,
    slotOf: (operand) => slotBack(operand, 0),
    slotOfEarlier: slotBack,
    moveTo(index) {
      for (const { slot, column, back } of sources) {
        before[slot] = now[slot] ?? Number.NaN;
        now[slot] = index < back ? Number.NaN : (column[index - back] ?? Number.NaN);
      }
    },
  };
}
