import { describe, expect, it } from 'vitest';
import { COLUMNS, layOutColumns } from './columns.ts';
import type { Column } from './columns.ts';

const ALL: ReadonlySet<Column> = new Set(COLUMNS);

describe('the columns of the watchlist', () => {
  it('stand side by side where there is room for all', () => {
    const layout = layOutColumns(ALL, 60);
    expect(layout.isOneLine).toBe(true);
    expect(layout.template).toContain('"symbol course last change bid ask volume"');
    expect(layout.hidden.size).toBe(0);
  });

  it('stand on two lines where there is less', () => {
    const layout = layOutColumns(ALL, 24);
    expect(layout.isOneLine).toBe(false);
    expect(layout.template).toContain(
      '"symbol course last change" 1fr "volume course bid ask" 1fr',
    );
    expect(layout.hidden.size).toBe(0);
  });

  it('leave out the course first where even that is too wide', () => {
    const layout = layOutColumns(ALL, 20);
    expect(layout.template).toContain('/ 7.47em 6.23em 5.3em');
    expect(layout.places.get('bid')?.start).toBeCloseTo(7.97);
    expect(layout.places.get('last')).toEqual(layout.places.get('bid'));
    expect(layout.template).toContain('"symbol last change" 1fr "volume bid ask" 1fr');
    expect([...layout.hidden]).toEqual(['course']);
  });

  it('shrink where even so they do not fit', () =>
    expect(layOutColumns(ALL, 12).template).toContain('/ 4.55em 3.79em 2.66em'));

  it('fill the width together', () => {
    const { places } = layOutColumns(ALL, 60);
    const last = places.get('volume');
    expect((last?.start ?? 0) + (last?.width ?? 0)).toBeCloseTo(60);
    expect(places.get('symbol')?.start).toBe(0);
  });

  it('need one line only when few are wanted', () => {
    const layout = layOutColumns(new Set(['last', 'change', 'course']), 22);
    expect(layout.isOneLine).toBe(true);
    expect([...layout.hidden]).toEqual(['bid', 'ask', 'volume']);
  });

  it('leave no place for what is not wanted', () => {
    const layout = layOutColumns(new Set(['last', 'change', 'bid']), 10);
    expect(layout.template).toContain('"symbol last change" 1fr ". bid ." 1fr');
  });
});
