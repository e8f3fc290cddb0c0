import type { Candle } from '../candle.ts';
import { defineIndicator } from './definition.ts';
import { highestOf, lowestOf, startRange, stepRange } from './range.ts';
import type { RangeState } from './range.ts';
import { createRing } from './window.ts';

export interface VolumeProfileState {
  readonly memory: VolumeProfileMemory;
  readonly range: RangeState;
  readonly pointOfControl: number;
  readonly valueAreaHigh: number;
  readonly valueAreaLow: number;
}

/** What successive states share: a ring, see `window.ts`, and the rows, filled anew at each step. */
interface VolumeProfileMemory {
  readonly volumes: Float64Array;
  readonly rows: Float64Array;
  /** Share of the volume that makes the value area. */
  readonly share: number;
}

/** Rows whose volumes differ by less than this share are equal but for rounding. */
const ROUNDING = 1e-9;

function stepVolumeProfile(state: VolumeProfileState, candle: Candle): VolumeProfileState {
  const { memory } = state;
  memory.volumes[state.range.slot] = candle.volume;
  const range = stepRange(state.range, candle.high, candle.low);
  if (!range.isFull) return { ...state, range };
  const floor = lowestOf(range);
  const height = (highestOf(range) - floor) / memory.rows.length;
  if (!(height > 0)) {
    const price = candle.close;
    return { memory, range, pointOfControl: price, valueAreaHigh: price, valueAreaLow: price };
  }
  const total = fillRows(memory, range, floor, height);
  const control = fullestRow(memory.rows);
  const { top, bottom } = valueArea(memory, control, total);
  return {
    memory,
    range,
    pointOfControl: floor + (control + 0.5) * height,
    valueAreaHigh: floor + (top + 1) * height,
    valueAreaLow: floor + bottom * height,
  };
}

/** Spreads each candle's volume evenly over the rows from its low to its high; returns the sum. */
function fillRows(
  { volumes, rows }: VolumeProfileMemory,
  range: RangeState,
  floor: number,
  height: number,
) {
  const { length, highs, lows } = range.memory;
  const lastRow = rows.length - 1;
  let total = 0;
  for (let at = 0; at <= length; at += 1) if (at !== range.slot) total += volumes[at] ?? 0;
  const isTraded = total > 0;

  rows.fill(0);
  for (let at = 0; at <= length; at += 1) {
    const volume = isTraded ? (volumes[at] ?? 0) : 1;
    if (at === range.slot || volume === 0) continue;
    const bottom = ((lows[at] ?? floor) - floor) / height;
    const top = ((highs[at] ?? floor) - floor) / height;
    const first = Math.min(lastRow, Math.floor(bottom));
    const last = Math.min(lastRow, Math.floor(top));
    if (first === last) {
      rows[first] = (rows[first] ?? 0) + volume;
      continue;
    }
    const perRow = volume / (top - bottom);
    rows[first] = (rows[first] ?? 0) + perRow * (first + 1 - bottom);
    for (let row = first + 1; row < last; row += 1) rows[row] = (rows[row] ?? 0) + perRow;
    rows[last] = (rows[last] ?? 0) + perRow * (top - last);
  }
  return isTraded ? total : length;
}

/** The row with the largest volume; of equal ones that nearest to the middle, the lower one first. */
function fullestRow(rows: Float64Array): number {
  let largest = 0;
  for (const volume of rows) if (volume > largest) largest = volume;
  const middle = (rows.length - 1) / 2;
  let found = -1;
  for (let row = 0; row < rows.length; row += 1) {
    const isLargest = (rows[row] ?? 0) >= largest * (1 - ROUNDING);
    const isNearer = found < 0 || Math.abs(row - middle) < Math.abs(found - middle);
    if (isLargest && isNearer) found = row;
  }
  return found;
}

/** Grows from the fullest row, two rows at a time, on the side where these two hold more. */
function valueArea({ rows, share }: VolumeProfileMemory, control: number, total: number) {
  const wanted = share * total * (1 - ROUNDING);
  let bottom = control;
  let top = control;
  let held = rows[control] ?? 0;
  while (held < wanted && (bottom > 0 || top < rows.length - 1)) {
    const above = (rows[top + 1] ?? 0) + (rows[top + 2] ?? 0);
    const below = (rows[bottom - 1] ?? 0) + (rows[bottom - 2] ?? 0);
    const goesUp = bottom === 0 || (top < rows.length - 1 && above >= below * (1 - ROUNDING));
    held += goesUp ? above : below;
    if (goesUp) top = Math.min(rows.length - 1, top + 2);
    else bottom = Math.max(0, bottom - 2);
  }
  return { top, bottom };
}

/**
 * Volume profile after J. Peter Steidlmayer's Market Profile (Chicago Board of Trade, 1985): the
 * price range of the last `length` candles in equal `rows`. `pointOfControl` is the middle of the
 * row with the largest volume; `valueAreaHigh` and `valueAreaLow` bound the rows around it that hold
 * `valueArea` percent of all volume.
 *
 * A candle's volume counts evenly from its low to its high: candles do not tell more. The value
 * area grows by the Board of Trade's rule, two rows above against two rows below, upwards when they
 * are equal; of equal rows the one nearest to the middle controls. Without any volume every candle
 * counts alike, as in Steidlmayer's own charts of time. The profile is made anew at each candle:
 * the time of a step grows with `length`. First at index `length - 1`.
 */
export const volumeProfile = defineIndicator({
  name: 'volumeProfile',
  title: 'Volume profile',
  shortTitle: 'Volume profile',
  parameters: {
    length: { title: 'Length', default: 100, min: 1, max: 500, isInteger: true },
    rows: { title: 'Rows', default: 24, min: 1, max: 100, isInteger: true },
    valueArea: { title: 'Value area, %', default: 70, min: 1, max: 100, isInteger: false },
  },
  outputs: ['pointOfControl', 'valueAreaHigh', 'valueAreaLow'],
  placement: 'price',
  display: { band: ['valueAreaHigh', 'valueAreaLow'] },
  warmUp: ({ length }) => ({
    pointOfControl: length - 1,
    valueAreaHigh: length - 1,
    valueAreaLow: length - 1,
  }),
  start: ({ length, rows, valueArea: percent }): VolumeProfileState => ({
    memory: {
      volumes: createRing(length),
      rows: new Float64Array(rows),
      share: percent / 100,
    },
    range: startRange(length),
    pointOfControl: Number.NaN,
    valueAreaHigh: Number.NaN,
    valueAreaLow: Number.NaN,
  }),
  step: stepVolumeProfile,
});
