import type { WebSocket } from 'ws';
import type { SubscriptionState } from './control-messages.ts';
import { applyControl, parseControl } from './control-messages.ts';
import type { Frame } from './frame.ts';
import type { Limits } from './limits.ts';
import { createSlidingWindow } from './sliding-window.ts';
import type { ConnectionLog, ExchangeStats, ReceivedMessage } from './stats.ts';
import { appendCapped } from './stats.ts';
import type { ReplyFaults } from './reply-faults.ts';
import type { Timing } from './timing.ts';

/** One client, as the hub and the faults see it. */
export interface Connection extends SubscriptionState {
  readonly log: ConnectionLog;
  /** Sends a frame in the form this connection wants; false when it is closed or stalled. */
  deliver(frame: Frame): boolean;
  /** Sends a text as it is; false when the connection is closed or stalled. */
  sendText(text: string): boolean;
  /** Resolves when everything sent so far has left, or the connection is gone. */
  drained(): Promise<void>;
  close(code: number, reason: string): void;
  terminate(): void;
  /** Stays open, but sends and answers nothing; `isDeaf` also stops reading from the socket. */
  stall(isDeaf: boolean): void;
  unstall(): void;
}

/** What a connection needs from the server. */
export interface ConnectionContext {
  readonly timing: Timing;
  readonly limits: Limits;
  readonly stats: ExchangeStats;
  readonly replies: ReplyFaults;
  /** Called whenever something happened that a test may be waiting for. */
  readonly onChange: () => void;
  readonly onClosed: (connection: Connection) => void;
}

/** Takes over an accepted WebSocket: limits, pings, control messages, logging. */
export function createConnection(
  socket: WebSocket,
  start: {
    readonly log: ConnectionLog;
    readonly streams: readonly string[];
    readonly isCombined: boolean;
  },
  context: ConnectionContext,
): Connection {
  const { timing, limits, stats, replies, onChange } = context;
  const { log } = start;
  const received = createSlidingWindow(1000);
  const waiting = new Set<() => void>();
  let unsent = 0;
  let isStalled = false;
  let pongAt = timing.now();

  const settle = (): void => {
    if (unsent > 0 && socket.readyState === socket.OPEN) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };

  const sendText = (text: string): boolean => {
    if (isStalled || socket.readyState !== socket.OPEN) return false;
    unsent += 1;
    stats.framesSent += 1;
    socket.send(text, () => {
      unsent -= 1;
      settle();
    });
    return true;
  };

  const connection: Connection = {
    log,
    streams: new Set(start.streams),
    isCombined: start.isCombined,
    deliver: (frame) => sendText(connection.isCombined ? frame.combined : frame.raw),
    sendText,
    drained: () =>
      new Promise((resolve) => {
        waiting.add(resolve);
        settle();
      }),
    close: (code, reason) => socket.close(code, reason),
    terminate() {
      if (socket.isPaused) socket.resume();
      socket.terminate();
    },
    stall(isDeaf) {
      isStalled = true;
      if (isDeaf) socket.pause();
    },
    unstall() {
      isStalled = false;
      pongAt = timing.now();
      if (socket.isPaused) socket.resume();
    },
  };

  /** Logs what came in; false when it was one too many and the connection is being closed. */
  const admit = (kind: ReceivedMessage['kind'], text: string): boolean => {
    const at = timing.now();
    appendCapped(log.messages, { at, kind, text });
    const count = received.add(at);
    log.maxMessagesInOneSecond = Math.max(log.maxMessagesInOneSecond, count);
    stats.maxMessagesInOneSecond = Math.max(stats.maxMessagesInOneSecond, count);
    if (count <= limits.maxMessagesPerSecond) return true;
    if (socket.readyState === socket.OPEN) {
      stats.kicked += 1;
      socket.close(1008, 'Too many requests');
    }
    return false;
  };

  const answer = (text: string): void => {
    const request = parseControl(text);
    if ('error' in request) {
      sendText(request.error);
      return;
    }
    const fault = request.method === 'SUBSCRIBE' ? replies.take() : undefined;
    if (fault === undefined || (fault.kind === 'ignore' && fault.isEffective)) {
      const reply = applyControl(request, connection, limits.maxStreams);
      if (fault === undefined) sendText(reply);
    } else if (fault.kind === 'error') {
      sendText(fault.reply(request.id));
    }
  };

  socket.on('message', (data, isBinary) => {
    const text = isBinary ? '' : String(data);
    if (admit('text', text) && !isStalled) answer(text);
    onChange();
  });
  socket.on('ping', (data: Buffer) => {
    if (admit('ping', String(data)) && !isStalled) socket.pong(data);
    onChange();
  });
  socket.on('pong', (data: Buffer) => {
    pongAt = timing.now();
    admit('pong', String(data));
    onChange();
  });
  socket.on('error', (error) => {
    appendCapped(log.messages, {
      at: timing.now(),
      kind: 'text',
      text: `broken: ${error.message}`,
    });
  });

  const stopPings = timing.every(limits.pingEveryMs, () => {
    if (isStalled || socket.readyState !== socket.OPEN) return;
    if (timing.now() - pongAt >= limits.pongWithinMs) socket.close(1008, 'Pong timeout');
    else socket.ping(String(timing.now()));
  });
  const stopAging = timing.after(limits.maxConnectionAgeMs, () => {
    if (!isStalled) socket.close(1001, 'Connection has reached its maximum age');
  });

  socket.on('close', (code) => {
    stopPings();
    stopAging();
    log.closedAt = timing.now();
    log.closeCode = code;
    settle();
    context.onClosed(connection);
    onChange();
  });
  return connection;
}
