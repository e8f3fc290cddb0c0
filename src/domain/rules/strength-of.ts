import { valueIn } from './bound-condition.ts';
import type { BoundCondition, BoundRange } from './bound-condition.ts';
import { isMet } from './is-met.ts';
import type { Moment } from './operand-values.ts';
import { changeStrength, comparisonStrength, rangeStrength } from './strength.ts';
import type { Placed } from './strength.ts';

/** Of a condition that is met: 0 to 1, see `strength.ts`. */
export function strengthOf(bound: BoundCondition, moment: Moment): number {
  const { now, before } = moment;
  switch (bound.kind) {
    case 'all':
      return Math.min(...bound.parts.map((part) => strengthOf(part, moment)));
    case 'any': {
      const met = bound.parts.filter((part) => isMet(part, moment));
      return Math.max(...met.map((part) => strengthOf(part, moment)));
    }
    case 'not':
      return 1;
    case 'sequence': {
      const last = bound.parts.at(-1);
      return last === undefined ? 0 : strengthOf(last, moment);
    }
    case 'comparison': {
      const { left, right } = bound;
      return comparisonStrength(
        bound.comparison.operator,
        valueIn(now, left),
        valueIn(now, right),
        valueIn(before, left),
        valueIn(before, right),
      );
    }
    case 'range':
      return rangeStrength(bound.range.operator, placed(bound, now), placed(bound, before));
    case 'change': {
      const { operator, percent } = bound.change;
      return changeStrength(
        operator,
        valueIn(now, bound.now),
        valueIn(now, bound.earlier),
        percent,
      );
    }
    default:
      return bound satisfies never;
  }
}

function placed({ left, low, high }: BoundRange, values: readonly number[]): Placed {
  return { value: valueIn(values, left), low: valueIn(values, low), high: valueIn(values, high) };
}
