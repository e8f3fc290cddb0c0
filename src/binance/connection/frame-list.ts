import type { FrameKind } from './frame-kind.ts';

/** A frame that waits, and its neighbours of the same worth. */
export interface WaitingFrame {
  readonly stream: string;
  readonly text: string;
  readonly receivedAt: number;
  readonly kind: FrameKind;
  /** Grows with every frame: the order of delivery across lists. */
  readonly order: number;
  previous: WaitingFrame | null;
  next: WaitingFrame | null;
}

/** First in, first out, with removal from the middle in constant time. */
export interface FrameList {
  head: WaitingFrame | null;
  tail: WaitingFrame | null;
  length: number;
}

export function createFrameList(): FrameList {
  return { head: null, tail: null, length: 0 };
}

export function append(list: FrameList, frame: WaitingFrame): void {
  frame.previous = list.tail;
  if (list.tail) list.tail.next = frame;
  else list.head = frame;
  list.tail = frame;
  list.length++;
}

export function remove(list: FrameList, frame: WaitingFrame): void {
  if (frame.previous) frame.previous.next = frame.next;
  else list.head = frame.next;
  if (frame.next) frame.next.previous = frame.previous;
  else list.tail = frame.previous;
  frame.previous = null;
  frame.next = null;
  list.length--;
}
