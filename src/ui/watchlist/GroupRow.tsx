import { Icon } from '../shell/Icon.tsx';
import { text } from '../text/text.ts';
import { itemKey } from './items.ts';
import type { GroupHead } from './items.ts';

interface Props {
  readonly head: GroupHead;
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  readonly columns: number;
  readonly isActive: boolean;
}

/** The head of the symbols that are priced in one asset; it opens and closes them. */
export function GroupRow({ head, rowIndex, top, height, columns, isActive }: Props) {
  const words = text().watchlist;
  const name = head.quoteAsset || words.ungrouped;
  return (
    <div
      role="row"
      class="watchlist-group"
      aria-rowindex={rowIndex}
      style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
    >
      <div role="gridcell" aria-colspan={columns}>
        <button
          type="button"
          data-item={itemKey(head)}
          data-group={head.quoteAsset}
          tabIndex={isActive ? 0 : -1}
          aria-expanded={!head.isCollapsed}
          aria-label={words.group(name, head.count)}
        >
          <Icon name="chevron" size={12} />
          <strong>{name}</strong>
          <span>{head.count}</span>
        </button>
      </div>
    </div>
  );
}
