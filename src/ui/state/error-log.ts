/** What went wrong since the page was opened: bounded, kept in memory, newest first. */
import { signal } from '@preact/signals';

/**
 * The engine did not load, broke an invariant, crashed, hung, or posted what cannot be read; or
 * more was asked of it than can wait until it is back.
 */
export type ErrorKind =
  | 'engine-not-loaded'
  | 'engine-failed'
  | 'engine-crashed'
  | 'engine-hung'
  | 'engine-unreadable'
  | 'commands-lost';

export interface ErrorEntry {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly what: ErrorKind;
  /** As given by who failed; shown as text. */
  readonly reason: string;
}

export const MOST_ERRORS = 200;
const LONGEST_REASON = 500;

export const errorLog = signal<readonly ErrorEntry[]>([]);

export function logError({ time, what, reason }: ErrorEntry): void {
  const entry = { time, what, reason: reason.slice(0, LONGEST_REASON) };
  errorLog.value = [entry, ...errorLog.value].slice(0, MOST_ERRORS);
}
