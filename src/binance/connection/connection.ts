/**
 * One logical connection of up to 1,024 streams, kept up by one link at a time.
 *
 * Guarantees:
 * - It never gives up while it is wanted and reconnection is on. Retries wait with backoff; after
 *   `maxReconnectAttempts` at one endpoint the next is tried and `ERROR` is shown until one opens.
 * - The attempt counter returns to zero only after a link has stayed up for 10 s and has answered,
 *   so a connection that flaps does not hammer, and an endpoint that accepts and says nothing is left.
 * - A link is replaced by overlap (see `rotation.ts`) before the exchange's 24-hour cut, when the
 *   exchange announces a shutdown, when data alone has gone silent, and when nothing at all has come
 *   for three quarters of the heartbeat interval. If the old link dies meanwhile, the new one takes
 *   its place; what a silent link may have missed is told.
 * - No more attempts than the ledger admits, whoever asks.
 */
import type { Connection, ConnectionParts } from './connection-contract.ts';
import { createConnectionRecord } from './connection-record.ts';
import { endedByUs } from './link-end.ts';
import type { LinkEnd } from './link-end.ts';
import { createRetryPlan } from './retry-plan.ts';
import { createRetryTimer } from './retry-timer.ts';
import { createRotation } from './rotation.ts';
import { createSession } from './session.ts';
import type { Session, SessionHandlers } from './session.ts';
import type { ConnectionState } from './status.ts';
import { createUptime } from './uptime.ts';

/** An attempt younger than this is left alone: several wake signals come together. */
const YOUNG_MS = 2000;
/** A link younger than this was opened after the sleep that a late signal tells of. */
const FRESH_MS = 6000;
const MAX_STALL_DOUBLINGS = 3;
const DATA_SILENT = 'market data had gone silent';

