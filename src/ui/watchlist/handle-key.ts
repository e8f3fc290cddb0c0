import { watchedSymbols } from '../state/watchlist.ts';
import { move, openChart, toggleWatched } from './actions.ts';
import type { Item } from './items.ts';
import { moveForKey } from '../shell/move-for-key.ts';
import { moveAlongRow } from './keys.ts';
import { closest } from './row-targets.ts';
import { toggleGroup } from './view-settings.ts';

interface Keyboard {
  readonly items: readonly Item[];
  readonly activeIndex: number;
  /** Rows that a page key moves by. */
  readonly page: number;
  readonly moveTo: (index: number) => void;
}

/** What keys do in the rows: the same as pointers, without leaving the row. */
export function handleKey(event: KeyboardEvent, keyboard: Keyboard): void {
  const { items, activeIndex, page, moveTo } = keyboard;
  const item = items[activeIndex];
  if (item === undefined || event.ctrlKey || event.metaKey) return;
  const { key } = event;
  if (event.altKey) {
    if (typeof item !== 'string' || (key !== 'ArrowUp' && key !== 'ArrowDown')) return;
    event.preventDefault();
    return move(key === 'ArrowUp' ? 'up' : 'down', item);
  }
  const target = moveForKey(key, activeIndex, items.length, page);
  if (target !== null) moveTo(target);
  else if (typeof item === 'string' ? !handleRow(event, item) : !handleGroup(key, item)) return;
  event.preventDefault();
}

/** False where the key is left to the browser, as Enter on a button is. */
function handleRow({ key, target }: KeyboardEvent, symbol: string): boolean {
  const row = closest(target, '[data-symbol]');
  if (row && moveAlongRow(row, key)) return true;
  if (target !== row) return false;
  if (key === 'Enter' || key === ' ') openChart(symbol);
  else if (key.toLowerCase() === 's') toggleWatched(symbol);
  else if (key === 'Delete' && watchedSymbols.peek().has(symbol)) toggleWatched(symbol);
  else return false;
  return true;
}

/** Right opens, left closes, as in a tree; Enter is the button's own. */
function handleGroup(key: string, head: Exclude<Item, string>): boolean {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false;
  if (head.isCollapsed === (key === 'ArrowRight')) toggleGroup(head.quoteAsset);
  return true;
}
