/** What `connection.ts` needs and gives. */
import type { Clock, OpenSocket, Random } from '../ports.ts';
import type { AttemptLedger } from './attempt-ledger.ts';
import type { EndpointCursor } from './endpoint-cursor.ts';
import type { FrameHandler } from './frame-queue.ts';
import type { CoverageSink } from './session.ts';
import type { ConnectionOptions, ConnectionPart, ConnectionState } from './status.ts';

/** `ifDown` retries at once, `overlap` also replaces a link gaplessly, `replace` drops it first. */
export type WakeMode = 'ifDown' | 'overlap' | 'replace';

/** `replace` opens another link beside this one, where subscribing anew did not help. */
export type RenewalWay = 'resubscribe' | 'replace';

export interface ConnectionParts {
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: Random;
  readonly cursor: EndpointCursor;
  readonly ledger: AttemptLedger;
  readonly coverage: CoverageSink;
  readonly options: () => ConnectionOptions;
  readonly onData: FrameHandler;
  readonly onState: (reason: string) => void;
  /** A link could not be opened or has been lost. */
  readonly onFailure: () => void;
  /** Every subscription is acknowledged, or known to be refused. */
  readonly onSettled: () => void;
}

export interface Connection {
  connect(): void;
  disconnect(): void;
  /** Drops the link, if any, and connects at once with fresh counters. */
  reconnect(reason: string): void;
  setStreams(streams: ReadonlySet<string>): void;
  /** To be called after the options have changed. */
  applyOptions(): void;
  wake(mode: WakeMode): void;
  /** Ends a link that does not show soon that it lives. */
  doubt(): void;
  /** Compares what is subscribed with the server's own list. */
  verify(): void;
  /** These have delivered nothing since then, though their markets moved. */
  renew(streams: readonly string[], since: number, way: RenewalWay): void;
  status(): ConnectionPart;
  readonly state: ConnectionState;
  readonly isSettled: boolean;
}
