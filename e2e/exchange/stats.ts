/** A message, ping or pong as the server got it; `at` is the machine's time in ms. */
export interface ReceivedMessage {
  readonly at: number;
  readonly kind: 'text' | 'ping' | 'pong';
  readonly text: string;
}

/** What one connection did; kept after it has closed. */
export interface ConnectionLog {
  readonly id: number;
  /** Path and query of the upgrade, decoded. */
  readonly path: string;
  readonly openedAt: number;
  closedAt: number | undefined;
  /** Close code that the server saw: 1006 for a connection that broke. */
  closeCode: number | undefined;
  readonly messages: ReceivedMessage[];
  /** Most messages, pings and pongs within any second. */
  maxMessagesInOneSecond: number;
}

/** One REST request; `path` has no query, `query` is decoded. */
export interface RequestLog {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Status that was answered; undefined while unanswered. */
  status: number | undefined;
}

/** Counters and logs that tests look at. Logs keep the newest entries only. */
export interface ExchangeStats {
  /** Upgrades asked for, refused ones included. */
  attempts: number;
  /** Upgrades refused, for whatever reason. */
  refused: number;
  opened: number;
  current: number;
  /** Connections closed for sending more than five messages in a second. */
  kicked: number;
  /** Frames and replies sent, over all connections. */
  framesSent: number;
  preflights: number;
  readonly connections: ConnectionLog[];
  readonly requests: RequestLog[];
  /** Most messages within any second, over all connections. */
  maxMessagesInOneSecond: number;
}

const MAX_ENTRIES = 10_000;

/** Adds to a log and forgets its oldest entries beyond the cap. */
export function appendCapped<Entry>(log: Entry[], entry: Entry): void {
  log.push(entry);
  if (log.length > MAX_ENTRIES) log.splice(0, log.length - MAX_ENTRIES);
}

/** Empty statistics. */
export function createStats(): ExchangeStats {
  return {
    attempts: 0,
    refused: 0,
    opened: 0,
    current: 0,
    kicked: 0,
    framesSent: 0,
    preflights: 0,
    connections: [],
    requests: [],
    maxMessagesInOneSecond: 0,
  };
}

/** Zeroes the counters and empties the logs; `current` stays, as the connections do. */
export function resetStats(stats: ExchangeStats): void {
  const { current } = stats;
  stats.connections.length = 0;
  stats.requests.length = 0;
  const { connections, requests } = stats;
  Object.assign(stats, createStats(), { current, connections, requests });
}
