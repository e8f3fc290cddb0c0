import type { Clock, OpenSocket, Random } from '../ports.ts';
import type { FrameHandler } from './frame-queue.ts';
import type { LinkEnd } from './link-end.ts';
import { createLink } from './link.ts';
import { STALLED } from './status.ts';
import type { Endpoint } from './status.ts';
import { createSubscriptions } from './subscriptions.ts';

/** A link with its subscriptions, from opening to end. A reconnect makes a new one. */
export interface Session {
  readonly endpoint: Endpoint;
  start(): void;
  /** Ends it without `onEnd`; `reason` is what the loss of its streams is told with. */
  close(reason?: string): void;
  setStreams(streams: ReadonlySet<string>): void;
  setHeartbeatIntervalMs(ms: number): void;
  /** Compares what is subscribed with the server's own list. */
  verify(): void;
  /** Ends it unless something comes within seconds. */
  doubt(): void;
  /** Those of these streams that it holds have delivered nothing since then: subscribes anew. */
  renew(streams: readonly string[], since: number): void;
  /** Says that they have delivered nothing since then, and leaves them as they are. */
  disown(streams: readonly string[], since: number): void;
  readonly isOpen: boolean;
  readonly startedAt: number;
  /** Every stream acknowledged, or known to be refused. */
  readonly isSettled: boolean;
  readonly hasData: boolean;
  /** The server has acknowledged or sent something. */
  readonly hasAnswered: boolean;
  readonly acknowledged: number;
  failedStreams(): string[];
  readonly lastFrameAt: number | null;
  readonly lastDataAt: number | null;
}

export interface SessionHandlers {
  readonly onOpen: (session: Session) => void;
  readonly onData: FrameHandler;
  /** Settled or first data. */
  readonly onProgress: (session: Session) => void;
  readonly onShutdown: (session: Session) => void;
  readonly onUnreadable: () => void;
  readonly onStalled: (session: Session) => void;
  readonly onEnd: (session: Session, end: LinkEnd) => void;
}

/** What a session covers. `session` is only an identity. */
export interface CoverageSink {
  acknowledged(session: object, streams: readonly string[]): void;
  removed(session: object, streams: readonly string[], since: number, reason: string): void;
  ended(session: object, since: number, reason: string): void;
  /** Delivered now, but frames since then may be missing. */
  doubted(session: object, since: number, reason: string): void;
}

export interface SessionParts {
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: Random;
  readonly endpoint: Endpoint;
  readonly heartbeatIntervalMs: number;
  readonly dataSilenceMs: number;
  readonly streams: ReadonlySet<string>;
  readonly coverage: CoverageSink;
  readonly handlers: SessionHandlers;
}

export function createSession(parts: SessionParts): Session {
  const { clock, random, endpoint, coverage, handlers } = parts;
  const startedAt = clock.now();
  let hasData = false;
  let isDataSilent = false;

  /** Answers alone are no sign that the streams are delivered. */
  const lastSign = (): number => (isDataSilent ? link.lastDataAt : link.lastFrameAt) ?? startedAt;
  const onProgress = (): void => {
    link.expectData(subscriptions.acknowledged > 0);
    handlers.onProgress(session);
  };

  const subscriptions = createSubscriptions({
    clock,
    random,
    send: (text) => link.send(text),
    handlers: {
      onAcknowledged: (streams) => coverage.acknowledged(session, streams),
      onRemoved: (streams) => coverage.removed(session, streams, lastSign(), 'unsubscribed'),
      onLost: (streams) =>
        coverage.removed(session, streams, startedAt, 'the exchange had forgotten the stream'),
      onChange: onProgress,
    },
  });
  subscriptions.setStreams(parts.streams);

  const link = createLink({
    openSocket: parts.openSocket,
    clock,
    url: `${endpoint.url}/stream`,
    heartbeatIntervalMs: parts.heartbeatIntervalMs,
    dataSilenceMs: parts.dataSilenceMs,
    handlers: {
      onOpen() {
        handlers.onOpen(session);
        // Whoever was told may have closed it.
        if (link.isOpen) subscriptions.start();
      },
      onData(stream, text, receivedAt) {
        handlers.onData(stream, text, receivedAt);
        isDataSilent = false;
        if (hasData) return;
        hasData = true;
        handlers.onProgress(session);
      },
      onReply: (reply) => subscriptions.onReply(reply),
      onShutdown: () => handlers.onShutdown(session),
      onUnreadable: handlers.onUnreadable,
      onQuiet: () => subscriptions.verify(),
      onStalled() {
        isDataSilent = true;
        handlers.onStalled(session);
      },
      onEnd(end) {
        subscriptions.stop();
        coverage.ended(session, lastSign(), end.reason);
        handlers.onEnd(session, end);
      },
    },
  });

  const session: Session = {
    endpoint,
    start: () => link.start(),
    close(reason = 'closed by the app') {
      link.close();
      subscriptions.stop();
      coverage.ended(session, lastSign(), reason);
    },
    setStreams: (streams) => subscriptions.setStreams(streams),
    setHeartbeatIntervalMs: (ms) => link.setHeartbeatIntervalMs(ms),
    verify: () => subscriptions.verify(),
    doubt: () => link.doubt(),
    renew(streams, since) {
      session.disown(streams, since);
      subscriptions.renew(streams);
    },
    disown: (streams, since) => coverage.removed(session, streams, since, STALLED),
    get isOpen() {
      return link.isOpen;
    },
    startedAt,
    get isSettled() {
      return link.isOpen && subscriptions.isSettled;
    },
    get hasData() {
      return hasData;
    },
    get hasAnswered() {
      return hasData || subscriptions.acknowledged > 0;
    },
    get acknowledged() {
      return subscriptions.acknowledged;
    },
    failedStreams: () => subscriptions.failedStreams(),
    get lastFrameAt() {
      return link.lastFrameAt;
    },
    get lastDataAt() {
      return link.lastDataAt;
    },
  };
  return session;
}
