import { createAttemptLedger } from '../binance/connection/attempt-ledger.ts';
import type { HttpResponse } from '../binance/ports.ts';
import { binanceVenue } from '../binance/venue.ts';
import type { Venue } from '../binance/venue.ts';
import { createReadinessCheck } from '../engine/readiness/readiness-check.ts';
import type { ReadinessReport } from '../protocol/readiness.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeSockets } from './fake-socket.ts';
import type { FakeSocket } from './fake-socket.ts';

/** `early`: told before there is a socket to close. */
type SocketFate = 'open' | 'refuse' | 'hang' | 'open-early' | 'refuse-early';
/** A status, no answer at all, or none ever. */
type RestFate = number | 'fail' | 'hang';

export interface ReadinessWorld {
  socket: (url: string) => SocketFate;
  rest: (url: string) => RestFate;
  isOnline: boolean;
  venue: Venue;
  restPausedUntil: number | null;
  /** Added to our time by the exchange's clock. */
  serverAheadMs: number;
  restDelayMs: (askedBefore: number) => number;
}

const SOCKET_DELAY_MS = 60;

/** A readiness check in a world that a test describes, on a fake clock. */
export function createReadinessFixture(part: Partial<ReadinessWorld> = {}) {
  const clock = createFakeClock();
  const world: ReadinessWorld = {
    socket: () => 'open',
    rest: () => 200,
    isOnline: true,
    venue: binanceVenue,
    restPausedUntil: null,
    serverAheadMs: 0,
    restDelayMs: () => 40,
    ...part,
  };
  const asked: string[] = [];
  let underWay = 0;
  let mostAtOnce = 0;
  const begin = (): void => void (mostAtOnce = Math.max(mostAtOnce, ++underWay));

  const sockets = createFakeSockets({
    onConnect(socket: FakeSocket) {
      begin();
      const fate = world.socket(socket.url);
      if (fate === 'hang') return;
      if (fate === 'open-early') return socket.open();
      if (fate === 'refuse-early') return socket.drop(1006, 'forbidden by a policy');
      clock.setTimer(() => {
        underWay--;
        if (fate === 'open') socket.open();
        else socket.drop(1006);
      }, SOCKET_DELAY_MS);
    },
  });

  const httpGet = (url: string) => {
    const delayMs = world.restDelayMs(asked.filter((earlier) => earlier === url).length);
    asked.push(url);
    begin();
    const fate = world.rest(url);
    const response = new Promise<HttpResponse>((resolve, reject) => {
      if (fate === 'hang') return;
      // The exchange reads its clock half way.
      const serverTime = clock.now() + delayMs / 2 + world.serverAheadMs;
      clock.setTimer(() => {
        underWay--;
        if (fate === 'fail') return reject(new TypeError('no answer'));
        const text = fate === 200 ? JSON.stringify({ serverTime }) : '{}';
        resolve({ status: fate, retryAfter: fate === 429 ? '30' : null, text });
      }, delayMs);
    });
    return { response, abort: () => void underWay-- };
  };

  const attemptLedger = createAttemptLedger({
    clock,
    store: { load: () => Promise.resolve([]), save: () => Promise.resolve() },
    reportError: () => undefined,
  });
  const check = createReadinessCheck({
    clock,
    network: { openSocket: sockets.openSocket, httpGet, isOnline: () => world.isOnline },
    venue: () => world.venue,
    attemptLedger,
    restPausedUntil: () => world.restPausedUntil,
    isStored: () => true,
  });

  return {
    clock,
    world,
    asked,
    sockets,
    attemptLedger,
    check,
    mostAtOnce: () => mostAtOnce,
    async run(withinMs = 60_000): Promise<ReadinessReport> {
      let report: ReadinessReport | undefined;
      void check.run().then((answer) => (report = answer));
      await clock.advanceAsync(withinMs);
      if (!report) throw new Error(`no report within ${withinMs} ms`);
      return report;
    },
  };
}

/** The different faults of the endpoints of a kind; null for those that were reached. */
export function faultsOf({ endpoints }: ReadinessReport, kind: 'stream' | 'rest') {
  return [...new Set(endpoints.filter((one) => one.kind === kind).map(({ fault }) => fault))];
}
