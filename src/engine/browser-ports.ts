/** The browser's own clock, network and sockets, in the shape that the exchange's code wants. */
import type { Clock, HttpGet, OpenSocket } from '../binance/ports.ts';

export const browserClock: Clock = {
  now: () => Date.now(),
  setTimer(callback, delayMs) {
    const id = setTimeout(callback, delayMs);
    return { cancel: () => clearTimeout(id) };
  },
};

const ABNORMAL_CLOSURE = 1006;

export const openBrowserSocket: OpenSocket = (url, handlers) => {
  let socket: WebSocket;
  try {
    socket = new WebSocket(url);
  } catch (error) {
    // An address that the browser refuses, or a policy that forbids it: told as a failed attempt.
    queueMicrotask(() => handlers.onClose(ABNORMAL_CLOSURE, String(error)));
    return { send: () => undefined, close: () => undefined };
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

/** No custom header, no cookie, no cache: the simplest request there is. */
export const browserHttpGet: HttpGet = (url) => {
  const abort = new AbortController();
  const request = async () => {
    const response = await fetch(url, {
      signal: abort.signal,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('Retry-After'),
      text: await response.text(),
    };
  };
  return { response: request(), abort: () => abort.abort() };
};
