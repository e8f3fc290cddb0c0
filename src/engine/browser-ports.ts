/**
 * The browser's own clock, network and sockets, in the shape that the exchange's code wants.
 *
 * Guarantee: this is the only place of the app that opens a connection, and every address goes
 * through the list of allowed hosts first.
 */
import type { Clock, HttpResponse, OpenSocket } from '../binance/ports.ts';
import { LARGEST_ANSWER } from '../binance/rest.ts';
import { describeFault } from '../domain/result.ts';
import type { Fault } from '../domain/result.ts';
import type { AllowedHosts } from './allowed-hosts.ts';
import { readBoundedText } from './bounded-text.ts';
import type { Network } from './market/market-session.ts';
import type { LockPort } from './tabs/leadership.ts';

export const browserClock: Clock = {
  now: () => Date.now(),
  setTimer(callback, delayMs) {
    const id = setTimeout(callback, delayMs);
    return { cancel: () => clearTimeout(id) };
  },
};

export const browserLocks: LockPort = {
  request: (name, { steal }, hold) => navigator.locks.request(name, { steal }, hold),
};

const ABNORMAL_CLOSURE = 1006;

/**
 * An address that is not on the list is a failed attempt like any other, with words for it; `refuse`
 * is told of each such host once.
 */
export function createBrowserNetwork(
  hosts: Pick<AllowedHosts, 'check' | 'settingsTold'>,
  refuse: (faults: readonly Fault[]) => void,
): Network {
  const told = new Set<string>();
  const tell = (faults: readonly Fault[]): string => {
    const words = faults.map(describeFault).join('; ');
    if (!told.has(words)) refuse(faults);
    told.add(words);
    return words;
  };
  return {
    openSocket(url, handlers) {
      const checked = hosts.check(url);
      if (checked.ok) return openBrowserSocket(checked.value, handlers);
      return failedSocket(handlers, tell(checked.faults));
    },
    httpGet(url) {
      const abort = new AbortController();
      const request = async () => {
        // A starting engine asks for its symbols just before it tells its settings.
        await hosts.settingsTold;
        const checked = hosts.check(url);
        if (!checked.ok) throw new Error(tell(checked.faults));
        return browserGet(checked.value, abort.signal);
      };
      return { response: request(), abort: () => abort.abort() };
    },
    isOnline: () => navigator.onLine,
  };
}

const openBrowserSocket: OpenSocket = (url, handlers) => {
  let socket: WebSocket;
  try {
    socket = new WebSocket(url);
  } catch (error) {
    // An address that the browser refuses, or a policy that forbids it.
    return failedSocket(handlers, String(error));
  }
  socket.addEventListener('open', () => handlers.onOpen());
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') handlers.onText(data);
  });
  socket.addEventListener('close', ({ code, reason }) => handlers.onClose(code, reason));
  return {
    send(text) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
  };
};

/** Told as a failed attempt, and as late as any failure is. */
function failedSocket(handlers: Parameters<OpenSocket>[1], reason: string): ReturnType<OpenSocket> {
  queueMicrotask(() => handlers.onClose(ABNORMAL_CLOSURE, reason));
  return { send: () => undefined, close: () => undefined };
}

/**
 * No custom header, no cookie, no cache: the simplest request there is. No redirect either, which
 * would lead past the list of hosts.
 */
async function browserGet(url: string, signal: AbortSignal): Promise<HttpResponse> {
  const response = await fetch(url, {
    signal,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  });
  return {
    status: response.status,
    retryAfter: response.headers.get('Retry-After'),
    text: await readBoundedText(response, LARGEST_ANSWER),
  };
}
