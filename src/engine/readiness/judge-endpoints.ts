/**
 * Why an endpoint cannot be used. A socket says nothing but "closed" and a request that was blocked
 * on the way nothing at all, so each is compared with what the other endpoints said.
 *
 * Guarantees: what an endpoint says itself counts before what others say; an endpoint of the same
 * site (`api.binance.com` beside `stream.binance.com`) counts before the rest; a device is called
 * offline only where nothing at all answered.
 */
import { describeRestFailure } from '../../binance/rest-failure.ts';
import type { RestFailure } from '../../binance/rest-failure.ts';
import type { EndpointCheck, EndpointFault } from '../../protocol/readiness.ts';
import { roundTripMs } from './clock-skew.ts';
import type { RestSign } from './probe-rest.ts';
import type { StreamSign } from './probe-stream.ts';

export interface ProbedStream {
  readonly url: string;
  /** Null where no attempt was left to try it with. */
  readonly sign: StreamSign | null;
}

export interface ProbedRest {
  readonly url: string;
  readonly sign: RestSign;
}

/** `silent`: no sign of its own, so the others decide. */
type OwnFault = EndpointFault | 'silent' | null;

const UNTRIED =
  'not tried: few connection attempts are allowed in five minutes, and the watch may need the rest';

export function judgeEndpoints(
  streams: readonly ProbedStream[],
  rests: readonly ProbedRest[],
  isOnline: boolean,
): readonly EndpointCheck[] {
  const told = rests.map(({ url, sign }) => ({ url, fault: restFault(sign) }));
  const isStreamOpen = streams.some(({ sign }) => sign?.isOpen);
  const isRestReached = told.some(({ fault }) => fault === null);
  const hasAnswer = isStreamOpen || rests.some(({ sign }) => isAnsweredNow(sign));
  const isOffline = !isOnline && !hasAnswer;

  /** Of an address whose socket did not open. */
  const streamFault = (url: string): EndpointFault => {
    if (isOffline) return 'offline';
    const ofSite = told.filter((rest) => siteOf(rest.url) === siteOf(url));
    const near = ofSite.length > 0 ? ofSite : told;
    if (near.some(({ fault }) => isAnswer(fault))) {
      return isStreamOpen ? 'address' : 'sockets-blocked';
    }
    const outage = near.map(({ fault }) => fault).find((fault) => fault !== 'silent');
    return outage ?? (hasAnswer ? 'address' : 'exchange-down');
  };

  /** Of a REST address that was not reached. */
  const spokenFault = (own: EndpointFault | 'silent'): EndpointFault => {
    if (own !== 'silent') return own;
    return isRestReached ? 'address' : 'exchange-down';
  };

  return [
    ...streams.map(({ url, sign }): EndpointCheck => {
      const kind = 'stream';
      if (!sign) return { kind, url, fault: 'untried', answeredInMs: null, detail: UNTRIED };
      if (sign.isOpen) return { kind, url, fault: null, answeredInMs: sign.afterMs, detail: '' };
      return { kind, url, fault: streamFault(url), answeredInMs: null, detail: sign.words };
    }),
    ...rests.map(({ url, sign }): EndpointCheck => {
      const kind = 'rest';
      if (sign.isReached) {
        const answeredInMs = roundTripMs(sign.answer);
        return { kind, url, fault: null, answeredInMs, detail: '' };
      }
      const fault = isOffline ? 'offline' : spokenFault(faultOf(sign.failure));
      return { kind, url, fault, answeredInMs: null, detail: wordsOf(sign.failure) };
    }),
  ];
}

/** What may lie behind it, the fault says already. */
function wordsOf(failure: RestFailure): string {
  return failure.type === 'offline' ? 'no answer at all' : describeRestFailure(failure);
}

function restFault(sign: RestSign): OwnFault {
  return sign.isReached ? null : faultOf(sign.failure);
}

function faultOf(failure: RestFailure): EndpointFault | 'silent' {
  switch (failure.type) {
    case 'timeout':
    case 'offline':
    case 'cancelled':
      return 'silent';
    case 'rateLimited':
    case 'banned':
      return 'rate-limited';
    case 'geoBlocked':
      return 'blocked';
    case 'serverError':
      return 'exchange-down';
    case 'refused':
    case 'badBody':
    case 'tooLarge':
      return 'unexpected';
    default:
      return failure satisfies never;
  }
}

function isAnsweredNow(sign: RestSign): boolean {
  return restFault(sign) !== 'silent' && !('isRemembered' in sign);
}

/** Web pages come through from there, whatever they say. */
function isAnswer(fault: OwnFault): boolean {
  return fault === null || fault === 'unexpected';
}

/** `binance.com` of `wss://stream.binance.com:9443`. */
function siteOf(url: string): string {
  const host = url.replace(/^[a-z]+:\/\//, '').replace(/:\d+$/, '');
  return host.split('.').slice(-2).join('.');
}
