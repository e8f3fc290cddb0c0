/**
 * What both lists show, and how they change: the app's rows of 400 symbols, 20 prices a displayed frame,
 * at first all in view.
 */
import { command } from './probe/report.ts';
import { coursePath } from '../../../src/ui/watchlist/course.ts';

export const ROWS = 400;
export const CHANGES = 20;
/** From one changed row to the next: has no factor in common with the number of rows. */
const STRIDE = 37;
/** Both scroll within as much of the page. */
export const VIEW = { width: 760, height: 660 } as const;

export const NAMES: readonly string[] = Array.from({ length: ROWS }, (_, row) => nameOf(row));

export function nameOf(row: number): string {
  return `C${String(row).padStart(4, '0')}USDT`;
}

/** Hourly closes of a day. */
export function closesOf(row: number): readonly number[] {
  return Array.from({ length: 24 }, (_, hour) => 10_000 + 40 * Math.sin((hour + row) / 3));
}

export function courseOf(row: number): string {
  return coursePath(closesOf(row));
}

/** So many rows at the top share the changes: those in view, and on command all. */
let among = CHANGES;

/** The rows whose price changes with that frame, no two the same, and the price that they then have. */
export function changesOf(
  frame: number,
): readonly { readonly row: number; readonly price: number }[] {
  return Array.from({ length: CHANGES }, (_, index) => {
    const turn = frame * CHANGES + index;
    return { row: (turn * STRIDE) % among, price: 10_000 + (turn % 100_000) / 100 };
  });
}

/** Calls `change` with each displayed frame. */
export function everyFrame(change: (frame: number) => void): void {
  void command('spread').then(() => (among = ROWS));
  let frame = 0;
  const onFrame = (): void => {
    change(frame++);
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}
