/**
 * Moves a row of the user's own list by pointer: a mouse drags it at once, a finger after it has
 * rested on the row, because a finger that moves scrolls. While it moves, styles are written
 * directly: nothing is drawn anew until it is let go.
 */
import { arrange, canArrange } from './actions.ts';
import { dropTargetAt } from './drop-target.ts';
import type { DropTarget } from './drop-target.ts';
import { holdOrder } from './live-order.ts';
import { closest } from './row-targets.ts';
import { items } from './rows.ts';
import type { Offsets } from './windowing.ts';

export interface RowDrag {
  /** `onLongPress`: a finger rested on a row and left it where it was. */
  press(event: PointerEvent, onLongPress: (symbol: string, at: PointerEvent) => void): void;
  /** A press that may still become a drag, so that a long one opens no menu meanwhile. */
  isPending(): boolean;
  /** The click that ends a drag is none. */
  isJustOver(): boolean;
  readonly isDragging: boolean;
  cancel(): void;
}

interface Press {
  readonly symbol: string;
  readonly row: HTMLElement;
  readonly startY: number;
  readonly startScroll: number;
  y: number;
  isDragging: boolean;
  hasMoved: boolean;
  target: DropTarget | null;
}

const SLACK = 5;
const LONG_PRESS_MS = 400;
/** So near an edge, in pixels, the rows scroll under the dragged one. */
const EDGE = 28;
const SCROLL_STEP = 7;

export function createRowDrag(parts: {
  readonly scroller: () => HTMLElement | null;
  readonly dropLine: () => HTMLElement | null;
  readonly offsets: () => Offsets;
}): RowDrag {
  let press: Press | null = null;
  let listening = new AbortController();
  let wasDragged = false;

  const draw = (): void => {
    const scroller = parts.scroller();
    const line = parts.dropLine();
    if (!press?.isDragging || !scroller || !line) return;
    const { y, startY, startScroll, symbol } = press;
    press.row.style.translate = `0 ${y - startY + scroller.scrollTop - startScroll}px`;
    const height = y - scroller.getBoundingClientRect().top + scroller.scrollTop;
    press.target = dropTargetAt(height, symbol, items.peek(), parts.offsets());
    line.hidden = press.target === null;
    line.style.transform = `translateY(${press.target?.lineAt ?? 0}px)`;
  };

  const scrollAtEdge = (): void => {
    const scroller = parts.scroller();
    if (!press?.isDragging || !scroller) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const step = press.y < top + EDGE ? -SCROLL_STEP : press.y > bottom - EDGE ? SCROLL_STEP : 0;
    if (step !== 0) {
      scroller.scrollTop += step;
      draw();
    }
    requestAnimationFrame(scrollAtEdge);
  };

  const lift = (lifted: Press): void => {
    lifted.isDragging = true;
    lifted.row.dataset['dragged'] = 'true';
    holdOrder('drag', true);
    requestAnimationFrame(scrollAtEdge);
  };

  /** The press that was, for what is to follow. */
  const end = (): Press | null => {
    const ended = press;
    press = null;
    listening.abort();
    if (!ended) return null;
    ended.row.style.translate = '';
    delete ended.row.dataset['dragged'];
    const line = parts.dropLine();
    if (line) line.hidden = true;
    holdOrder('drag', false);
    wasDragged = ended.isDragging;
    return ended;
  };

  const listen = <Type extends keyof DocumentEventMap>(
    type: Type,
    listener: (event: DocumentEventMap[Type]) => void,
  ): void =>
    document.addEventListener(type, listener, { signal: listening.signal, passive: false });

  return {
    press(event, onLongPress) {
      end();
      wasDragged = false;
      const row = closest(event.target, '[data-symbol]');
      const symbol = row?.dataset['symbol'];
      const isButton = closest(event.target, 'button') !== null;
      if (!row || symbol === undefined || isButton || event.button !== 0 || !canArrange()) return;
      const { clientX: startX, clientY: startY } = event;
      const startScroll = parts.scroller()?.scrollTop ?? 0;
      const still = { y: startY, isDragging: false, hasMoved: false, target: null };
      const started: Press = { symbol, row, startY, startScroll, ...still };
      press = started;
      listening = new AbortController();
      const isTouch = event.pointerType === 'touch';
      if (isTouch) {
        const timer = setTimeout(() => lift(started), LONG_PRESS_MS);
        listening.signal.addEventListener('abort', () => clearTimeout(timer));
      }
      listen('pointermove', ({ clientX, clientY }) => {
        started.y = clientY;
        const isFar = Math.hypot(clientX - startX, clientY - startY) > SLACK;
        if (isFar && !started.isDragging) {
          if (isTouch) return void end();
          lift(started);
        }
        started.hasMoved ||= isFar;
        draw();
      });
      listen('pointercancel', () => void end());
      listen('pointerup', (up) => {
        const ended = end();
        if (ended?.target) arrange(ended.symbol, ended.target.place);
        else if (ended?.isDragging && !ended.hasMoved) onLongPress(ended.symbol, up);
      });
      listen('keydown', (pressed) => {
        if (pressed.key !== 'Escape' || !started.isDragging) return;
        pressed.preventDefault();
        end();
      });
    },
    isPending: () => press !== null,
    isJustOver: () => wasDragged,
    get isDragging() {
      return press?.isDragging ?? false;
    },
    cancel: () => void end(),
  };
}
