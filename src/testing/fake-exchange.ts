import type { Clock, OpenSocket } from '../binance/ports.ts';
import { createFakeSockets } from './fake-socket.ts';
import type { FakeSocket } from './fake-socket.ts';

export interface FakeExchange {
  readonly openSocket: OpenSocket;
  readonly sockets: readonly FakeSocket[];
  readonly last: FakeSocket;
  /** What each client message was and when it came. */
  readonly messages: readonly ClientMessage[];
  /** How connection requests fare from now on; `hang` never answers. */
  upgrades: 'accept' | 'refuse' | 'hang';
  /** How messages fare from now on; `lose` answers nothing, yet obeys. */
  answers: 'acknowledge' | 'lose' | 'refuse' | 'ignore';
  /** Names in a message that make the exchange refuse the whole message. */
  readonly badNames: Set<string>;
  /** Silent sockets deliver nothing, as on a dead network. */
  readonly silent: Set<FakeSocket>;
  isOpen(socket: FakeSocket): boolean;
  subscribed(socket: FakeSocket): ReadonlySet<string>;
  /** Sends a frame to every socket that subscribes to the stream; tells how many got it. */
  publish(stream: string, data: object): number;
}

export interface ClientMessage {
  readonly socket: FakeSocket;
  readonly at: number;
  readonly method: string;
  readonly params: readonly string[];
}

/** An exchange that accepts, acknowledges and delivers after a delay, until told otherwise. */
export function createFakeExchange(clock: Clock, delayMs = 20): FakeExchange {
  const messages: ClientMessage[] = [];
  const subscriptions = new Map<FakeSocket, Set<string>>();

  const later = (socket: FakeSocket, action: () => void): void => {
    clock.setTimer(() => {
      if (!socket.isClosed) action();
    }, delayMs);
  };
  const reply = (socket: FakeSocket, value: object): void =>
    later(socket, () => {
      if (!exchange.silent.has(socket)) socket.receive(JSON.stringify(value));
    });

  const obey = (held: Set<string>, method: string, params: readonly string[]): void => {
    for (const name of params) {
      if (method === 'SUBSCRIBE') held.add(name);
      else held.delete(name);
    }
  };

  const sockets = createFakeSockets({
    onConnect(socket) {
      const { upgrades } = exchange;
      if (upgrades === 'hang') return;
      later(socket, () => {
        if (upgrades === 'refuse') return socket.drop(1006);
        subscriptions.set(socket, new Set());
        socket.open();
      });
    },
    onMessage(socket, text) {
      const {
        method,
        params = [],
        id,
      } = JSON.parse(text) as {
        method: string;
        params?: string[];
        id: number;
      };
      messages.push({ socket, at: clock.now(), method, params });
      const held = subscriptions.get(socket);
      if (!held || exchange.answers === 'ignore') return;
      if (exchange.answers === 'refuse' || params.some((name) => exchange.badNames.has(name))) {
        return reply(socket, { code: 2, msg: 'Invalid request', id });
      }
      obey(held, method, params);
      if (exchange.answers === 'lose') return;
      reply(socket, { result: method === 'LIST_SUBSCRIPTIONS' ? [...held] : null, id });
    },
  });

  const exchange: FakeExchange = {
    openSocket: sockets.openSocket,
    sockets: sockets.all,
    get last() {
      return sockets.last;
    },
    messages,
    upgrades: 'accept',
    answers: 'acknowledge',
    badNames: new Set(),
    silent: new Set(),
    isOpen: (socket) => subscriptions.has(socket) && !socket.isClosed,
    subscribed: (socket) => subscriptions.get(socket) ?? new Set(),
    publish(stream, data) {
      let receivers = 0;
      for (const [socket, held] of subscriptions) {
        if (socket.isClosed || exchange.silent.has(socket) || !held.has(stream)) continue;
        socket.receive(JSON.stringify({ stream, data }));
        receivers++;
      }
      return receivers;
    },
  };
  return exchange;
}
