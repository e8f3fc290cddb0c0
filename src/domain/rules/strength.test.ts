import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGE_OPERATORS, COMPARISON_OPERATORS, OPERATORS } from './condition.ts';
import {
  changeStrength,
  comparisonStrength,
  movePercent,
  rangeStrength,
  STRENGTH_FORMULAS,
} from './strength.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const operator = fc.constantFrom(...COMPARISON_OPERATORS);

describe('strength', () => {
  it('of a crossing is the share of the step that lies beyond the line', () => {
    expect(comparisonStrength('crossesAbove', 31, 30, 29, 30)).toBe(0.5);
    expect(comparisonStrength('crossesAbove', 33, 30, 29, 30)).toBe(0.75);
    expect(comparisonStrength('crossesBelow', 69, 70, 73, 70)).toBe(0.25);
    expect(comparisonStrength('crossesAbove', 31, 30, 30, 30)).toBe(1);
  });

  it('of a level is the distance beside the line itself', () => {
    expect(comparisonStrength('above', 40, 30, 0, 0)).toBe(0.25);
    expect(comparisonStrength('below', 20, 30, 0, 0)).toBe(0.25);
    expect(comparisonStrength('above', 5, 0, 0, 0)).toBe(1);
  });

  it('of a move is the part of it beyond the percentage', () => {
    expect(changeStrength('risesBy', 110, 100, 5)).toBe(0.5);
    expect(changeStrength('fallsBy', 80, 100, 5)).toBe(0.75);
    expect(changeStrength('risesBy', 105, 100, 5)).toBe(0);
    expect(changeStrength('risesBy', 1, 0, 5)).toBe(1);
  });

  it('of entering or leaving a range is the share of the step beyond the edge passed', () => {
    const at = (number: number) => ({ value: number, low: 30, high: 70 });
    expect(rangeStrength('enters', at(33), at(29))).toBe(0.75);
    expect(rangeStrength('enters', at(69), at(73))).toBe(0.25);
    expect(rangeStrength('leaves', at(71), at(69))).toBe(0.5);
    expect(rangeStrength('leaves', at(27), at(31))).toBe(0.75);
    expect(rangeStrength('enters', at(30), at(20))).toBe(0);
  });

  it('of a range never falls when the edge is passed further', () => {
    const low = -1e6;
    const high = 1e6;
    fc.assert(
      fc.property(
        value,
        positive,
        positive,
        positive,
        fc.boolean(),
        (edge, gap, near, more, up) => {
          const sign = up ? 1 : -1;
          const leaving = (excess: number) => {
            const range = up ? { low: edge - 2e6, high: edge } : { low: edge, high: edge + 2e6 };
            const now = { ...range, value: edge + sign * excess };
            return rangeStrength('leaves', now, { ...range, value: edge - sign * gap });
          };
          const entering = (excess: number) => {
            const range = up ? { low: edge, high: edge + 4e6 } : { low: edge - 4e6, high: edge };
            const now = { ...range, value: edge + sign * excess };
            return rangeStrength('enters', now, { ...range, value: edge - sign * gap });
          };
          for (const at of [leaving, entering]) {
            expect(at(near + more)).toBeGreaterThanOrEqual(at(near));
            expect(at(near)).toBeGreaterThanOrEqual(0);
            expect(at(near + more)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
    expect(rangeStrength('leaves', { value: 0, low, high }, { value: 0, low, high })).toBe(0);
  });

  it('lies between 0 and 1, whatever the numbers', () => {
    fc.assert(
      fc.property(operator, value, value, value, value, (each, ...numbers) => {
        const strength = comparisonStrength(each, ...numbers);
        expect(strength).toBeGreaterThanOrEqual(0);
        expect(strength).toBeLessThanOrEqual(1);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...CHANGE_OPERATORS), value, value, positive, (each, ...rest) => {
        const strength = changeStrength(each, ...rest);
        expect(strength).toBeGreaterThanOrEqual(0);
        expect(strength).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never falls when the condition is exceeded further', () => {
    fc.assert(
      fc.property(operator, value, positive, positive, positive, (each, line, gap, near, more) => {
        const direction = each === 'above' || each === 'crossesAbove' ? 1 : -1;
        const at = (excess: number) =>
          comparisonStrength(each, line + direction * excess, line, line - direction * gap, line);
        expect(at(near + more)).toBeGreaterThanOrEqual(at(near));
      }),
    );
    fc.assert(
      fc.property(positive, positive, positive, positive, (start, percent, near, more) => {
        const at = (move: number) => changeStrength('risesBy', start + move, start, percent);
        expect(at(near + more)).toBeGreaterThanOrEqual(at(near));
      }),
    );
  });

  it('has a formula in words for every operator', () => {
    expect(Object.keys(STRENGTH_FORMULAS)).toEqual(OPERATORS);
  });
});

describe('a move in percent', () => {
  it('is counted in the direction of the operator, from where the value was', () => {
    expect(movePercent('risesBy', 110, 100)).toBe(10);
    expect(movePercent('fallsBy', 110, 100)).toBe(-10);
    expect(movePercent('risesBy', -5, -10)).toBe(50);
    expect(movePercent('risesBy', 0, 0)).toBe(0);
  });
});
