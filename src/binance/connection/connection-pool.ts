/**
 * The engine's one door to the exchange's streams: as many connections as the streams need, told and
 * shown as one.
 *
 * Guarantees:
 * - Up to 1,024 streams make one connection. A stream keeps its connection; when streams go and
 *   fewer connections suffice, the last one is given up only after the others deliver its streams.
 * - Frames come in order per link, possibly twice while links overlap: the data stream above knows
 *   late and repeated events by their ids and times.
 * - Every fact is told once. A broken observer never stops the others, nor the connection.
 */
import type { Clock, OpenSocket, Random } from '../ports.ts';
import type { AttemptLedger } from './attempt-ledger.ts';
import { createClockWatch } from './clock-watch.ts';
import { createConnection } from './connection.ts';
import type { Connection, RenewalWay, WakeMode } from './connection-contract.ts';
import { createCoverage } from './coverage.ts';
import type { Diagnose } from './diagnose.ts';
import { createDoctor } from './doctor.ts';
import { createEndpointCursor } from './endpoint-cursor.ts';
import { createFrameQueue } from './frame-queue.ts';
import type { FrameHandler } from './frame-queue.ts';
import { mergeParts, mergeStates } from './merge-status.ts';
import { createObservers } from '../observers.ts';
import { createPlacement } from './placement.ts';
import { createRateMeter } from './rate-meter.ts';
import { createRetirement } from './retirement.ts';
import { DEFAULT_CONNECTION_OPTIONS } from './status.ts';
import type {
  ConnectionFact,
  ConnectionOptions,
  ConnectionState,
  ConnectionStatus,
  Endpoint,
} from './status.ts';
import { STREAMS_PER_LINK } from './stream-ledger.ts';

export type WakeReason =
  'online' | 'offline' | 'resume' | 'pageshow' | 'clockForward' | 'clockBack';

export interface ConnectionPoolParts {
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: Random;
  /** In order of preference, at least one. */
  readonly endpoints: readonly Endpoint[];
  readonly options?: Partial<ConnectionOptions>;
  readonly attemptLedger: AttemptLedger;
  /** Null where there is nothing to ask, as in the demo. */
  readonly diagnose: Diagnose | null;
  /** Gets what observers throw. */
  readonly reportError: (error: unknown) => void;
}

export interface ConnectionPool {
  connect(): void;
  disconnect(): void;
  reconnect(): void;
  setStreams(streams: Iterable<string>): void;
  subscribe(streams: Iterable<string>): void;
  unsubscribe(streams: Iterable<string>): void;
  /** Compares the subscriptions of the connections that hold these streams with the server's list. */
  verify(streams: readonly string[]): void;
  /**
   * These streams have delivered nothing since then, though their markets moved: they are told as
   * lost, then subscribed anew, or their connections replaced by overlap.
   */
  renew(streams: readonly string[], since: number, way: RenewalWay): void;
  /** Something happened that connections do not outlive, or that ends the need to wait. */
  wake(reason: WakeReason): void;
  setOptions(options: Partial<ConnectionOptions>): void;
  setEndpoints(endpoints: readonly Endpoint[]): void;
  /** Each returns the way to stop observing. */
  observeFrames(observer: FrameHandler): () => void;
  observeFacts(observer: (fact: ConnectionFact) => void): () => void;
  status(): ConnectionStatus;
}

/** After sleep the link is not to be trusted; after `online` it may hang on another network. */
const WAKE_MODES: Readonly<Record<Exclude<WakeReason, 'offline'>, WakeMode>> = {
  online: 'overlap',
  pageshow: 'overlap',
  resume: 'replace',
  clockForward: 'replace',
  clockBack: 'ifDown',
};

