import { parseJson } from './parse-json.ts';
import type { HttpResponse } from './ports.ts';
import type { Rejection } from './rejection.ts';

/** Why a request brought no answer that can be used. Times in epoch milliseconds. */
export type RestFailure =
  | { readonly type: 'timeout'; readonly afterMs: number }
  /** No answer at all: no network, or something on the way that lets nothing through. */
  | { readonly type: 'offline' }
  | { readonly type: 'rateLimited'; readonly until: number }
  | { readonly type: 'banned'; readonly until: number }
  /** 451 or 403: the exchange does not serve this place, or its firewall refuses the address. */
  | { readonly type: 'geoBlocked'; readonly status: number }
  | { readonly type: 'serverError'; readonly status: number }
  /** The exchange understood and said no, such as code -1121, `Invalid symbol.` */
  | {
      readonly type: 'refused';
      readonly status: number;
      readonly code: number | null;
      readonly message: string;
    }
  | { readonly type: 'badBody'; readonly rejection: Rejection }
  /** More than the exchange ever has to say: not read. `largest`: characters allowed. */
  | { readonly type: 'tooLarge'; readonly largest: number }
  | { readonly type: 'cancelled' };

export type RestResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: RestFailure };

const SECOND_MS = 1000;
const DEFAULT_RATE_LIMIT_MS = 60 * SECOND_MS;
/** The exchange's shortest ban; its longest, three days, is also the longest that is believed. */
const DEFAULT_BAN_MS = 120 * SECOND_MS;
const LONGEST_PAUSE_MS = 3 * 86_400 * SECOND_MS;
const LONGEST_MESSAGE = 200;
/** Of an answer that is no success: only its status and a short message matter. */
const LONGEST_ERROR_BODY = 10_000;

/** A sentence without its full stop, in UTC. */
export function describeRestFailure(failure: RestFailure): string {
  switch (failure.type) {
    case 'timeout':
      return `no answer within ${failure.afterMs / SECOND_MS} s`;
    case 'offline':
      return 'no answer at all: no network, or the address is blocked on the way';
    case 'rateLimited':
      return `the exchange asks to wait until ${clockTime(failure.until)}: too many requests`;
    case 'banned':
      return `the exchange has banned this IP address until ${clockTime(failure.until)}`;
    case 'geoBlocked':
      return `the exchange does not serve this location (status ${failure.status})`;
    case 'serverError':
      return `the exchange has trouble of its own (status ${failure.status})`;
    case 'refused':
      return `the exchange refused: ${failure.message || `status ${failure.status}`}`;
    case 'badBody':
      return `the answer cannot be used: ${failure.rejection.kind} ${failure.rejection.field}`.trimEnd();
    case 'tooLarge':
      return `the answer is longer than ${failure.largest} characters and was not read`;
    case 'cancelled':
      return 'cancelled';
    default:
      return failure satisfies never;
  }
}

/** The failure that a status other than success stands for; `now` is when the answer came. */
export function failureOfResponse(response: HttpResponse, now: number): RestFailure {
  const { status } = response;
  if (status === 429) return { type: 'rateLimited', until: now + pauseMs(response, now) };
  if (status === 418) return { type: 'banned', until: now + pauseMs(response, now) };
  if (status === 451 || status === 403) return { type: 'geoBlocked', status };
  if (status < 400 || status >= 500) return { type: 'serverError', status };
  const { code, message } = errorOf(response.text.slice(0, LONGEST_ERROR_BODY));
  return { type: 'refused', status, code, message };
}

/**
 * How long the exchange wants to be left alone: `Retry-After` in seconds; where that is absent (or
 * hidden from a page of another origin) the time in the message of a ban, `banned until <ms>`; where
 * neither is readable, a minute, or two for a ban. At least a second, at most three days.
 */
function pauseMs({ status, retryAfter, text }: HttpResponse, now: number): number {
  const header = retryAfter?.trim() ?? '';
  const until = /banned until (\d{13})(?!\d)/.exec(text.slice(0, LONGEST_ERROR_BODY))?.[1];
  let wanted = status === 418 ? DEFAULT_BAN_MS : DEFAULT_RATE_LIMIT_MS;
  if (/^\d+$/.test(header)) wanted = Number(header) * SECOND_MS;
  else if (until !== undefined) wanted = Number(until) - now;
  return Math.min(LONGEST_PAUSE_MS, Math.max(SECOND_MS, wanted));
}

/** `{"code":-1121,"msg":"Invalid symbol."}` */
function errorOf(text: string): { code: number | null; message: string } {
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null) return { code: null, message: '' };
  const { code, msg }: { code?: unknown; msg?: unknown } = body;
  return {
    code: typeof code === 'number' ? code : null,
    message: typeof msg === 'string' ? msg.slice(0, LONGEST_MESSAGE) : '',
  };
}

function clockTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
