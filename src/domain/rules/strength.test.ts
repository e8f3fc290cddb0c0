import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGE_OPERATORS, COMPARISON_OPERATORS } from './rule.ts';
import { changeStrength, comparisonStrength, movePercent, STRENGTH_FORMULAS } from './strength.ts';

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
    expect(Object.keys(STRENGTH_FORMULAS)).toEqual([...COMPARISON_OPERATORS, ...CHANGE_OPERATORS]);
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
