/**
 * Frames between the sockets and the engine.
 *
 * Guarantees:
 * - Frames are handed on in the order of arrival: at once, as long as there are few; of many within
 *   4 ms the first go at once and the others together. A long queue is handed on in slices, so that
 *   the worker stays responsive. Where there is nothing to hand on, nothing wakes it.
 * - At most `size` droppable frames wait. When more come, states (tickers, book, open candles) are
 *   first conflated to the newest of each stream, then the oldest trades go, and only when nothing
 *   but newest states is left, the oldest of those.
 * - A closed candle and a frame of unknown kind are never dropped; they do not count towards `size`.
 * - Every drop is counted by kind. Work per frame is constant, amortized.
 */
import type { Clock, Timer } from '../ports.ts';
import { FRAME_KINDS, kindOf, worthOf } from './frame-kind.ts';
import type { FrameKind } from './frame-kind.ts';
import { append, createFrameList, remove } from './frame-list.ts';
import type { FrameList, WaitingFrame } from './frame-list.ts';

/** `receivedAt` in epoch milliseconds on our clock. */
export type FrameHandler = (stream: string, text: string, receivedAt: number) => void;

export interface FrameQueue {
  push(stream: string, text: string, receivedAt: number): void;
  setSize(size: number): void;
  readonly size: number;
  readonly depth: number;
  drops(): Readonly<Record<FrameKind, number>>;
}

export interface FrameQueueParts {
  readonly clock: Clock;
  readonly size: number;
  readonly onFrame: FrameHandler;
  /** Frames of a window that do not wait for its end; as it is, 2,000 a second. */
  readonly atOnce?: number;
}

const WINDOW_MS = 4;
const AT_ONCE = 8;
const SLICE_BUDGET_MS = 8;
const FRAMES_BETWEEN_CLOCK_READINGS = 32;

export function createFrameQueue({
  clock,
  size: initialSize,
  onFrame,
  atOnce = AT_ONCE,
}: FrameQueueParts): FrameQueue {
  const kept = createFrameList();
  const trades = createFrameList();
  const states = createFrameList();
  const drops = Object.fromEntries(FRAME_KINDS.map((kind) => [kind, 0])) as Record<
    FrameKind,
    number
  >;
  /** Newest waiting state of each stream; kept up only while conflating. */
  const newest = new Map<string, WaitingFrame>();
  let isConflating = false;
  let size = initialSize;
  let order = 0;
  let timer: Timer | undefined;
  /** On the scale of `receivedAt`. */
  let windowFrom = -Infinity;
  let handedAtOnce = 0;
  let isHandingOn = false;

  const listOf = (kind: FrameKind): FrameList => {
    const worth = worthOf(kind);
    return worth === 'kept' ? kept : worth === 'trade' ? trades : states;
  };
  const droppable = (): number => trades.length + states.length;
  const depth = (): number => kept.length + droppable();

  const drop = (list: FrameList, frame: WaitingFrame): void => {
    remove(list, frame);
    if (newest.get(frame.stream) === frame) newest.delete(frame.stream);
    drops[frame.kind]++;
  };

  const replaceNewest = (frame: WaitingFrame): void => {
    const older = newest.get(frame.stream);
    if (older) drop(states, older);
    newest.set(frame.stream, frame);
  };

  /** One pass over the states; afterwards each new state replaces its predecessor at once. */
  const startConflating = (): void => {
    isConflating = true;
    for (let frame = states.head; frame;) {
      const { next } = frame;
      replaceNewest(frame);
      frame = next;
    }
  };

  const stopConflating = (): void => {
    isConflating = false;
    newest.clear();
  };

  const makeRoom = (): void => {
    if (droppable() > size && !isConflating) startConflating();
    while (droppable() > size) {
      if (trades.head) drop(trades, trades.head);
      else if (states.head) drop(states, states.head);
    }
  };

  const takeOldest = (): WaitingFrame | null => {
    let oldest: WaitingFrame | null = kept.head;
    if (trades.head && (!oldest || trades.head.order < oldest.order)) oldest = trades.head;
    if (states.head && (!oldest || states.head.order < oldest.order)) oldest = states.head;
    if (!oldest) return null;
    remove(listOf(oldest.kind), oldest);
    if (isConflating) {
      if (newest.get(oldest.stream) === oldest) newest.delete(oldest.stream);
      if (droppable() <= size / 2) stopConflating();
    }
    return oldest;
  };

  const handOn = (stream: string, text: string, receivedAt: number): void => {
    isHandingOn = true;
    try {
      onFrame(stream, text, receivedAt);
    } finally {
      isHandingOn = false;
    }
  };

  const openWindow = (now: number): void => {
    windowFrom = now;
    handedAtOnce = 0;
  };

  /** A throwing handler loses its own frame only: the others are handed on in the next slice. */
  const drain = (): void => {
    const now = clock.now();
    openWindow(now);
    try {
      for (let handed = 1; ; handed++) {
        const frame = takeOldest();
        if (!frame) return;
        handOn(frame.stream, frame.text, frame.receivedAt);
        const isPause = handed % FRAMES_BETWEEN_CLOCK_READINGS === 0;
        if (isPause && clock.now() >= now + SLICE_BUDGET_MS) return;
      }
    } finally {
      timer = depth() > 0 ? clock.setTimer(drain, 0) : undefined;
    }
  };

  /** What is left of the window; no more than one, though the clock be set back. */
  const waitForDrain = (receivedAt: number): void => {
    timer ??= clock.setTimer(drain, Math.min(WINDOW_MS, windowFrom + WINDOW_MS - receivedAt));
  };

  return {
    push(stream, text, receivedAt) {
      if (!isHandingOn && depth() === 0) {
        const elapsedMs = receivedAt - windowFrom;
        // Less than nothing where the clock was set back.
        if (elapsedMs < 0 || elapsedMs >= WINDOW_MS) openWindow(receivedAt);
        if (handedAtOnce < atOnce) {
          handedAtOnce++;
          return handOn(stream, text, receivedAt);
        }
      }
      const kind = kindOf(stream, text);
      const frame = { stream, text, receivedAt, kind, order: order++, previous: null, next: null };
      const list = listOf(kind);
      append(list, frame);
      if (isConflating && list === states) replaceNewest(frame);
      if (droppable() > size) makeRoom();
      waitForDrain(receivedAt);
    },
    setSize(value) {
      size = value;
      makeRoom();
    },
    get size() {
      return size;
    },
    get depth() {
      return depth();
    },
    drops: () => ({ ...drops }),
  };
}
