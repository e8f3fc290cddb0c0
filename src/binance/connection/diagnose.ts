/**
 * Why a socket does not connect. JavaScript is told nothing but "closed", so a harmless REST request
 * to the same venue is compared with it.
 */
import type { Clock, HttpGet, HttpResponse } from '../ports.ts';

export type Verdict =
  | { readonly kind: 'offline' }
  | { readonly kind: 'geoBlocked'; readonly status: number }
  | { readonly kind: 'rateLimited'; readonly status: number; readonly retryAfter: string | null }
  /** `status` is null where there was no answer at all. */
  | { readonly kind: 'exchangeDown'; readonly status: number | null }
  | { readonly kind: 'socketsBlocked' };

/** Never rejects. */
export type Diagnose = (probeUrl: string) => Promise<Verdict>;

export interface DiagnoseParts {
  readonly clock: Clock;
  readonly isOnline: () => boolean;
  readonly httpGet: HttpGet;
  /** The exchange has asked to be left alone: until when, epoch milliseconds, or null. */
  readonly pausedUntil?: () => number | null;
  /** The exchange has just asked for that. */
  readonly onRateLimited?: (response: HttpResponse) => void;
}

const PROBE_TIMEOUT_MS = 8000;
const TOO_MANY_REQUESTS = 429;

export function createDiagnose(parts: DiagnoseParts): Diagnose {
  const { clock, isOnline, httpGet, pausedUntil, onRateLimited } = parts;
  return async (probeUrl) => {
    if (!isOnline()) return { kind: 'offline' };
    if (clock.now() < (pausedUntil?.() ?? -Infinity)) {
      return { kind: 'rateLimited', status: TOO_MANY_REQUESTS, retryAfter: null };
    }
    const request = httpGet(probeUrl);
    const timer = clock.setTimer(() => request.abort(), PROBE_TIMEOUT_MS);
    try {
      const response = await request.response;
      const verdict = verdictOf(response.status, response.retryAfter);
      if (verdict.kind === 'rateLimited') onRateLimited?.(response);
      return verdict;
    } catch {
      return isOnline() ? { kind: 'exchangeDown', status: null } : { kind: 'offline' };
    } finally {
      timer.cancel();
    }
  };
}

function verdictOf(status: number, retryAfter: string | null): Verdict {
  if (status === 451 || status === 403) return { kind: 'geoBlocked', status };
  if (status === 429 || status === 418) return { kind: 'rateLimited', status, retryAfter };
  if (status >= 500) return { kind: 'exchangeDown', status };
  return { kind: 'socketsBlocked' };
}

export function describeVerdict(verdict: Verdict, venue: string): string {
  switch (verdict.kind) {
    case 'offline':
      return 'This device is offline.';
    case 'geoBlocked':
      return `${venue} refuses connections from this region (HTTP ${verdict.status}).`;
    case 'rateLimited':
      return `${venue} has limited this address for too many requests (HTTP ${verdict.status}).`;
    case 'exchangeDown':
      return verdict.status === null
        ? `${venue} cannot be reached: it is down, or this network blocks it.`
        : `${venue} is down (HTTP ${verdict.status}).`;
    case 'socketsBlocked':
      return `${venue} answers, but this network blocks WebSocket connections.`;
    default:
      return verdict satisfies never;
  }
}
