import type { Rejection } from './rejection.ts';
import type { RestFailure, RestResult } from './rest-failure.ts';

export interface Job<T> {
  /** With the query, such as `/api/v3/klines?symbol=BTCUSDT&interval=1m`. */
  readonly path: string;
  readonly weight: number;
  /** Lower goes first. */
  readonly priority: number;
  /** Characters; a longer answer is refused unread. */
  readonly largestBody: number;
  /** Reads the parsed body; `timing` is the exchange between us and the server. */
  readonly read: (body: unknown, timing: Timing) => ReadResult<T>;
}

export type ReadResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejection: Rejection };

/** Epoch milliseconds on our clock. */
export interface Timing {
  readonly sentAt: number;
  readonly receivedAt: number;
}

export interface RestRequest<T> {
  /** Never rejects. */
  readonly result: Promise<RestResult<T>>;
  /** Gives up, whether waiting or under way; the result is then `cancelled`. */
  cancel(): void;
}

/** A request from its asking to its end. */
export interface Task {
  readonly path: string;
  readonly weight: number;
  readonly priority: number;
  readonly order: number;
  readonly largestBody: number;
  attempts: number;
  refusals: number;
  /** Stops what the task is doing: an attempt under way, or the pause before the next. */
  stop: (() => void) | null;
  accept(body: unknown, timing: Timing): Rejection | null;
  fail(failure: RestFailure): void;
}

/** `order`: the how-manieth request it is. The first end of a task counts, later ones do nothing. */
export function createTask<T>(
  job: Job<T>,
  order: number,
): { readonly task: Task; readonly result: Promise<RestResult<T>> } {
  let settle: ((result: RestResult<T>) => void) | undefined;
  const result = new Promise<RestResult<T>>((resolve) => {
    settle = resolve;
  });
  const task: Task = {
    path: job.path,
    weight: job.weight,
    priority: job.priority,
    order,
    largestBody: job.largestBody,
    attempts: 0,
    refusals: 0,
    stop: null,
    accept(body, timing) {
      const read = job.read(body, timing);
      if (!read.ok) return read.rejection;
      settle?.({ ok: true, value: read.value });
      return null;
    },
    fail: (failure) => settle?.({ ok: false, failure }),
  };
  return { task, result };
}
