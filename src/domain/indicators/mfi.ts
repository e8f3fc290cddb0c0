import type { Candle } from '../candle.ts';
import { defineIndicator, lengthParameter } from './definition.ts';
import { createRollingSum, reset, roll } from './rolling-sum.ts';
import type { RollingSum } from './rolling-sum.ts';
import { typicalPrice } from './typical-price.ts';
import { createRing, isFullAt, slotAfter, slotBefore } from './window.ts';

export interface MfiState {
  readonly memory: MfiMemory;
  /** Where the next flow goes. */
  readonly slot: number;
  readonly isFull: boolean;
  /** Flows in the window that came in, and that went out. */
  readonly inflows: number;
  readonly outflows: number;
  /** Typical price of the candle before; NaN before the first. */
  readonly price: number;
  readonly value: number;
}

/** What successive states share: rings, see `window.ts`. */
interface MfiMemory {
  readonly length: number;
  /** Positive where the typical price rose, negative where it fell. */
  readonly flows: Float64Array;
  readonly into: RollingSum;
  readonly out: RollingSum;
}

/** Neither oversold nor overbought. */
const NEUTRAL = 50;

/** Two typical prices closer than this share of them are equal but for the rounding of their sum. */
const ROUNDING = 1e-13;

function stepMfi(state: MfiState, candle: Candle): MfiState {
  const { memory, slot, isFull: wasFull } = state;
  const { length, flows, into, out } = memory;
  const price = typicalPrice(candle);
  if (Number.isNaN(state.price)) return { ...state, price };

  const change = price - state.price;
  const hasMoved = Math.abs(change) > ROUNDING * price;
  const flow = hasMoved ? Math.sign(change) * price * candle.volume : 0;
  const before = slotBefore(length, slot);
  const next = slotAfter(length, slot);
  const leaving = wasFull ? (flows[next] ?? 0) : 0;
  flows[slot] = flow;

  const inflows = state.inflows + Number(flow > 0) - Number(leaving > 0);
  const outflows = state.outflows + Number(flow < 0) - Number(leaving < 0);
  const inflow = roll(into, before, slot, Math.max(0, flow), Math.max(0, leaving));
  const outflow = roll(out, before, slot, Math.max(0, -flow), Math.max(0, -leaving));
  // Nothing is exactly nothing, without a rest of what has left.
  if (inflows === 0) reset(into, slot, 0);
  if (outflows === 0) reset(out, slot, 0);

  const isFull = isFullAt(length, slot, wasFull);
  const value = isFull ? share(inflows > 0 ? inflow : 0, outflows > 0 ? outflow : 0) : Number.NaN;
  return { memory, slot: next, isFull, inflows, outflows, price, value };
}

function share(inflow: number, outflow: number): number {
  const all = inflow + outflow;
  return all > 0 ? (100 * inflow) / all : NEUTRAL;
}

/**
 * Money flow index, Gene Quong and Avrum Soudack, "Technical Analysis of Stocks & Commodities"
 * (March 1989): `100 × inflow / (inflow + outflow)` over the last `length` candles. A candle's flow
 * is its typical price times its volume, counted as inflow when the typical price has risen, as
 * outflow when it has fallen, not at all when it stayed.
 *
 * First at index `length`, as TA-Lib `MFI` and Stock.Indicators. Typical prices that differ by
 * rounding alone are equal here (TA-Lib counts a move); where no money has flowed it is 50, not
 * TA-Lib's 0, so that silence is not oversold.
 */
export const mfi = defineIndicator({
  name: 'mfi',
  title: 'Money flow index',
  shortTitle: 'MFI',
  parameters: { length: lengthParameter('Length', 14) },
  outputs: ['value'],
  placement: 'pane',
  display: { levels: [20, 80], bounds: [0, 100] },
  warmUp: ({ length }) => ({ value: length }),
  start: ({ length }): MfiState => ({
    memory: {
      length,
      flows: createRing(length),
      into: createRollingSum(length),
      out: createRollingSum(length),
    },
    slot: 0,
    isFull: false,
    inflows: 0,
    outflows: 0,
    price: Number.NaN,
    value: Number.NaN,
  }),
  step: stepMfi,
});
