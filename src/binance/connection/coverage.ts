/**
 * Which wanted streams are delivered at this moment, over all links together.
 *
 * Guarantees: a stream is told live when the first link that delivers it is acknowledged, and lost
 * when the last one is gone; overlapping links tell nothing. `uncoveredSince` is the last sign of
 * life before the loss: frames after it may be missing, none before it is.
 */
import type { CoverageSink } from './session.ts';
import type { ConnectionFact } from './status.ts';

export interface Coverage extends CoverageSink {
  setDesired(streams: ReadonlySet<string>): void;
}

export function createCoverage(now: () => number, tell: (fact: ConnectionFact) => void): Coverage {
  let desired: ReadonlySet<string> = new Set();
  const holders = new Map<string, Set<object>>();
  const lostAt = new Map<string, number>();

  const tellLive = (streams: readonly string[]): void => {
    const bySince = new Map<number | null, string[]>();
    for (const stream of streams) {
      const since = lostAt.get(stream) ?? null;
      lostAt.delete(stream);
      const group = bySince.get(since);
      if (group) group.push(stream);
      else bySince.set(since, [stream]);
    }
    for (const [uncoveredSince, group] of bySince) {
      tell({ type: 'streamsLive', streams: group, uncoveredSince, at: now() });
    }
  };

  const release = (
    session: object,
    streams: Iterable<string>,
    since: number,
    reason: string,
  ): void => {
    const lost: string[] = [];
    for (const stream of streams) {
      const sessions = holders.get(stream);
      if (!sessions?.delete(session) || sessions.size > 0) continue;
      holders.delete(stream);
      if (!desired.has(stream)) continue;
      lostAt.set(stream, since);
      lost.push(stream);
    }
    if (lost.length > 0) {
      tell({ type: 'streamsLost', streams: lost, since, reason, at: now() });
    }
  };

  const acknowledged = (session: object, streams: readonly string[]): void => {
    const live: string[] = [];
    for (const stream of streams) {
      const sessions = holders.get(stream);
      if (sessions) {
        sessions.add(session);
        continue;
      }
      holders.set(stream, new Set([session]));
      if (desired.has(stream)) live.push(stream);
    }
    tellLive(live);
  };

  const heldBy = (session: object): string[] =>
    [...holders].filter(([, sessions]) => sessions.has(session)).map(([stream]) => stream);

  return {
    acknowledged,
    removed: release,
    ended: (session, since, reason) => release(session, heldBy(session), since, reason),
    doubted(session, since, reason) {
      const streams = heldBy(session);
      release(session, streams, since, reason);
      acknowledged(session, streams);
    },
    setDesired(streams) {
      const back: string[] = [];
      for (const stream of streams) {
        if (!desired.has(stream) && holders.has(stream)) back.push(stream);
      }
      desired = streams;
      for (const stream of lostAt.keys()) if (!streams.has(stream)) lostAt.delete(stream);
      tellLive(back);
    },
  };
}
