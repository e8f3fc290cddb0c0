import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Limits } from './limits.ts';
import type { Market } from './market.ts';
import { restError } from './rest-endpoint.ts';
import { REST_ENDPOINTS } from './rest-endpoints.ts';
import type { RestFault, RestFaults } from './rest-faults.ts';
import { withRowFault } from './rest-faults.ts';
import type { ExchangeStats, RequestLog } from './stats.ts';
import { appendCapped } from './stats.ts';
import type { Timing } from './timing.ts';
import type { WeightLedger } from './weight-ledger.ts';

/** What the REST server works on. */
export interface RestContext {
  readonly market: Market;
  readonly limits: Limits;
  readonly timing: Timing;
  readonly stats: ExchangeStats;
  readonly faults: RestFaults;
  readonly ledger: WeightLedger;
  readonly onChange: () => void;
}

/** An answer on its way out. */
interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cors?: boolean;
}

/** Answers `/api/v3/…`: logs, refuses preflights, keeps the weight limit, and meets its faults. */
export function createRestServer(
  context: RestContext,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { market, limits, timing, stats, faults, ledger, onChange } = context;

  const send = (response: ServerResponse, log: RequestLog, reply: Reply): void => {
    if (response.destroyed) return;
    log.status = reply.status;
    response.writeHead(reply.status, {
      'content-type': 'application/json;charset=UTF-8',
      'cache-control': 'no-store',
      ...(reply.cors === false ? {} : { 'access-control-allow-origin': '*' }),
      ...reply.headers,
    });
    response.end(reply.text, onChange);
  };

  const refusal = (status: number, until: number): string => {
    const msg =
      status === 418
        ? `Way too much request weight used; IP banned until ${until}. Please use WebSocket Streams for live updates to avoid bans.`
        : `Too much request weight used; current limit is ${limits.maxWeight} request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling the API.`;
    return JSON.stringify({ code: -1003, msg });
  };

  const faultText = (status: number, retryAfterSeconds: number): string => {
    if (status === 418 || status === 429) {
      return refusal(status, timing.now() + retryAfterSeconds * 1000);
    }
    if (status === 451 || status === 403) {
      const msg =
        "Service unavailable from a restricted location according to 'b. Eligibility' in https://www.binance.com/en/terms. Please contact customer service if you believe you received this message in error.";
      return JSON.stringify({ code: 0, msg });
    }
    return JSON.stringify({ code: -1000, msg: `Answered with ${status} on command.` });
  };

  const statusReply = (fault: Extract<RestFault, { kind: 'status' }>): Reply => ({
    status: fault.status,
    text: faultText(fault.status, fault.retryAfterSeconds ?? 0),
    headers: {
      ...(fault.retryAfterSeconds === undefined
        ? {}
        : { 'retry-after': String(fault.retryAfterSeconds) }),
      ...(fault.exposesRetryAfter === true
        ? { 'access-control-expose-headers': 'Retry-After' }
        : {}),
    },
    cors: fault.cors ?? true,
  });

  const usualReply = (url: URL, fault: RestFault | undefined): Reply => {
    const endpoint = REST_ENDPOINTS.get(url.pathname);
    if (endpoint === undefined) {
      const { status, body } = restError(-1000, `Unknown path ${url.pathname}`, 404);
      return { status, text: JSON.stringify(body) };
    }
    const { used, refusal: refused } = ledger.charge(endpoint.weight(url.searchParams));
    const headers = { 'x-mbx-used-weight': String(used), 'x-mbx-used-weight-1m': String(used) };
    if (refused !== undefined) {
      return {
        status: refused.status,
        text: refusal(refused.status, refused.until),
        headers: { ...headers, 'retry-after': String(refused.retryAfterSeconds) },
      };
    }
    const { status, body } = endpoint.answer(url.searchParams, market, limits);
    return { status, text: JSON.stringify(withRowFault(body, fault)), headers };
  };

  const answer = (response: ServerResponse, log: RequestLog, url: URL): void => {
    const fault = faults.take(`${log.path}${log.query}`);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'status') send(response, log, statusReply(fault));
    else if (fault?.kind === 'body') send(response, log, { status: 200, text: fault.text });
    else if (fault?.kind === 'delay') {
      timing.after(fault.ms, () => send(response, log, usualReply(url, fault)));
    } else {
      const reply = usualReply(url, fault);
      if (fault?.kind !== 'truncate') send(response, log, reply);
      else if (fault.isCut === true) sendCut(response, log, reply);
      else send(response, log, { ...reply, text: reply.text.slice(0, reply.text.length / 2) });
    }
  };

  const sendCut = (response: ServerResponse, log: RequestLog, reply: Reply): void => {
    const body = Buffer.from(reply.text);
    log.status = reply.status;
    response.writeHead(reply.status, {
      'content-type': 'application/json;charset=UTF-8',
      'content-length': body.length,
      'access-control-allow-origin': '*',
    });
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
    onChange();
  };

  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const log: RequestLog = {
      at: timing.now(),
      method: request.method ?? '',
      path: url.pathname,
      query: url.search === '' ? '' : `?${decodeQuery(url)}`,
      status: undefined,
    };
    appendCapped(stats.requests, log);
    onChange();
    if (request.method === 'OPTIONS') {
      stats.preflights += 1;
      send(response, log, { status: 403, text: '', cors: false });
    } else if (request.method === 'GET') {
      answer(response, log, url);
    } else {
      send(response, log, { status: 405, text: '' });
    }
  };
}

function decodeQuery(url: URL): string {
  return [...url.searchParams].map(([name, value]) => `${name}=${value}`).join('&');
}
