import { WebSocket } from 'ws';

/** A WebSocket client for these tests: keeps what came in, and waits for what is to come. */
export interface TestClient {
  readonly socket: WebSocket;
  /** Text frames, in the order in which they came. */
  readonly texts: readonly string[];
  /** How the connection ended. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  send(message: unknown): void;
  /** Resolves with the first text, past or to come, that contains `part`. */
  text(part: string): Promise<string>;
  /** Resolves when that many texts have come. */
  count(count: number): Promise<readonly string[]>;
  /** Sends a control message and resolves with the reply to it. */
  ask(method: string, params: readonly unknown[], id: number): Promise<string>;
}

/** Connects; rejects when the upgrade is refused. Without `autoPong` it leaves pings unanswered. */
export async function connect(
  url: string,
  options: { readonly autoPong?: boolean } = {},
): Promise<TestClient> {
  const socket = new WebSocket(url, options);
  const texts: string[] = [];
  const waiters = new Set<() => void>();
  socket.on('message', (data) => {
    texts.push(String(data));
    for (const check of waiters) check();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.on('error', reject);
  });

  const when = <Value>(look: () => Value | undefined): Promise<Value> =>
    new Promise((resolve) => {
      const check = (): void => {
        const value = look();
        if (value === undefined) return;
        waiters.delete(check);
        resolve(value);
      };
      waiters.add(check);
      check();
    });
  const send = (message: unknown): void =>
    socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  const text = (part: string): Promise<string> => when(() => texts.find((t) => t.includes(part)));

  return {
    socket,
    texts,
    closed,
    send,
    text,
    count: (count) => when(() => (texts.length >= count ? texts : undefined)),
    ask(method, params, id) {
      send({ method, params, id });
      return text(`"id":${id}`);
    },
  };
}

/** The HTTP status with which an upgrade is refused. */
export function refusedStatus(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.on('open', () => {
      socket.terminate();
      reject(new Error('the upgrade was accepted'));
    });
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (request, response) => {
      resolve(response.statusCode);
      request.destroy();
    });
  });
}
