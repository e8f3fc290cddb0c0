import { afterAll, describe, expect, it } from 'vitest';
import { speak } from '../text/language.ts';
import { typedNumber } from './typed-number.ts';

describe('a number as it is typed', () => {
  afterAll(() => speak('en'));

  it.each([
    ['64250.5', 64250.5],
    ['64,250.50', 64250.5],
    ['64250,5', 64250.5],
    ['1,234', 1234],
    ['−3', -3],
    ['12a', null],
  ])('%s is %d where the point is a point', async (typed, number) => {
    await speak('en');
    expect(typedNumber(typed)).toBe(number);
  });

  it.each([
    ['64 250,5', 64250.5],
    ['64\u202f250,5', 64250.5],
    ['1,234', 1.234],
    ['0.5', 0.5],
    ['1,2,3', null],
  ])('%s is %d where the point is a comma', async (typed, number) => {
    await speak('fr');
    expect(typedNumber(typed)).toBe(number);
  });
});
