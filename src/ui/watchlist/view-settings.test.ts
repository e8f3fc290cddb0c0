import { describe, expect, it } from 'vitest';
import { OPTIONAL_COLUMNS } from './columns.ts';
import { parseView } from './view-settings.ts';

const FIRST = parseView(null);

describe('the view that an earlier visit left', () => {
  it('is the user’s own list with every column where there was none', () => {
    expect(FIRST).toEqual({
      isMarketShown: false,
      listSort: null,
      marketSort: { column: 'volume', direction: 'descending' },
      isGrouped: false,
      columns: OPTIONAL_COLUMNS,
    });
  });

  it('comes back as it was', () => {
    const view = {
      isMarketShown: true,
      listSort: { column: 'change', direction: 'ascending' },
      marketSort: null,
      isGrouped: true,
      columns: ['last', 'volume'],
    };
    expect(parseView(JSON.stringify(view))).toEqual(view);
  });

  it.each(['', '{', '7', 'null', '[]', '"text"'])(
    'is as on a first visit where it is %s',
    (stored) => expect(parseView(stored)).toEqual(FIRST),
  );

  it('leaves out what it does not know', () => {
    const stored = {
      isMarketShown: 'yes',
      listSort: { column: 'course', direction: 'ascending' },
      marketSort: { column: 'last', direction: 'sideways' },
      columns: ['bid', 'nosuch', 7],
    };
    expect(parseView(JSON.stringify(stored))).toEqual({ ...FIRST, columns: ['bid'] });
  });
});
