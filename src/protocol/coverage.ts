/** Which spans of time were really watched, and why the others were not. Epoch milliseconds. */

/**
 * - `closed`: no tab was open, or its engine was gone and not yet replaced
 * - `off`: the user had switched the connection off
 * - `asleep`: the machine slept, or the browser froze the page
 * - `offline`: this device had no network
 * - `blocked`: the exchange or the network refuses us
 * - `stalled`: a connection was open and silent
 * - `unreachable`: the exchange does not answer, or a connection was lost and is being replaced
 * - `filling`: history was being fetched; candles are judged only when it is complete
 *
 * Strongest first: where two are true of the same moment, the first of them is told.
 */
export const UNWATCHED_REASONS = [
  'closed',
  'off',
  'asleep',
  'offline',
  'blocked',
  'stalled',
  'unreachable',
  'filling',
] as const;
export type UnwatchedReason = (typeof UNWATCHED_REASONS)[number];

/** `from` inclusive, `to` exclusive. */
export interface UnwatchedSpan {
  readonly from: number;
  readonly to: number;
  readonly reason: UnwatchedReason;
}

/** Symbols that share their whole history. */
export interface CoverageGroup {
  readonly symbols: readonly string[];
  /** Since when they have been watched for, if that lies within the window; else its beginning. */
  readonly from: number;
  /** Of each of them, up to the report's end. */
  readonly watchedMs: number;
  /** Oldest first, without overlap; one that lasts ends where the report does. */
  readonly unwatched: readonly UnwatchedSpan[];
}

/** The last 24 hours, or what is known of them. */
export interface CoverageReport {
  readonly from: number;
  readonly to: number;
  readonly groups: readonly CoverageGroup[];
}
