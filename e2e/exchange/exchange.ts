import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { createControlServer } from './control-server.ts';
import type { Faults } from './faults.ts';
import { createFaults } from './faults.ts';
import type { Hub } from './hub.ts';
import { createHub } from './hub.ts';
import type { Limits } from './limits.ts';
import { BINANCE_LIMITS } from './limits.ts';
import type { LiveOptions } from './live.ts';
import { startLive } from './live.ts';
import type { Market } from './market.ts';
import { createMarket } from './market.ts';
import { createRestServer } from './rest-server.ts';
import type { ExchangeStats } from './stats.ts';
import { createStats, resetStats } from './stats.ts';
import { createStreamServer } from './stream-server.ts';
import type { SymbolSpec } from './symbols.ts';
import type { Timing } from './timing.ts';
import { systemTiming } from './timing.ts';
import { createWaiting } from './waiting.ts';
import { createWeightLedger } from './weight-ledger.ts';

/** How an exchange is set up; everything may be left out. */
export interface ExchangeOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The market's clock stands still here (ms); left out, it follows the machine's. */
  readonly startAt?: number;
  /** Seed of the generated history. */
  readonly seed?: number;
  readonly symbols?: readonly SymbolSpec[];
  /** Differences from Binance's limits. */
  readonly limits?: Partial<Limits>;
  readonly timing?: Timing;
}

/** A running exchange on 127.0.0.1. */
export interface Exchange {
  readonly port: number;
  /** `ws://127.0.0.1:PORT` */
  readonly streamUrl: string;
  /** `http://127.0.0.1:PORT` */
  readonly restUrl: string;
  readonly market: Market;
  readonly faults: Faults;
  readonly stats: ExchangeStats;
  readonly hub: Hub;
  readonly timing: Timing;
  /** Zeroes the counters, logs, used weight and any ban. */
  resetStats(): void;
  /** How many open connections are subscribed to a stream. */
  subscribers(stream: string): number;
  /** All streams that open connections are subscribed to. */
  subscriptions(): string[];
  /**
   * Resolves as soon as `isTrue` holds; it is asked again after everything that clients do.
   * @throws Error naming `what` after `timeoutMs` (10 s)
   */
  until(what: string, isTrue: () => boolean, timeoutMs?: number): Promise<void>;
  /** Lets the market move by itself until the returned function or `close()` is called. */
  startLive(options?: LiveOptions): () => void;
  close(): Promise<void>;
}

const LARGEST_URL = 64 * 1024;

/** Starts an exchange; resolves when it listens. */
export async function createExchange(options: ExchangeOptions = {}): Promise<Exchange> {
  const timing = options.timing ?? systemTiming;
  const limits: Limits = { ...BINANCE_LIMITS, ...options.limits };
  const stats = createStats();
  const hub = createHub();
  const waiting = createWaiting();
  const ledger = createWeightLedger(limits, timing);
  const market = createMarket({
    machineNow: timing.now,
    ...(options.startAt === undefined ? {} : { startAt: options.startAt }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.symbols === undefined ? {} : { symbols: options.symbols }),
  });
  market.onEvent(hub.publish);
  const { faults, onOpened } = createFaults(hub, market.now);
  const onChange = waiting.check;
  const context = { timing, limits, stats, onChange };
  const rest = createRestServer({ ...context, market, faults: faults.rest, ledger });
  const streams = createStreamServer(hub, faults.upgrades, {
    ...context,
    replies: faults.replies,
    onOpened,
  });

  const sockets = new Set<Duplex>();
  const server = createServer({ maxHeaderSize: LARGEST_URL });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const port = await listen(server, options.port ?? 0);
  let stopLive: (() => void) | undefined;

  const exchange: Exchange = {
    port,
    streamUrl: `ws://127.0.0.1:${port}`,
    restUrl: `http://127.0.0.1:${port}`,
    market,
    faults,
    stats,
    hub,
    timing,
    resetStats() {
      resetStats(stats);
      ledger.clear();
    },
    subscribers: (stream) => hub.subscribers(stream).length,
    subscriptions: () => [
      ...new Set([...hub.connections].flatMap((connection) => [...connection.streams])),
    ],
    until: waiting.until,
    startLive(liveOptions = {}) {
      stopLive?.();
      stopLive = startLive(market, timing, liveOptions);
      return stopLive;
    },
    async close() {
      stopLive?.();
      waiting.giveUp();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };

  const control = createControlServer(exchange);
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/__control') === true) control(request, response);
    else rest(request, response);
  });
  server.on('upgrade', streams.upgrade);
  return exchange;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('the server has no port'));
      } else {
        resolve(address.port);
      }
    });
  });
}
