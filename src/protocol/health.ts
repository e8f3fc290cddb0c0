export const CONNECTION_STATES = [
  'DISCONNECTED',
  'CONNECTING',
  'CONNECTED',
  'RECONNECTING',
  'ERROR',
] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** Why the exchange is out of reach, told apart by a probe. */
export type Outage = 'offline' | 'blocked' | 'rate-limited' | 'exchange-down' | 'sockets-blocked';

/** The stream connection as a person wants to see it. Times in epoch milliseconds. */
export interface ConnectionReport {
  readonly state: ConnectionState;
  /** `Binance`, `Demo market`: always named. */
  readonly venue: string;
  readonly endpoint: string;
  readonly connections: number;
  /** Failed attempts in a row. */
  readonly attempts: number;
  readonly reconnects: number;
  readonly connectedSince: number | null;
  readonly nextRetryAt: number | null;
  readonly streams: number;
  readonly streamsAcknowledged: number;
  readonly streamsFailed: number;
  readonly queueDepth: number;
  readonly dropped: number;
  readonly framesPerSecond: number;
  readonly bytesPerSecond: number;
  readonly framesTotal: number;
  readonly lastFrameAt: number | null;
  /** Received minus event time, median of the last seconds; includes clock skew. */
  readonly latencyMs: number | null;
  /** Why the last connection ended, in words; empty when none has. */
  readonly lastClose: string;
  readonly outage: Outage | null;
}

export interface RestReport {
  readonly usedWeight: number;
  readonly weightCeiling: number;
  readonly queued: number;
  readonly pausedUntil: number | null;
  readonly lastError: string;
  /** Epoch milliseconds; null before the first. */
  readonly lastErrorAt: number | null;
}

/** Everything the Health panel shows. Counts are since the engine started. */
export interface HealthReport {
  readonly connection: ConnectionReport;
  readonly rest: RestReport;
  /** Frames that were not understood, by kind of fault. */
  readonly rejectedFrames: Readonly<Record<string, number>>;
  readonly duplicateEvents: number;
  readonly lateEvents: number;
  readonly gapsFound: number;
  readonly gapsFilled: number;
  readonly observerFaults: number;
  /** Whether the history outlives this page. */
  readonly isStored: boolean;
  /** Alerts that the history lacks: too many came while it could not be stored. */
  readonly alertsNotKept: number;
  /** Whether this tab is the one that rings. */
  readonly isDelivering: boolean;
}
