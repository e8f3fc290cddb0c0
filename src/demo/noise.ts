import { hash } from './hash.ts';

/** A smooth curve over time, whose unit is its maker's. */
export type Curve = (time: number) => number;

/** Random values in [-1, 1], one per `period`, scaled by `height` and joined smoothly. */
export interface Octave {
  readonly key: number;
  readonly period: number;
  readonly height: number;
  /**
   * A second key that several curves have in common, and how far they follow it, 0 to 1; curves
   * with the same key and share 1 are the same.
   */
  readonly common?: { readonly key: number; readonly share: number };
}

/**
 * The sum of octaves of value noise. Each remembers the two values that it last stood between, so
 * that asking for neighbouring times in turn costs little hashing; typed arrays keep the doubles
 * from being boxed.
 */
export function createNoise(octaves: readonly Octave[]): Curve {
  const count = octaves.length;
  const frequency = Float64Array.from(octaves, ({ period }) => 1 / period);
  const offset = Float64Array.from(octaves, ({ key, period, common }) =>
    common ? 0 : hash(key, 1) * period,
  );
  const cell = new Float64Array(count).fill(Number.NaN);
  const left = new Float64Array(count);
  const right = new Float64Array(count);

  const move = (at: number, to: number): void => {
    const octave = octaves[at];
    if (!octave) return;
    const isNext = to === (cell[at] ?? 0) + 1;
    left[at] = isNext ? (right[at] ?? 0) : valueAt(octave, to);
    right[at] = valueAt(octave, to + 1);
    cell[at] = to;
  };

  return (time) => {
    let total = 0;
    for (let at = 0; at < count; at++) {
      const position = (time + (offset[at] ?? 0)) * (frequency[at] ?? 0);
      const current = Math.floor(position);
      if (current !== cell[at]) move(at, current);
      const part = position - current;
      const from = left[at] ?? 0;
      total += from + ((right[at] ?? 0) - from) * part * part * (3 - 2 * part);
    }
    return total;
  };
}

/**
 * A slow curve, computed every `step` only and drawn straight in between: for what hardly changes
 * from one moment to the next.
 */
export function createKnotted(curve: Curve, step: number): Curve {
  const knots = new Float64Array([Number.NaN, 0, 0]);
  return (time) => {
    const position = time / step;
    const current = Math.floor(position);
    if (current !== knots[0]) {
      knots[1] = current === (knots[0] ?? 0) + 1 ? (knots[2] ?? 0) : curve(current * step);
      knots[2] = curve((current + 1) * step);
      knots[0] = current;
    }
    const from = knots[1] ?? 0;
    return from + ((knots[2] ?? 0) - from) * (position - current);
  };
}

function valueAt({ key, height, common }: Octave, cell: number): number {
  const own = 2 * hash(key, cell, 2) - 1;
  if (!common) return height * own;
  const { share } = common;
  const shared = 2 * hash(common.key, cell, 2) - 1;
  return height * (share * shared + Math.sqrt(1 - share * share) * own);
}
