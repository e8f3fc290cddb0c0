import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Connection, ConnectionContext } from './connection.ts';
import { createConnection } from './connection.ts';
import type { Hub } from './hub.ts';
import type { SlidingWindow } from './sliding-window.ts';
import { createSlidingWindow } from './sliding-window.ts';
import type { ConnectionLog } from './stats.ts';
import { appendCapped } from './stats.ts';
import { decode, parseStreamPath } from './stream-path.ts';
import type { UpgradeFaults } from './upgrade-faults.ts';

/** Answers the upgrades of an HTTP server. */
export interface StreamServer {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** Accepts market-data connections and registers them with the hub, or refuses them by the rules. */
export function createStreamServer(
  hub: Hub,
  faults: UpgradeFaults,
  context: Omit<ConnectionContext, 'onClosed'> & {
    readonly onOpened: (connection: Connection) => void;
  },
): StreamServer {
  const { timing, limits, stats, onChange } = context;
  const server = new WebSocketServer({ noServer: true, autoPong: false, clientTracking: false });
  const attempts = new Map<string, SlidingWindow>();
  let lastId = 0;

  const refuse = (socket: Duplex, status: number): void => {
    stats.refused += 1;
    const reason = STATUS_CODES[status] ?? 'Refused';
    socket.end(
      `HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      onChange,
    );
  };

  const attemptsOf = (address: string): number => {
    const known = attempts.get(address) ?? createSlidingWindow(limits.connectionWindowMs);
    attempts.set(address, known);
    return known.add(timing.now());
  };

  return {
    upgrade(request, socket, head) {
      stats.attempts += 1;
      onChange();
      socket.on('error', () => socket.destroy());
      const url = request.url ?? '/';
      const wanted = parseStreamPath(url);
      const fault = faults.take();
      if (fault?.kind === 'hang') return;
      if (attemptsOf(request.socket.remoteAddress ?? '') > limits.maxConnectionAttempts) {
        refuse(socket, 429);
      } else if (fault !== undefined) {
        refuse(socket, fault.status);
      } else if (wanted === undefined) {
        refuse(socket, 404);
      } else if (new Set(wanted.streams).size > limits.maxStreams) {
        refuse(socket, 400);
      } else {
        server.handleUpgrade(request, socket, head, (webSocket) => {
          lastId += 1;
          const log: ConnectionLog = {
            id: lastId,
            path: decode(url),
            openedAt: timing.now(),
            closedAt: undefined,
            closeCode: undefined,
            messages: [],
            maxMessagesInOneSecond: 0,
          };
          appendCapped(stats.connections, log);
          stats.opened += 1;
          stats.current += 1;
          const start = { log, ...wanted };
          const onClosed = (closed: Connection): void => {
            hub.connections.delete(closed);
            stats.current -= 1;
          };
          const connection = createConnection(webSocket, start, { ...context, onClosed });
          hub.connections.add(connection);
          context.onOpened(connection);
          onChange();
        });
      }
    },
  };
}
