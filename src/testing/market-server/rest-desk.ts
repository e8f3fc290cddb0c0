/** The REST side of the simulated exchange, with its faults. */
import type { HttpRequest, HttpResponse } from '../../binance/ports.ts';
import type { LimitWatch } from './limit-watch.ts';
import type { Market } from './price-course.ts';
import { answerRequest, weightOf } from './rest-answers.ts';
import { spoil } from './rest-faults.ts';
import type { RestFault } from './rest-faults.ts';
import type { Process, TimeLine } from './time-line.ts';

export interface RestDesk {
  fault: RestFault | null;
  /** Requests that suffer from it, by path with query; all of them unless told. */
  isFaulty: (path: string) => boolean;
  /** How far what is answered lags behind what was streamed. */
  lagMs: number;
  /** Paths with their queries, in the order of asking. */
  readonly asked: readonly string[];
  request(url: string, process: Process, isReachable: () => boolean): HttpRequest;
}

export function openRestDesk(parts: {
  readonly line: TimeLine;
  readonly market: Market;
  readonly limits: LimitWatch;
  readonly random: () => number;
}): RestDesk {
  const { line, market, limits, random } = parts;
  const asked: string[] = [];

  const respond = (url: URL, fault: RestFault | null): HttpResponse => {
    const time = line.now - desk.lagMs;
    const { pathname, searchParams } = url;
    const answer = answerRequest(market, pathname, searchParams, time, line.now);
    const { status, text } = fault ? spoil(answer, fault, random) : answer;
    return { status, text, retryAfter: retryAfter(fault, line.now) };
  };

  const desk: RestDesk = {
    fault: null,
    isFaulty: () => true,
    lagMs: 0,
    asked,
    request(text, process, isReachable) {
      const url = new URL(text);
      const { pathname, searchParams, search } = url;
      const delayMs = 20 + random() * 60;
      let isAborted = false;
      let fail = (_reason: unknown): void => undefined;
      const response = new Promise<HttpResponse>((resolve, reject) => {
        fail = reject;
        if (!isReachable()) {
          return process.receive(delayMs, () => reject(new TypeError('Failed to fetch')));
        }
        limits.request(process, pathname, weightOf(pathname, searchParams), line.now);
        asked.push(pathname + search);
        line.after(delayMs, () => {
          const fault = desk.fault && desk.isFaulty(pathname + search) ? desk.fault : null;
          if (!isReachable() || fault?.kind === 'timeout') return;
          if (fault?.kind === 'unreachable') {
            return process.receive(delayMs, () => reject(new TypeError('Failed to fetch')));
          }
          const answer = respond(url, fault);
          process.receive(delayMs, () => {
            noteSilence(process, answer);
            if (!isAborted) resolve(answer);
          });
        });
      });
      return {
        response,
        abort() {
          isAborted = true;
          fail(new DOMException('aborted', 'AbortError'));
        },
      };
    },
  };

  const noteSilence = (process: Process, { status, retryAfter: seconds }: HttpResponse): void => {
    if (status !== 429 && status !== 418) return;
    limits.askForSilence(process, line.now, line.now + Number(seconds ?? 0) * 1000);
  };

  return desk;
}

/** Whole seconds; the exchange tells them with 429 and 418 only. */
function retryAfter(fault: RestFault | null, now: number): string | null {
  if (fault?.kind !== 'status' || fault.until === undefined) return null;
  return String(Math.max(1, Math.ceil((fault.until - now) / 1000)));
}