export function createConnection(parts: ConnectionParts): Connection {
  const { clock, random, cursor, ledger, coverage, options } = parts;
  const plan = createRetryPlan(cursor, options, random);
  let streams: ReadonlySet<string> = new Set();
  let state: ConnectionState = 'DISCONNECTED';
  let isWanted = false;
  const record = createConnectionRecord(clock);
  let current: Session | undefined;
  let lastAttemptAt = -Infinity;
  let stallDoublings = 0;

  const setState = (next: ConnectionState, reason: string): void => {
    if (next !== 'CONNECTED') record.interrupted();
    if (next === state) return;
    state = next;
    parts.onState(reason);
  };

  const handlers: SessionHandlers = {
    onOpen(session) {
      if (session === current) becomeConnected(session);
    },
    onData: parts.onData,
    onProgress(session) {
      rotation.onProgress(session);
      if (session === current && session.isSettled) parts.onSettled();
    },
    onShutdown(session) {
      if (session === current) return rotation.begin('shutdown');
      session.close();
      rotation.onFailed(session);
    },
    onUnreadable: record.unreadable,
    onStalled(session) {
      if (session !== current) return;
      stallDoublings = Math.min(stallDoublings + 1, MAX_STALL_DOUBLINGS);
      rotation.begin('stalled');
    },
    onEnd(session, end) {
      if (session === current) lose(end);
      else rotation.onFailed(session);
    },
  };

  const newSession = (): Session | null => {
    const endpoint = cursor.current;
    if (!endpoint) return null;
    const { heartbeatIntervalMs } = options();
    return createSession({
      openSocket: parts.openSocket,
      clock,
      random,
      endpoint,
      heartbeatIntervalMs,
      dataSilenceMs: heartbeatIntervalMs * 2 ** stallDoublings,
      streams,
      coverage,
      handlers,
    });
  };

  const rotation = createRotation({
    clock,
    random,
    ledger,
    options,
    createSession: newSession,
    onReady(session, reason) {
      const old = current;
      takeInUse(session);
      old?.close();
      // After a wake the old link may have been dead for a while without a sign of it.
      const isMute = reason === 'wake' && (old?.lastFrameAt ?? 0) < session.startedAt;
      if (old && (reason === 'stalled' || isMute)) doubt(session, old, DATA_SILENT);
    },
  });

  /** An open link takes the place of another without interruption. */
  const takeInUse = (session: Session): void => {
    current = session;
    record.rotated();
    uptime.start();
  };

  /** Data may have been missing since the last of the old link, overlap or not. */
  const doubt = (session: Session, old: Session, reason: string): void =>
    coverage.doubted(session, old.lastDataAt ?? old.startedAt, reason);

  const becomeConnected = (session: Session): void => {
    record.connected();
    plan.opened();
    uptime.start();
    setState('CONNECTED', `connected to ${session.endpoint.venue}`);
  };

  const stopTimers = (): void => {
    uptime.stop();
    retry.cancel();
  };

  /** Forgets the link in use without closing it. */
  const letGo = (end: LinkEnd): void => {
    record.ended(end, current?.lastFrameAt ?? null);
    current = undefined;
    stopTimers();
  };

  const lose = (end: LinkEnd): void => {
    const wasStable = plan.attempts === 0;
    const old = current;
    const wasSilent = end.kind === 'silent' || end.kind === 'asleep';
    const wasStalled = rotation.reason === 'stalled';
    letGo(end);
    const next = rotation.release();
    // Where both are mute, the endpoint or the network is: that is a failure.
    if (next && end.kind === 'silent' && !next.isSettled) next.close();
    else if (next?.isOpen) {
      takeInUse(next);
      if (old && (wasSilent || wasStalled)) doubt(next, old, wasSilent ? end.reason : DATA_SILENT);
      return;
    } else if (next) {
      current = next;
      return setState('RECONNECTING', end.reason);
    }
    stallDoublings = 0;
    parts.onFailure();
    // An observer may have disconnected, or connected anew.
    if (!isWanted || current) return;
    if (!options().enableReconnection) return setState('ERROR', end.reason);
    if (end.kind === 'asleep' && wasStable) return startAnew(end.reason);
    scheduleRetry(end.reason);
  };

  const scheduleRetry = (reason: string): void => {
    retry.set(plan.failed());
    setState(plan.hasExhausted ? 'ERROR' : 'RECONNECTING', reason);
  };

  const attempt = (): void => {
    stopTimers();
    if (ledger.waitMs() > 0) return retry.set(0);
    const session = newSession();
    if (!session) return setState('ERROR', 'there is no endpoint to connect to');
    ledger.record();
    lastAttemptAt = clock.now();
    plan.started(session.endpoint);
    current = session;
    session.start();
  };

  const retry = createRetryTimer(clock, ledger, attempt);
  const uptime = createUptime({
    clock,
    random,
    onStable() {
      const hasAnswered = streams.size === 0 || (current?.hasAnswered ?? false);
      if (hasAnswered) plan.stable();
      return hasAnswered;
    },
    onAged: () => rotation.begin('age'),
  });

  const drop = (): void => {
    const session = current;
    rotation.cancel();
    if (!session) return stopTimers();
    letGo(endedByUs('replaced', clock.now()));
    session.close();
  };

  const startAnew = (reason: string): void => {
    drop();
    setState(plan.hasExhausted ? 'ERROR' : 'RECONNECTING', reason);
    if (isWanted && !current) attempt();
  };

  const both = () => [current, rotation.standby];
  const ageOf = (time: number): number => Math.abs(clock.now() - time);

  /** What an open link looks like after sleep says nothing: treat it as lost. */
  const distrust = (session: Session): void => {
    const { standby } = rotation;
    if (standby && ageOf(standby.startedAt) >= FRESH_MS) rotation.cancel();
    const end = endedByUs('asleep', clock.now());
    session.close(end.reason);
    lose(end);
  };

  const connect = (): void => {
    if (isWanted && (current || retry.dueAt !== null)) return;
    isWanted = true;
    plan.reset();
    setState('CONNECTING', 'connecting');
    attempt();
  };

  return {
    connect,
    disconnect() {
      isWanted = false;
      record.switchedOff();
      plan.reset();
      drop();
      setState('DISCONNECTED', 'disconnected');
    },
    reconnect(reason) {
      if (!isWanted) return connect();
      plan.reset();
      startAnew(reason);
    },
    setStreams(next) {
      streams = next;
      stallDoublings = 0;
      for (const session of both()) session?.setStreams(next);
    },
    applyOptions() {
      const { enableReconnection, heartbeatIntervalMs } = options();
      for (const session of both()) session?.setHeartbeatIntervalMs(heartbeatIntervalMs);
      if (!isWanted || current) return;
      if (!enableReconnection) {
        stopTimers();
        setState('ERROR', 'reconnection is switched off');
      } else if (retry.dueAt === null) {
        scheduleRetry('reconnection is switched on');
      }
    },
    verify: () => current?.verify(),
    renew(stalled, since, way) {
      if (way === 'replace' && current?.isOpen && !rotation.reason) {
        current.disown(stalled, since);
        return rotation.begin('distrusted');
      }
      for (const session of both()) session?.renew(stalled, since);
    },
    doubt() {
      for (const session of both()) session?.doubt();
    },
    wake(mode) {
      if (!isWanted || ageOf(lastAttemptAt) < YOUNG_MS) return;
      if (!current) {
        if (retry.dueAt !== null) attempt();
      } else if (!current.isOpen) {
        startAnew('woken while connecting');
      } else if (mode === 'overlap') {
        rotation.begin('wake');
      } else if (mode === 'replace' && ageOf(current.startedAt) >= FRESH_MS) {
        distrust(current);
      }
    },
    status: () => ({
      ...record.history(current, streams.size),
      state,
      endpoint: current?.endpoint ?? cursor.current,
      endpointIndex: current ? cursor.indexOf(current.endpoint) : cursor.index,
      attempts: plan.attempts,
      nextRetryAt: retry.dueAt,
    }),
    get state() {
      return state;
    },
    get isSettled() {
      return current?.isSettled ?? false;
    },
  };
}
