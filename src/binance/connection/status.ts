import type { FrameKind } from './frame-kind.ts';
import type { Verdict } from './diagnose.ts';

/**
 * `ERROR`: the last endpoint tried has failed as often as allowed (the next one is being tried), or
 * the connection was lost and reconnection is switched off.
 */
export type ConnectionState =
  'DISCONNECTED' | 'CONNECTING' | 'CONNECTED' | 'RECONNECTING' | 'ERROR';

export interface ConnectionOptions {
  readonly enableReconnection: boolean;
  readonly minReconnectDelayMs: number;
  readonly maxReconnectDelayMs: number;
  /** At one endpoint, before the next one is tried. */
  readonly maxReconnectAttempts: number;
  /** No frame at all for this long means a dead connection. */
  readonly heartbeatIntervalMs: number;
  /** Droppable frames that may wait for the engine. */
  readonly queueSize: number;
}

export const DEFAULT_CONNECTION_OPTIONS: ConnectionOptions = {
  enableReconnection: true,
  minReconnectDelayMs: 1000,
  maxReconnectDelayMs: 30_000,
  maxReconnectAttempts: 5,
  heartbeatIntervalMs: 30_000,
  queueSize: 1000,
};

/** Where to connect. All endpoints of one list should serve the venue that the user chose. */
export interface Endpoint {
  /** Without the path: `wss://stream.binance.com:9443`. */
  readonly url: string;
  /** The exchange behind it, as a person would call it: `Binance`, `Binance.US`. */
  readonly venue: string;
  /** A harmless GET at the same venue, such as `https://data-api.binance.vision/api/v3/ping`. */
  readonly probeUrl: string;
}

export interface CloseInfo {
  readonly code: number | null;
  /** In plain words. */
  readonly reason: string;
  readonly at: number;
}

/** One logical connection. Times in epoch milliseconds on our clock. */
export interface ConnectionPart {
  readonly state: ConnectionState;
  readonly endpoint: Endpoint | null;
  /** In the list of endpoints; -1 if it is not there any more. */
  readonly endpointIndex: number;
  /** Attempts since a connection last stayed up for 10 s, the first one included. */
  readonly attempts: number;
  readonly nextRetryAt: number | null;
  /** Overlapping replacements do not interrupt it. */
  readonly connectedSince: number | null;
  readonly streams: {
    readonly desired: number;
    readonly acknowledged: number;
    /** Refused or unanswered again and again; still tried now and then. */
    readonly failed: readonly string[];
  };
  readonly lastFrameAt: number | null;
  /** Times that a lost connection came back. */
  readonly reconnects: number;
  /** Times that a link was replaced by overlap. */
  readonly rotations: number;
  readonly lastClose: CloseInfo | null;
  /** Frames that are neither data nor an answer. */
  readonly unreadableFrames: number;
}

/** All connections of the pool as one. */
export interface ConnectionStatus extends ConnectionPart {
  readonly connections: number;
  readonly queue: {
    readonly depth: number;
    readonly size: number;
    readonly drops: Readonly<Record<FrameKind, number>>;
  };
  readonly framesPerSecond: number;
  /** Characters, which for Binance's frames are nearly always bytes. */
  readonly bytesPerSecond: number;
  readonly totalFrames: number;
  readonly totalBytes: number;
  /** Why it does not connect, once that has been looked into; null while it works. */
  readonly verdict: Verdict | null;
  /** Exceptions thrown by observers. */
  readonly observerErrors: number;
}

/** The reason of `streamsLost` where a stream was subscribed and silent while its market moved. */
export const STALLED = 'stalled';

/** What has happened to the connection: told once each, in order, never merged or dropped. */
export type ConnectionFact =
  | {
      readonly type: 'stateChanged';
      readonly state: ConnectionState;
      readonly previous: ConnectionState;
      readonly reason: string;
      readonly at: number;
    }
  | {
      /** These are delivered from now on. */
      readonly type: 'streamsLive';
      readonly streams: readonly string[];
      /** Frames since then may be missing; null for streams that are new. */
      readonly uncoveredSince: number | null;
      readonly at: number;
    }
  | {
      /** These are not delivered any more, though wanted. `since`: the last sign of life. */
      readonly type: 'streamsLost';
      readonly streams: readonly string[];
      readonly since: number;
      readonly reason: string;
      readonly at: number;
    }
  | { readonly type: 'diagnosed'; readonly verdict: Verdict; readonly at: number };
