/** What conditions ask of numbers; one that is not defined is NaN. */
import type { Change } from './condition.ts';
import { movePercent } from './strength.ts';

/** Numbers that differ by less than this share of themselves differ by rounding only. */
const ROUNDING = 1e-12;

/**
 * Whether one value is above another by more than rounding: in a market that stands still, an
 * average settles within the last binary digit of the price, on either side of it.
 */
export function isAbove(value: number, other: number): boolean {
  const distance = value - other;
  return distance > ROUNDING * Math.abs(value) && distance > ROUNDING * Math.abs(other);
}

/** False also where one of them is not defined. */
export function isNotAbove(value: number, other: number): boolean {
  return areDefined(value, other) && !isAbove(value, other);
}

export function areDefined(value: number, other: number): boolean {
  return !Number.isNaN(value + other);
}

/** The edges are inside. */
export function isInside(value: number, low: number, high: number): boolean {
  return isNotAbove(value, high) && isNotAbove(low, value);
}

export function isOutside(value: number, low: number, high: number): boolean {
  return isAbove(value, high) || isAbove(low, value);
}

/** Whether a value moved as far as is asked for. */
export function hasMoved({ operator, percent }: Change, now: number, earlier: number): boolean {
  return movePercent(operator, now, earlier) >= percent * (1 - ROUNDING);
}