export function createConnectionPool(parts: ConnectionPoolParts): ConnectionPool {
  const { clock, attemptLedger: ledger } = parts;
  let options: ConnectionOptions = { ...DEFAULT_CONNECTION_OPTIONS, ...parts.options };
  let desired: ReadonlySet<string> = new Set();
  let isWanted = false;
  let isLedgerLoaded = false;
  let toldState: ConnectionState = 'DISCONNECTED';
  let observerErrors = 0;

  const countError = (error: unknown): void => {
    observerErrors++;
    parts.reportError(error);
  };
  const frameObservers =
    createObservers<[stream: string, text: string, receivedAt: number]>(countError);
  const factObservers = createObservers<[ConnectionFact]>(countError);
  const tell = (fact: ConnectionFact): void => factObservers.tell(fact);

  const queue = createFrameQueue({
    clock,
    size: options.queueSize,
    onFrame: frameObservers.tell,
  });
  const meter = createRateMeter();
  const coverage = createCoverage(() => clock.now(), tell);
  const placement = createPlacement(STREAMS_PER_LINK);
  const watch = createClockWatch(clock, (aheadMs) =>
    wake(aheadMs > 0 ? 'clockForward' : 'clockBack'),
  );

  const connections: Connection[] = [];
  const retirement = createRetirement(clock);

  const cursor = createEndpointCursor(parts.endpoints, () =>
    connections.some((connection) => connection.state === 'CONNECTED'),
  );

  const currentState = (): ConnectionState => {
    if (!isWanted) return 'DISCONNECTED';
    if (!isLedgerLoaded) return 'CONNECTING';
    return mergeStates(connections.map((connection) => connection.state));
  };

  const tellState = (reason: string): void => {
    const state = currentState();
    if (state === toldState) return;
    const previous = toldState;
    toldState = state;
    if (state === 'CONNECTED') doctor.recovered();
    tell({ type: 'stateChanged', state, previous, reason, at: clock.now() });
  };

  const doctor = createDoctor({
    clock,
    diagnose: parts.diagnose,
    onVerdict: (verdict) => tell({ type: 'diagnosed', verdict, at: clock.now() }),
  });

  const onData: FrameHandler = (stream, text, receivedAt) => {
    meter.add(text.length, receivedAt);
    queue.push(stream, text, receivedAt);
  };

  const addConnection = (): Connection => {
    const connection = createConnection({
      openSocket: parts.openSocket,
      clock,
      random: parts.random,
      cursor,
      ledger,
      coverage,
      options: () => options,
      onData,
      onState: tellState,
      onFailure: () => doctor.failed(connection.status().attempts, cursor.current),
      onSettled: retireIfServed,
    });
    connections.push(connection);
    return connection;
  };

  const retireIfServed = (): void => {
    const isLeaving = retirement.connections.size > 0;
    if (isLeaving && connections.every(({ isSettled }) => isSettled)) retirement.end();
  };

  const giveUpSpareConnections = (): void => {
    while (placement.vacateLast()) {
      const connection = connections.pop();
      if (connection) retirement.add(connection);
    }
    if (!isWanted) retirement.end();
  };

  const applyPlacement = (): void => {
    giveUpSpareConnections();
    for (const [index, streams] of placement.sets.entries()) {
      const connection = connections[index] ?? addConnection();
      connection.setStreams(streams);
      if (isWanted && isLedgerLoaded) connection.connect();
    }
    retireIfServed();
    tellState('the number of connections has changed');
  };

  const setStreams = (streams: Iterable<string>): void => {
    desired = new Set(streams);
    coverage.setDesired(desired);
    placement.place(desired);
    applyPlacement();
  };

  const all = (): readonly Connection[] => [...connections, ...retirement.connections];

  const wake = (reason: WakeReason): void => {
    for (const connection of all()) {
      // It may be wrong, as it is for an exchange on this computer: what answers is kept.
      if (reason === 'offline') connection.doubt();
      else connection.wake(WAKE_MODES[reason]);
    }
  };

  applyPlacement();

  return {
    connect() {
      if (!isWanted) {
        isWanted = true;
        watch.start();
        tellState('connecting');
      }
      void ledger.load().then(() => {
        isLedgerLoaded = true;
        if (!isWanted) return;
        for (const connection of connections) connection.connect();
        tellState('connecting');
      });
    },
    disconnect() {
      isWanted = false;
      watch.stop();
      retirement.end();
      doctor.recovered();
      for (const connection of connections) connection.disconnect();
      tellState('disconnected');
    },
    reconnect() {
      if (!isWanted || !isLedgerLoaded) return this.connect();
      for (const connection of connections) connection.reconnect('asked to reconnect');
    },
    setStreams,
    subscribe: (streams) => setStreams([...desired, ...streams]),
    unsubscribe(streams) {
      const unwanted = new Set(streams);
      setStreams([...desired].filter((stream) => !unwanted.has(stream)));
    },
    verify(streams) {
      for (const [index, set] of placement.sets.entries()) {
        if (streams.some((stream) => set.has(stream))) connections[index]?.verify();
      }
    },
    renew(streams, since, way) {
      for (const [index, set] of placement.sets.entries()) {
        const here = streams.filter((stream) => set.has(stream));
        if (here.length > 0) connections[index]?.renew(here, since, way);
      }
    },
    wake,
    setOptions(changes) {
      options = { ...options, ...changes };
      queue.setSize(options.queueSize);
      for (const connection of all()) connection.applyOptions();
    },
    setEndpoints(endpoints) {
      cursor.set(endpoints);
      if (!isWanted || !isLedgerLoaded) return;
      const urls = new Set(endpoints.map(({ url }) => url));
      for (const connection of connections) {
        const { state, endpoint } = connection.status();
        if (state === 'CONNECTED' && endpoint && urls.has(endpoint.url)) continue;
        connection.reconnect('the list of endpoints has changed');
      }
    },
    observeFrames: frameObservers.add,
    observeFacts: factObservers.add,
    status() {
      const merged = mergeParts(connections.map((connection) => connection.status()));
      return {
        ...merged,
        ...meter.rates(clock.now()),
        state: currentState(),
        connections: connections.length,
        queue: { depth: queue.depth, size: queue.size, drops: queue.drops() },
        totalFrames: meter.totalFrames,
        totalBytes: meter.totalBytes,
        verdict: doctor.verdict,
        observerErrors,
      };
    },
  };
}
