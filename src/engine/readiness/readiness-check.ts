/**
 * Asks every endpoint of the venue whether it can be used from here, when the user wants to know.
 *
 * Guarantees:
 * - Nothing is opened but through the given network, and the demo market opens nothing at all.
 * - Each stream attempt is charged to the attempt ledger before it is made, and a check leaves most
 *   of the allowance to the watch; REST is not asked while the exchange wants a pause. So however
 *   often it is run, it neither causes a ban nor keeps the watch from reconnecting.
 * - At most six endpoints at a time, 8 s for each, so that it ends within half a minute whatever
 *   hangs, and never rejects. A check asked for while one of the same venue runs is the same check.
 */
import type { AttemptLedger } from '../../binance/connection/attempt-ledger.ts';
import type { Clock } from '../../binance/ports.ts';
import type { Venue } from '../../binance/venue.ts';
import type { ReadinessReport } from '../../protocol/readiness.ts';
import type { Network } from '../market/market-session.ts';
import { clockSkew, quickest } from './clock-skew.ts';
import { judgeEndpoints } from './judge-endpoints.ts';
import type { ProbedRest, ProbedStream } from './judge-endpoints.ts';
import { probeRest } from './probe-rest.ts';
import type { RestSign } from './probe-rest.ts';
import { probeStream } from './probe-stream.ts';
import { createTurns } from './turns.ts';

export interface ReadinessCheckParts {
  readonly clock: Clock;
  readonly network: Network;
  /** The one in use: the settings may change it. */
  readonly venue: () => Venue;
  readonly attemptLedger: AttemptLedger;
  /** Until when the exchange wants no request, epoch milliseconds; null where it wants no pause. */
  readonly restPausedUntil: () => number | null;
  /** Whether the history outlives the page. */
  readonly isStored: () => boolean;
}

export interface ReadinessCheck {
  /** Never rejects. */
  run(): Promise<ReadinessReport>;
}

export const PATIENCE_MS = 8000;
export const AT_ONCE = 6;
/** Of the attempts in five minutes, those made by the watch included: beyond, a check makes none. */
export const ATTEMPT_SHARE = 100;
const NO_ENDPOINTS: Pick<Venue, 'streamEndpoints' | 'restEndpoints'> = {
  streamEndpoints: [],
  restEndpoints: [],
};

export function createReadinessCheck(parts: ReadinessCheckParts): ReadinessCheck {
  const { clock, attemptLedger } = parts;
  const { openSocket, httpGet, isOnline } = parts.network;
  /** What a check was told to wait for, the next one waits for too. */
  const pauses = new Map<Venue['id'], number>();
  let running: { readonly venue: Venue; readonly report: Promise<ReadinessReport> } | null = null;

  const tryStream = async (url: string): Promise<ProbedStream> => {
    if (attemptLedger.waitMs() > 0 || attemptLedger.count >= ATTEMPT_SHARE) {
      return { url, sign: null };
    }
    attemptLedger.record();
    return { url, sign: await probeStream(openSocket, clock, url, PATIENCE_MS) };
  };

  const askRest = async (venue: Venue, url: string): Promise<RestSign> => {
    const until = Math.max(parts.restPausedUntil() ?? 0, pauses.get(venue.id) ?? 0);
    if (until > clock.now()) {
      return { isReached: false, failure: { type: 'rateLimited', until }, isRemembered: true };
    }
    const sign = await probeRest(httpGet, clock, url, PATIENCE_MS);
    if (!sign.isReached && 'until' in sign.failure) pauses.set(venue.id, sign.failure.until);
    return sign;
  };

  /** Asked a second time, the quickest endpoint answers over a connection that is already there. */
  const measureClock = async (venue: Venue, rests: readonly ProbedRest[]) => {
    const first = quickest(
      rests.flatMap(({ url, sign }) => (sign.isReached ? [{ url, ...sign.answer }] : [])),
    );
    if (!first) return null;
    const again = await askRest(venue, first.url);
    return clockSkew(again.isReached ? (quickest([first, again.answer]) ?? first) : first);
  };

  const check = async (venue: Venue): Promise<ReadinessReport> => {
    const isDemo = venue.id === 'demo';
    const { streamEndpoints, restEndpoints } = isDemo ? NO_ENDPOINTS : venue;
    if (!isDemo) await attemptLedger.load();
    const inTurn = createTurns(AT_ONCE);
    const [streams, rests] = await Promise.all([
      Promise.all(streamEndpoints.map((url) => inTurn(() => tryStream(url)))),
      Promise.all(
        restEndpoints.map((url) => inTurn(async () => ({ url, sign: await askRest(venue, url) }))),
      ),
    ]);
    return {
      endpoints: judgeEndpoints(streams, rests, isOnline()),
      clock: await measureClock(venue, rests),
      checkedAt: clock.now(),
      venue: venue.name,
      isDemo,
      isStored: parts.isStored(),
    };
  };

  return {
    run() {
      const venue = parts.venue();
      if (running?.venue === venue) return running.report;
      const report = check(venue).finally(() => {
        if (running?.report === report) running = null;
      });
      running = { venue, report };
      return report;
    },
  };
}
