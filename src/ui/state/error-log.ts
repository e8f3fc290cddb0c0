/** What went wrong since the page was opened: bounded, kept in memory, newest first. */
import { signal } from '@preact/signals';

/**
 * - The engine did not load, broke an invariant, crashed, hung, or posted what cannot be read; or
 *   more was asked of it than can wait until it is back.
 * - The connection was lost, or could not be opened; a request to the exchange failed.
 * - A part of the page could not be drawn, or something else on the page was thrown.
 */
export type ErrorKind =
  | 'engine-not-loaded'
  | 'engine-failed'
  | 'engine-crashed'
  | 'engine-hung'
  | 'engine-unreadable'
  | 'commands-lost'
  | 'connection-lost'
  | 'connection-failed'
  | 'request-failed'
  | 'panel-failed'
  | 'page-failed';

export interface PageError {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly what: ErrorKind;
  /** As given by who failed; shown as text. */
  readonly reason: string;
}

export interface ErrorEntry extends PageError {
  /** Unique and lasting. */
  readonly id: number;
  /** How often the same happened in a row; `time` is the last. */
  readonly count: number;
}

export const MOST_ERRORS = 200;
const LONGEST_REASON = 500;

export const errorLog = signal<readonly ErrorEntry[]>([]);

let lastId = 0;

/** The same again is counted, so that a long outage does not push out everything else. */
export function logError({ time, what, reason: given }: PageError): void {
  const reason = given.slice(0, LONGEST_REASON);
  const [newest, ...others] = errorLog.peek();
  if (newest?.what === what && newest.reason === reason) {
    errorLog.value = [{ ...newest, time, count: newest.count + 1 }, ...others];
    return;
  }
  lastId += 1;
  const entry = { id: lastId, time, what, reason, count: 1 };
  errorLog.value = [entry, ...errorLog.peek()].slice(0, MOST_ERRORS);
}
