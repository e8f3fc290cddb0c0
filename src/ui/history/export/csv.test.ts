import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvField, csvOf } from './csv.ts';

describe('a field of a CSV file', () => {
  it.each([
    ['plain', 'plain'],
    ['64250.10000000', '64250.10000000'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    [' space', '" space"'],
    ['', ''],
  ])('%j is written as %j', (value, written) => expect(csvField(value)).toBe(written));

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1', '=HYPERLINK("https://evil.example","x")'])(
    '%j is text, not a formula',
    (value) => expect(csvField(value).replace(/^"/, '')).toMatch(/^'/),
  );

  it('a number of our own stays a number, also below zero', () => {
    expect(csvField(-0.5)).toBe('-0.5');
  });
});

/** A reader as the standard has it. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const [, quoted, plain, end] of csv.matchAll(fields)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a CSV file', () => {
  it('begins with the mark of UTF-8, then the names', () => {
    expect(csvOf(['a', 'b'], [['ü', 1]])).toBe('\uFEFFa,b\r\nü,1\r\n');
  });

  it('is read back as it was written, whatever is in it', () => {
    const anyTable = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(fc.string(), { minLength: width, maxLength: width })));
    fc.assert(
      fc.property(anyTable, (table) => {
        const [, ...rows] = read(csvOf(['name'], table).slice(1));
        const unmarked = rows.map((row) =>
          row.map((field) => field.replace(/^'(?=[=+\-@\t\r\n])/, '')),
        );
        expect(unmarked).toEqual(
          table.map((row) => row.map((v) => v.replace(/^'(?=[=+\-@\t\r\n])/, ''))),
        );
      }),
    );
  });
});
