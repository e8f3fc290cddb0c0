import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPlacement } from './placement.ts';

const names = (numbers: readonly number[]): Set<string> => new Set(numbers.map((n) => `s${n}`));

describe('placement', () => {
  test('puts few streams in one place', () => {
    const placement = createPlacement(4);
    placement.place(names([1, 2, 3]));
    expect(placement.sets.map(({ size }) => size)).toEqual([3]);
  });

  test('fills free places first and moves nothing', () => {
    const placement = createPlacement(2);
    placement.place(names([1, 2, 3, 4, 5]));
    placement.place(names([2, 3, 4, 5, 6]));
    expect(placement.sets.map((set) => [...set])).toEqual([['s2', 's6'], ['s3', 's4'], ['s5']]);
  });

  test('gives up the last place only when the others have room to spare', () => {
    const placement = createPlacement(4);
    placement.place(names([1, 2, 3, 4, 5]));
    placement.place(names([1, 2, 3, 5]));
    expect(placement.vacateLast()).toBeNull();
    placement.place(names([1, 2, 5]));
    expect([...(placement.vacateLast() ?? [])]).toEqual(['s5']);
    expect(placement.sets.map((set) => [...set])).toEqual([['s1', 's2', 's5']]);
    expect(placement.vacateLast()).toBeNull();
  });

  test('holds every wanted stream exactly once, within capacity, whatever is wished for', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(40)), { maxLength: 20 }), (wishes) => {
        const placement = createPlacement(5);
        for (const wish of wishes) {
          placement.place(names(wish));
          while (placement.vacateLast());
          const placed = placement.sets.flatMap((set) => [...set]);
          expect(placed.toSorted()).toEqual([...names(wish)].toSorted());
          expect(placement.sets.every(({ size }) => size <= 5)).toBe(true);
        }
      }),
    );
  });
});
