/** The session's state as the page wants to see it. */
import type { Verdict } from '../../binance/connection/diagnose.ts';
import type { ConnectionStatus } from '../../binance/connection/status.ts';
import { describeRestFailure } from '../../binance/rest-failure.ts';
import type { ConnectionReport, HealthReport, Outage } from '../../protocol/health.ts';
import type { SeriesReport } from '../../protocol/market-state.ts';
import type { NamedKeeper } from '../market/series-book.ts';
import type { MarketSession } from '../market/market-session.ts';

export function reportConnection(session: MarketSession): ConnectionReport {
  const status = session.pool.status();
  const drops = Object.values(status.queue.drops);
  return {
    state: status.state,
    venue: session.venue.name,
    endpoint: status.endpoint?.url ?? '',
    connections: status.connections,
    attempts: failedAttempts(status),
    reconnects: status.reconnects,
    connectedSince: status.connectedSince,
    nextRetryAt: status.nextRetryAt,
    streams: status.streams.desired,
    streamsAcknowledged: status.streams.acknowledged,
    streamsFailed: status.streams.failed.length,
    queueDepth: status.queue.depth,
    dropped: drops.reduce((sum, count) => sum + count, 0),
    framesPerSecond: status.framesPerSecond,
    bytesPerSecond: status.bytesPerSecond,
    framesTotal: status.totalFrames,
    lastFrameAt: status.lastFrameAt,
    latencyMs: session.dataStream.status().latencyMs,
    lastClose: status.lastClose?.reason ?? '',
    outage: outageOf(status),
  };
}

export function reportHealth(
  session: MarketSession,
  engine: Pick<HealthReport, 'isStored' | 'alertsNotKept' | 'isDelivering' | 'observerFaults'>,
): HealthReport {
  const { rejected, duplicates, late, gapsFound, gapsFilled } = session.dataStream.status();
  const rest = session.rest.status;
  return {
    connection: reportConnection(session),
    rest: {
      usedWeight: rest.used,
      weightCeiling: rest.ceiling,
      queued: rest.queued + rest.inFlight,
      pausedUntil: rest.pausedUntil,
      lastError: rest.lastFailure ? describeRestFailure(rest.lastFailure.failure) : '',
      lastErrorAt: rest.lastFailure?.at ?? null,
    },
    rejectedFrames: rejected,
    duplicateEvents: duplicates,
    lateEvents: late,
    gapsFound,
    gapsFilled,
    ...engine,
  };
}

/** A series is never called live while nothing is connected. */
export function reportSeries(session: MarketSession, named: NamedKeeper): SeriesReport {
  const { symbol, interval, keeper } = named;
  const isConnected = session.pool.status().state === 'CONNECTED';
  const state = keeper.isCurrent && !isConnected ? 'stale' : keeper.state;
  const reason = session.backfill.reason(named);
  const missing = keeper.missing(session.dataStream.exchangeTime);
  return { symbol, interval, state, candles: keeper.closed.length, reason, missing };
}

const OUTAGES: Readonly<Record<Verdict['kind'], Outage>> = {
  offline: 'offline',
  geoBlocked: 'blocked',
  rateLimited: 'rate-limited',
  exchangeDown: 'exchange-down',
  socketsBlocked: 'sockets-blocked',
};

function outageOf({ verdict }: ConnectionStatus): Outage | null {
  return verdict && OUTAGES[verdict.kind];
}

/** The attempt that is under way, or that succeeded, has not failed. */
function failedAttempts({ state, attempts, nextRetryAt }: ConnectionStatus): number {
  const isWaiting = state !== 'CONNECTED' && nextRetryAt !== null;
  return Math.max(0, isWaiting ? attempts : attempts - 1);
}
