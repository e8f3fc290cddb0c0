import type { OpenSocket, Socket, SocketHandlers } from '../binance/ports.ts';

export interface FakeSocket {
  readonly url: string;
  readonly sent: string[];
  readonly isClosed: boolean;
  /** The client has asked to close. */
  readonly isClosing: boolean;
  /** The server accepts. */
  open(): void;
  /** The server sends. */
  receive(text: string): void;
  /** The connection ends, at the server's or the network's wish. */
  drop(code?: number, reason?: string): void;
}

export interface FakeSockets {
  readonly openSocket: OpenSocket;
  readonly all: FakeSocket[];
  /** The newest socket; throws when none was opened. */
  readonly last: FakeSocket;
}

/** A scripted server, for tests in which the exchange should answer by itself. */
export interface FakeServer {
  onConnect?(socket: FakeSocket): void;
  onMessage?(socket: FakeSocket, text: string): void;
  /** False leaves the socket closing for ever, as a dead network does. */
  onCloseAsked?(socket: FakeSocket): boolean;
}

/** Sockets driven by hand: nothing happens on them but what a test, or its server, says. */
export function createFakeSockets(server: FakeServer = {}): FakeSockets {
  const all: FakeSocket[] = [];
  const openSocket: OpenSocket = (url, handlers) => {
    const socket = createFakeSocket(url, handlers, server);
    all.push(socket.fake);
    server.onConnect?.(socket.fake);
    return socket.port;
  };
  return {
    openSocket,
    all,
    get last() {
      const socket = all.at(-1);
      if (!socket) throw new Error('no socket was opened');
      return socket;
    },
  };
}

function createFakeSocket(
  url: string,
  handlers: SocketHandlers,
  server: FakeServer,
): { readonly port: Socket; readonly fake: FakeSocket } {
  let isClosed = false;
  let isClosing = false;
  const sent: string[] = [];
  const drop = (code = 1006, reason = ''): void => {
    if (isClosed) return;
    isClosed = true;
    handlers.onClose(code, reason);
  };
  const fake: FakeSocket = {
    url,
    sent,
    get isClosed() {
      return isClosed;
    },
    get isClosing() {
      return isClosing;
    },
    open: () => handlers.onOpen(),
    receive: (text) => handlers.onText(text),
    drop,
  };
  const port: Socket = {
    send(text) {
      sent.push(text);
      server.onMessage?.(fake, text);
    },
    close() {
      isClosing = true;
      if (server.onCloseAsked?.(fake) ?? true) drop(1000);
    },
  };
  return { port, fake };
}
