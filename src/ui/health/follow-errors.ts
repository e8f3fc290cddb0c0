/**
 * Writes into the error log what goes wrong outside of the engine and of the panels: the connection
 * to the exchange, requests to it, and whatever is thrown on the page and caught by nobody.
 */
import { effect } from '@preact/signals';
import type { ConnectionReport } from '../../protocol/health.ts';
import { connection } from '../state/connection.ts';
import { errorLog, logError } from '../state/error-log.ts';
import { health } from '../state/health.ts';

/** Browsers tell so when a page measures itself twice in a frame; nothing has failed then. */
const HARMLESS = /^ResizeObserver loop/;

/** Returns the end of it. */
export function followErrors(target: EventTarget, now: () => number = Date.now): () => void {
  const ending = new AbortController();
  const on = (type: string, reasonOf: (event: Event) => string) =>
    target.addEventListener(
      type,
      (event) => {
        const reason = reasonOf(event);
        if (HARMLESS.test(reason) || isOfEngine(reason)) return;
        logError({ time: now(), what: 'page-failed', reason });
      },
      { signal: ending.signal },
    );
  on('error', (event) => (event as ErrorEvent).message || event.type);
  on('unhandledrejection', (event) => String((event as PromiseRejectionEvent).reason));
  const stops = [followConnection(now), followRequests(now())];
  return () => {
    ending.abort();
    for (const stop of stops) stop();
  };
}

/** What ends a worker is told to its owner, and by some browsers to the page once more. */
function isOfEngine(reason: string): boolean {
  const [newest] = errorLog.peek();
  return newest?.what === 'engine-crashed' && newest.reason === reason;
}

/** What the user has switched off is no error. */
function followConnection(now: () => number): () => void {
  let before: ConnectionReport | null = null;
  return effect(() => {
    const report = connection.value;
    const last = before;
    before = report;
    if (!report || report.state === 'CONNECTED' || report.state === 'DISCONNECTED') return;
    const reason = report.lastClose;
    if (last?.state === 'CONNECTED') logError({ time: now(), what: 'connection-lost', reason });
    else if (report.attempts > (last?.attempts ?? 0)) {
      logError({ time: now(), what: 'connection-failed', reason });
    }
  });
}

/** The engine may be older than the page: what failed before is not this page's. */
function followRequests(since: number): () => void {
  let noted = since;
  return effect(() => {
    const { lastErrorAt, lastError } = health.value?.rest ?? { lastErrorAt: null, lastError: '' };
    if (lastErrorAt === null || lastErrorAt <= noted) return;
    noted = lastErrorAt;
    logError({ time: lastErrorAt, what: 'request-failed', reason: lastError });
  });
}
