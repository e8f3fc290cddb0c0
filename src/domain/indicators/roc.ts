import { defineIndicator, lengthParameter } from './definition.ts';
import { createRing, isFullAt, slotAfter } from './window.ts';

export interface RocState {
  readonly memory: RocMemory;
  /** Where the next close goes. */
  readonly slot: number;
  readonly isFull: boolean;
  readonly value: number;
}

/** What successive states share: a ring, see `window.ts`. */
interface RocMemory {
  readonly length: number;
  readonly closes: Float64Array;
}

function stepRoc({ memory, slot, isFull: wasFull }: RocState, close: number): RocState {
  const { length, closes } = memory;
  const next = slotAfter(length, slot);
  closes[slot] = close;
  const past = closes[next] ?? close;
  const value = wasFull ? (100 * (close - past)) / past : Number.NaN;
  return { memory, slot: next, isFull: isFullAt(length, slot, wasFull), value };
}

/**
 * Rate of change: by how many percent the close is above the one `length` candles before,
 * `100 × (close / past − 1)`.
 *
 * First at index `length`. In percent, as TA-Lib `ROC` and StockCharts; Tulip and trading-signals
 * give a fraction.
 */
export const roc = defineIndicator({
  name: 'roc',
  title: 'Rate of change',
  shortTitle: 'ROC',
  parameters: { length: lengthParameter('Length', 12) },
  outputs: ['value'],
  placement: 'pane',
  display: { levels: [0] },
  warmUp: ({ length }) => ({ value: length }),
  start: ({ length }): RocState => ({
    memory: { length, closes: createRing(length) },
    slot: 0,
    isFull: false,
    value: Number.NaN,
  }),
  step: (state: RocState, { close }) => stepRoc(state, close),
});
