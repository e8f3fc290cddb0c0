/**
 * A simulated Binance on a time line: streams and REST tell of the same market, everything takes a
 * moment to arrive, and every way of failing can be asked for. It watches its own limits.
 *
 * Guarantees: the same market, seed and schedule give the same run to the millisecond; what a fault
 * does to a connection ends with that connection, so a client that reconnects is served.
 */
import type { HttpGet, OpenSocket } from '../../binance/ports.ts';
import { openRestDesk } from './rest-desk.ts';
import type { RestDesk } from './rest-desk.ts';
import { createLimitWatch } from './limit-watch.ts';
import type { LimitWatch } from './limit-watch.ts';
import { STEP_MS } from './price-course.ts';
import type { Market } from './price-course.ts';
import { openStreamConnection } from './stream-connection.ts';
import type { StreamConnection } from './stream-connection.ts';
import { frameSourceOf } from './stream-frames.ts';
import type { Frame } from './stream-frames.ts';
import type { Process, TimeLine } from './time-line.ts';

export type Upgrades = 'accept' | 'refuse' | 'hang';

/** What happens to frames on their way, each with its own chance. */
export interface Mangling {
  readonly duplicate: number;
  readonly delay: number;
  readonly longestDelayMs: number;
}

export interface MarketServer {
  readonly limits: LimitWatch;
  readonly rest: RestDesk;
  readonly connections: readonly StreamConnection[];
  upgrades: Upgrades;
  mangling: Mangling | null;
  /** Connections that open from now on are cut at this age. */
  lifetimeMs: number;
  readonly framesSent: number;
  /** The network that a process of a computer sees; unreachable while `isReachable` is false. */
  networkFor(
    process: Process,
    isReachable: () => boolean,
  ): { readonly openSocket: OpenSocket; readonly httpGet: HttpGet };
  /** Says that it goes away, and does so a moment later; new connections are served elsewhere. */
  announceShutdown(graceMs: number): void;
}

const DAY_MS = 86_400_000;

export function createMarketServer(options: {
  readonly line: TimeLine;
  readonly market: Market;
  readonly random: () => number;
}): MarketServer {
  const { line, market, random } = options;
  const limits = createLimitWatch();
  const source = frameSourceOf(market);
  const rest = openRestDesk({ line, market, limits, random });
  const connections = new Set<StreamConnection>();
  let framesSent = 0;

  const send = (connection: StreamConnection, frame: Frame, delayMs: number): void => {
    framesSent++;
    const { mangling } = server;
    if (!mangling) return connection.push(frame, delayMs);
    const isLate = random() < mangling.delay;
    connection.push(frame, delayMs + (isLate ? random() * mangling.longestDelayMs : 0));
    if (random() < mangling.duplicate) {
      connection.push(frame, delayMs + random() * mangling.longestDelayMs);
    }
  };

  /** Streams of a connection are pushed in an order of their own each time. */
  const pushStep = (connection: StreamConnection, time: number): void => {
    const streams = [...connection.streams];
    const turn = Math.floor(random() * streams.length);
    const delayMs = 10 + random() * 240;
    for (const stream of [...streams.slice(turn), ...streams.slice(0, turn)]) {
      for (const frame of source.framesOf(stream, time)) send(connection, frame, delayMs);
    }
  };

  const step = (): void => {
    const time = Math.floor(line.now / STEP_MS) * STEP_MS;
    for (const connection of connections) if (connection.isOpen) pushStep(connection, time);
    line.after(time + STEP_MS - line.now, step);
  };
  line.after(STEP_MS - (line.now % STEP_MS), step);

  const server: MarketServer = {
    limits,
    rest,
    get connections() {
      return [...connections];
    },
    upgrades: 'accept',
    mangling: null,
    lifetimeMs: DAY_MS,
    get framesSent() {
      return framesSent;
    },
    networkFor: (process, isReachable) => ({
      openSocket(url, handlers) {
        limits.attempt(line.now);
        const connection = openStreamConnection({
          line,
          process,
          handlers,
          limits,
          url,
          upgrade: isReachable() ? server.upgrades : 'refuse',
          lifetimeMs: server.lifetimeMs,
          isReachable,
          onGone: () => void connections.delete(connection),
        });
        connections.add(connection);
        return connection.socket;
      },
      httpGet: (url) => rest.request(url, process, isReachable),
    }),
    announceShutdown(graceMs) {
      const leaving = [...connections];
      for (const connection of leaving) connection.announceShutdown();
      line.after(graceMs, () => {
        for (const connection of leaving) connection.drop(1001);
      });
    },
  };
  return server;
}
