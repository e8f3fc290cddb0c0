import { defineIndicator, lengthParameter } from './definition.ts';
import { typicalPrice } from './typical-price.ts';
import { createRing, isFullAt, slotAfter } from './window.ts';

export interface CciState {
  readonly memory: CciMemory;
  /** Where the next price goes. */
  readonly slot: number;
  readonly isFull: boolean;
  readonly value: number;
}

/** What successive states share: a ring, see `window.ts`. */
interface CciMemory {
  readonly length: number;
  readonly prices: Float64Array;
}

/** Lambert's constant: it puts some three quarters of all values between −100 and 100. */
const SCALE = 0.015;

function stepCci({ memory, slot, isFull: wasFull }: CciState, price: number): CciState {
  const { length, prices } = memory;
  prices[slot] = price;
  const next = slotAfter(length, slot);
  const isFull = isFullAt(length, slot, wasFull);
  return { memory, slot: next, isFull, value: isFull ? valueOf(memory, next, price) : Number.NaN };
}

/**
 * Over all slots but the spare one. In distances from the newest price, so that a price that
 * stands still has exactly no deviation.
 */
function valueOf({ length, prices }: CciMemory, spare: number, price: number): number {
  let sum = 0;
  for (let at = 0; at <= length; at += 1) if (at !== spare) sum += (prices[at] ?? price) - price;
  const mean = sum / length;
  let deviations = 0;
  for (let at = 0; at <= length; at += 1) {
    if (at !== spare) deviations += Math.abs((prices[at] ?? price) - price - mean);
  }
  return deviations > 0 ? (-mean * length) / (SCALE * deviations) : 0;
}

/**
 * Commodity channel index, Donald Lambert, "Commodities" magazine (October 1980):
 * `(typical price − its mean) / (0.015 × mean absolute deviation)` over the last `length` candles,
 * the typical price being `(high + low + close) / 3`.
 *
 * First at index `length - 1`. All engines agree (TA-Lib `CCI`). The mean deviation is about the
 * newest mean and has to be taken anew at each candle: the time of a step grows with `length`.
 * Where nothing has moved, it is 0, as in TA-Lib.
 */
export const cci = defineIndicator({
  name: 'cci',
  title: 'Commodity channel index',
  shortTitle: 'CCI',
  parameters: { length: lengthParameter('Length', 20) },
  outputs: ['value'],
  placement: 'pane',
  display: { levels: [-100, 100] },
  warmUp: ({ length }) => ({ value: length - 1 }),
  start: ({ length }): CciState => ({
    memory: { length, prices: createRing(length) },
    slot: 0,
    isFull: false,
    value: Number.NaN,
  }),
  step: (state: CciState, candle) => stepCci(state, typicalPrice(candle)),
});
