import { createAttemptLedger } from '../binance/connection/attempt-ledger.ts';
import { createConnectionPool } from '../binance/connection/connection-pool.ts';
import type { ConnectionPool } from '../binance/connection/connection-pool.ts';
import type { Verdict } from '../binance/connection/diagnose.ts';
import type {
  ConnectionFact,
  ConnectionOptions,
  ConnectionState,
  Endpoint,
} from '../binance/connection/status.ts';
import { createFakeClock } from './fake-clock.ts';
import type { FakeClock } from './fake-clock.ts';
import { createFakeExchange } from './fake-exchange.ts';
import type { FakeExchange } from './fake-exchange.ts';

export interface ConnectionFixture {
  readonly clock: FakeClock;
  readonly exchange: FakeExchange;
  readonly pool: ConnectionPool;
  readonly frames: { readonly stream: string; readonly text: string }[];
  readonly facts: ConnectionFact[];
  readonly errors: unknown[];
  /** What the probe answers. */
  verdict: Verdict;
  readonly probes: string[];
  /** The states told so far, in order. */
  states(): ConnectionState[];
  /** Milliseconds since the start at which sockets were asked for. */
  readonly attemptTimes: number[];
  /** Connects, and lets the handshake and the first acknowledgement happen. */
  connect(): Promise<void>;
  /** Lets time pass while a stream delivers a frame every second. */
  flow(ms: number, stream?: string): Promise<void>;
}

export interface FixtureOptions {
  readonly endpoints?: readonly Endpoint[];
  readonly options?: Partial<ConnectionOptions>;
  readonly random?: () => number;
  readonly attemptLimit?: number;
}

export const STREAM = 'btcusdt@trade';

export const endpointAt = (host: string, venue = 'Binance'): Endpoint => ({
  url: `wss://${host}`,
  venue,
  probeUrl: `https://${host}/api/v3/ping`,
});

/** A pool at a fake exchange, on a fake clock, with everything that it tells written down. */
export function createConnectionFixture(options: FixtureOptions = {}): ConnectionFixture {
  const clock = createFakeClock();
  const start = clock.now();
  const exchange = createFakeExchange(clock);
  const attemptTimes: number[] = [];
  const errors: unknown[] = [];
  let stored: readonly number[] = [];
  const pool = createConnectionPool({
    openSocket(url, handlers) {
      attemptTimes.push(clock.now() - start);
      return exchange.openSocket(url, handlers);
    },
    clock,
    random: options.random ?? (() => 0.5),
    endpoints: options.endpoints ?? [endpointAt('one')],
    options: options.options ?? {},
    attemptLedger: createAttemptLedger({
      clock,
      store: {
        load: () => Promise.resolve(stored),
        save(times) {
          stored = times;
          return Promise.resolve();
        },
      },
      reportError: (error) => errors.push(error),
      ...(options.attemptLimit === undefined ? {} : { limit: options.attemptLimit }),
    }),
    diagnose(probeUrl) {
      fixture.probes.push(probeUrl);
      return Promise.resolve(fixture.verdict);
    },
    reportError: (error) => errors.push(error),
  });
  const fixture: ConnectionFixture = {
    clock,
    exchange,
    pool,
    frames: [],
    facts: [],
    errors,
    verdict: { kind: 'socketsBlocked' },
    probes: [],
    states: () =>
      fixture.facts.flatMap((fact) => (fact.type === 'stateChanged' ? [fact.state] : [])),
    attemptTimes,
    async connect() {
      pool.connect();
      await clock.advanceAsync(100);
    },
    async flow(ms, stream = STREAM) {
      for (let passed = 0; passed < ms; passed += 1000) {
        await clock.advanceAsync(Math.min(1000, ms - passed));
        exchange.publish(stream, {});
      }
    },
  };
  pool.observeFrames((stream, text) => fixture.frames.push({ stream, text }));
  pool.observeFacts((fact) => fixture.facts.push(fact));
  return fixture;
}

/** Connected and subscribed to two streams. */
export async function connectedFixture(options: FixtureOptions = {}): Promise<ConnectionFixture> {
  const fixture = createConnectionFixture(options);
  fixture.pool.setStreams([STREAM, 'btcusdt@kline_1m']);
  await fixture.connect();
  return fixture;
}
