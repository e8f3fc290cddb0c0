/**
 * Streams at rates that the exchange for tests is not made for: it speaks the same protocol as far as
 * the engine needs it, and writes ready-made frames straight to the socket.
 */
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { applyControl, parseControl } from '../../exchange/control-messages.ts';

const MOST_STREAMS = 1024;

export interface Pump {
  readonly url: string;
  readonly subscriptions: ReadonlySet<string>;
  /** When that last changed; `performance.now()`. */
  readonly changedAt: number;
  /** Sends the frame to whoever listens to its stream: a flush brings it on its way. */
  publish(stream: string, payload: string): void;
  flush(): void;
  readonly framesSent: number;
  /** Writes the chunks to the first listener, as fast as they are taken, until it is told to stop. */
  flood(chunks: readonly Buffer[], framesInEach: number): () => void;
  close(): Promise<void>;
}

interface Listener {
  readonly socket: Duplex;
  readonly streams: Set<string>;
  pending: Buffer[];
}

export async function openPump(): Promise<Pump> {
  const webSockets = new WebSocketServer({ noServer: true, clientTracking: false });
  const listeners = new Set<Listener>();
  const subscriptions = new Set<string>();
  let changedAt = performance.now();
  let framesSent = 0;
  const server = createServer();

  const note = (): void => {
    subscriptions.clear();
    for (const { streams } of listeners) for (const stream of streams) subscriptions.add(stream);
    changedAt = performance.now();
  };

  server.on('upgrade', (request, socket: Duplex, head) => {
    socket.on('error', () => socket.destroy());
    webSockets.handleUpgrade(request, socket, head, (webSocket: WebSocket) => {
      const listener = { socket, streams: new Set<string>(), isCombined: true, pending: [] };
      listeners.add(listener);
      webSocket.on('message', (data) => {
        const asked = parseControl(String(data));
        webSocket.send(
          'error' in asked ? asked.error : applyControl(asked, listener, MOST_STREAMS),
        );
        note();
      });
      webSocket.on('close', () => {
        listeners.delete(listener);
        note();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    url: `ws://127.0.0.1:${port}`,
    subscriptions,
    get changedAt() {
      return changedAt;
    },
    get framesSent() {
      return framesSent;
    },
    publish(stream, payload) {
      let frame: Buffer | undefined;
      for (const { streams, pending } of listeners) {
        if (!streams.has(stream)) continue;
        frame ??= encodeFrame(`{"stream":"${stream}","data":${payload}}`);
        pending.push(frame);
        framesSent += 1;
      }
    },
    flush() {
      for (const listener of listeners) {
        if (listener.pending.length === 0) continue;
        listener.socket.write(Buffer.concat(listener.pending));
        listener.pending = [];
      }
    },
    flood(chunks, framesInEach) {
      let next = 0;
      const [listener] = listeners;
      const write = (): void => {
        for (let isTaken = true; isTaken; next++) {
          const chunk = chunks[next];
          if (next === Infinity) return;
          if (chunk === undefined) throw new Error('the browser took more frames than there are');
          framesSent += framesInEach;
          isTaken = listener?.socket.write(chunk) === true;
          if (!isTaken) listener?.socket.once('drain', write);
        }
      };
      write();
      return () => void (next = Infinity);
    },
    close: () =>
      new Promise((resolve) => {
        for (const { socket } of listeners) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

const TEXT_FRAME = 0x81;

/** An unmasked text frame, as servers send them (RFC 6455, section 5.2). */
export function encodeFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([TEXT_FRAME, length]), payload]);
  if (length < 65_536) {
    const head = Buffer.from([TEXT_FRAME, 126, 0, 0]);
    head.writeUInt16BE(length, 2);
    return Buffer.concat([head, payload]);
  }
  const head = Buffer.alloc(10);
  head.writeUInt8(TEXT_FRAME, 0);
  head.writeUInt8(127, 1);
  head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}
