/** One socket of the simulated exchange, seen from the server. */
import type { Socket, SocketHandlers } from '../../binance/ports.ts';
import type { LimitWatch } from './limit-watch.ts';
import type { Upgrades } from './market-server.ts';
import type { Frame } from './stream-frames.ts';
import type { Process, TimeLine } from './time-line.ts';

export interface StreamConnection {
  readonly socket: Socket;
  readonly process: Process;
  readonly isOpen: boolean;
  readonly streams: ReadonlySet<string>;
  push(frame: Frame, delayMs: number): void;
  announceShutdown(): void;
  /** Ends it; the client hears of it unless it cannot be reached. */
  drop(code: number): void;
  /** Ends it on the client's side, as a computer does whose network is gone. */
  breakOff(): void;
  /** From now on nothing passes either way, and nobody is told. */
  deafen(): void;
  /** These streams are silent, though subscribed, until they are subscribed anew. */
  mute(isMuted: (stream: string) => boolean): void;
  /** The server loses these subscriptions. */
  forget(isForgotten: (stream: string) => boolean): void;
}

const LATENCY_MS = 20;
/** How long a browser waits for the other side's word before it takes a socket for closed. */
const CLOSING_TIMEOUT_MS = 30_000;

export function openStreamConnection(parts: {
  readonly line: TimeLine;
  readonly process: Process;
  readonly handlers: SocketHandlers;
  readonly limits: LimitWatch;
  readonly url: string;
  readonly upgrade: Upgrades;
  readonly lifetimeMs: number;
  readonly isReachable: () => boolean;
  readonly onGone: () => void;
}): StreamConnection {
  const { line, process, handlers, limits, url, upgrade, isReachable, onGone } = parts;
  const streams = new Set(streamsOf(url));
  const muted = new Set<string>();
  let state: 'opening' | 'open' | 'gone' = 'opening';
  let isDeaf = false;
  let isClosedForClient = false;

  const close = (code: number, delayMs: number): void => {
    process.receive(delayMs, () => {
      if (isClosedForClient) return;
      isClosedForClient = true;
      handlers.onClose(code, '');
    });
  };

  const leave = (): void => {
    state = 'gone';
    onGone();
  };

  const isHeard = (): boolean => !isDeaf && isReachable();

  const receive = (delayMs: number, text: string): void => {
    if (!isHeard()) return;
    process.receive(delayMs, () => {
      if (!isClosedForClient && !isDeaf) handlers.onText(text);
    });
  };

  const obey = (text: string): void => {
    limits.message(connection, line.now);
    const { method, params = [], id } = JSON.parse(text) as ClientMessage;
    for (const stream of params) {
      muted.delete(stream);
      if (method === 'SUBSCRIBE') streams.add(stream);
      else streams.delete(stream);
    }
    limits.streams(streams.size, line.now);
    const result = method === 'LIST_SUBSCRIPTIONS' ? [...streams] : null;
    receive(LATENCY_MS, JSON.stringify({ result, id }));
  };

  const open = (): void => {
    if (state !== 'opening' || !process.isAlive) return;
    state = 'open';
    process.receive(LATENCY_MS, () => {
      if (!isClosedForClient) handlers.onOpen();
    });
    line.after(parts.lifetimeMs, () => connection.drop(1000));
  };

  const connection: StreamConnection = {
    process,
    get isOpen() {
      return state === 'open';
    },
    streams,
    push(frame, delayMs) {
      if (state === 'open' && !muted.has(frame.stream)) receive(LATENCY_MS + delayMs, frame.text);
    },
    announceShutdown() {
      const data = { e: 'serverShutdown', E: line.now };
      receive(LATENCY_MS, JSON.stringify({ stream: '!serverShutdown', data }));
    },
    drop(code) {
      if (state === 'gone') return;
      const isTold = isHeard();
      leave();
      if (isTold) close(code, LATENCY_MS);
    },
    breakOff() {
      if (state !== 'gone') leave();
      close(1006, 0);
    },
    deafen() {
      isDeaf = true;
    },
    mute(isMuted) {
      for (const stream of streams) if (isMuted(stream)) muted.add(stream);
    },
    forget(isForgotten) {
      for (const stream of streams) if (isForgotten(stream)) streams.delete(stream);
    },
    socket: {
      send(text) {
        if (isClosedForClient || !process.isAlive || !isHeard()) return;
        line.after(LATENCY_MS, () => {
          if (state === 'open' && isHeard()) obey(text);
        });
      },
      close() {
        if (isClosedForClient || !process.isAlive) return;
        close(1000, isHeard() && state !== 'gone' ? 2 * LATENCY_MS : CLOSING_TIMEOUT_MS);
        leave();
      },
    },
  };

  process.onKilled(leave);
  if (upgrade === 'accept') line.after(LATENCY_MS, open);
  if (upgrade === 'refuse') {
    line.after(LATENCY_MS, () => {
      leave();
      close(1006, LATENCY_MS);
    });
  }
  return connection;
}

interface ClientMessage {
  readonly method: string;
  readonly params?: readonly string[];
  readonly id: number;
}

/** `/stream?streams=a/b` and `/ws/a/b` subscribe from the beginning. */
function streamsOf(url: string): readonly string[] {
  const { pathname, searchParams } = new URL(url);
  const named = searchParams.get('streams') ?? pathname.replace(/^\/(ws|stream)\/?/, '');
  return named.split('/').filter((stream) => stream !== '');
}
