import { describe, expect, it } from 'vitest';
import { placeFor } from './grid-keys.ts';

const size = { rows: 10, columns: 4, page: 3 };
const from =
  (row: number, column: number) =>
  (key: string, isControl = false) => {
    const place = placeFor(key, isControl, { row, column }, size);
    return place && [place.row, place.column];
  };

describe('keys in the matrix', () => {
  it.each([
    ['ArrowDown', [6, 2]],
    ['ArrowUp', [4, 2]],
    ['ArrowRight', [5, 3]],
    ['ArrowLeft', [5, 1]],
    ['PageDown', [8, 2]],
    ['PageUp', [2, 2]],
    ['Home', [5, 0]],
    ['End', [5, 3]],
    ['Enter', null],
    ['a', null],
  ])('%s moves from row 5, column 2 to %j', (key, to) => expect(from(5, 2)(key)).toEqual(to));

  it('go to the ends with Control', () => {
    expect(from(5, 2)('Home', true)).toEqual([0, 0]);
    expect(from(5, 2)('End', true)).toEqual([9, 3]);
    expect(from(5, 2)('ArrowDown', true)).toEqual([9, 2]);
    expect(from(5, 2)('ArrowLeft', true)).toEqual([5, 0]);
  });

  it('stay inside', () => {
    expect(from(0, 0)('ArrowUp')).toEqual([0, 0]);
    expect(from(9, 3)('ArrowRight')).toEqual([9, 3]);
    expect(from(8, 3)('PageDown')).toEqual([9, 3]);
  });
});
