import { GroupRow } from './GroupRow.tsx';
import { WatchlistRow } from './WatchlistRow.tsx';
import { COLUMNS } from './columns.ts';
import type { Column } from './columns.ts';
import { itemKey } from './items.ts';
import type { Item } from './items.ts';
import type { Offsets, RowRange } from './windowing.ts';

interface Props {
  readonly items: readonly Item[];
  readonly offsets: Offsets;
  readonly existing: RowRange;
  readonly hidden: ReadonlySet<Column>;
  readonly activeIndex: number;
  readonly selected: string | null;
}

/** The rows that exist, each where it belongs among all of them. */
export function GridRows({ items, offsets, existing, hidden, activeIndex, selected }: Props) {
  const { from, to } = existing;
  const indexes = Array.from({ length: to - from }, (_, place) => from + place);
  // The row that the keyboard is on stays, even out of view: focus would be lost with it.
  if (activeIndex >= 0 && activeIndex < from) indexes.unshift(activeIndex);
  else if (activeIndex >= to) indexes.push(activeIndex);
  return (
    <>
      {indexes.map((index) => {
        const item = items[index];
        if (item === undefined) return null;
        const top = offsets[index] ?? 0;
        const place = {
          rowIndex: index + 2,
          top,
          height: (offsets[index + 1] ?? top) - top,
          isActive: index === activeIndex,
        };
        return typeof item === 'string' ? (
          <WatchlistRow
            key={item}
            symbol={item}
            hidden={hidden}
            isSelected={item === selected}
            {...place}
          />
        ) : (
          <GroupRow
            key={itemKey(item)}
            head={item}
            columns={COLUMNS.length + 1 - hidden.size}
            {...place}
          />
        );
      })}
    </>
  );
}
