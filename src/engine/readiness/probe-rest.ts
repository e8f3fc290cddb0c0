import { parseJson } from '../../binance/parse-json.ts';
import { parseServerTime } from '../../binance/parse-rest.ts';
import type { Clock, HttpGet, HttpResponse } from '../../binance/ports.ts';
import { failureOfResponse } from '../../binance/rest-failure.ts';
import type { RestFailure } from '../../binance/rest-failure.ts';

/** Epoch milliseconds: the first two on our clock, the last on the exchange's. */
export interface TimeAnswer {
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly serverTime: number;
}

export type RestSign =
  | { readonly isReached: true; readonly answer: TimeAnswer }
  | { readonly isReached: false; readonly failure: RestFailure }
  /** Not asked, because an earlier answer wants a pause. */
  | { readonly isReached: false; readonly failure: RestFailure; readonly isRemembered: true };

/** Asks a REST endpoint (without a path) for its time: weight 1. Never rejects. */
export function probeRest(
  httpGet: HttpGet,
  clock: Clock,
  endpoint: string,
  patienceMs: number,
): Promise<RestSign> {
  return new Promise((resolve) => {
    const fail = (failure: RestFailure): void => resolve({ isReached: false, failure });
    const sentAt = clock.now();
    const request = httpGet(`${endpoint}/api/v3/time`);
    const timer = clock.setTimer(() => {
      // First the reason, then the abort: an aborted request looks like one without a network.
      fail({ type: 'timeout', afterMs: patienceMs });
      request.abort();
    }, patienceMs);
    request.response
      .then(
        (response) => resolve(read(response, sentAt, clock.now())),
        () => fail({ type: 'offline' }),
      )
      .finally(() => timer.cancel());
  });
}

function read(response: HttpResponse, sentAt: number, receivedAt: number): RestSign {
  if (response.status !== 200) {
    return { isReached: false, failure: failureOfResponse(response, receivedAt) };
  }
  const serverTime = parseServerTime(parseJson(response.text));
  return typeof serverTime === 'number'
    ? { isReached: true, answer: { sentAt, receivedAt, serverTime } }
    : { isReached: false, failure: { type: 'badBody', rejection: serverTime } };
}
