/** The rules the exchange keeps. Durations in ms. Source: binance-spot-api-docs. */
export interface Limits {
  /** Messages, pings and pongs a client may send within a second. */
  readonly maxMessagesPerSecond: number;
  readonly maxStreams: number;
  readonly maxConnectionAgeMs: number;
  readonly pingEveryMs: number;
  readonly pongWithinMs: number;
  /** Upgrades one address may ask for within `connectionWindowMs`. */
  readonly maxConnectionAttempts: number;
  readonly connectionWindowMs: number;
  /** REST weight of one address within a minute. */
  readonly maxWeight: number;
  /** Requests that are still answered with 429 before 418 begins. */
  readonly requestsBeforeBan: number;
  /** How long a 418 lasts. */
  readonly banMs: number;
}

/** Binance's own limits. The two about the ban are not published, and are guesses. */
export const BINANCE_LIMITS: Limits = {
  maxMessagesPerSecond: 5,
  maxStreams: 1024,
  maxConnectionAgeMs: 24 * 60 * 60_000,
  pingEveryMs: 20_000,
  pongWithinMs: 60_000,
  maxConnectionAttempts: 300,
  connectionWindowMs: 5 * 60_000,
  maxWeight: 6000,
  requestsBeforeBan: 5,
  banMs: 2 * 60_000,
};
