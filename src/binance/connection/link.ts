/**
 * The life of one socket: opening, frames, silence, end.
 *
 * Guarantees:
 * - A handshake that hangs ends after 10 s. An open link on which no frame at all came for the
 *   heartbeat interval ends then. Halfway it asks to be asked something (`onQuiet`), so that a quiet
 *   market is told from a dead connection; where even that brought nothing by three quarters,
 *   `onStalled` leaves time to replace it within the interval.
 * - A link that is doubted is asked something as well, and ends where nothing came within 3 s.
 * - Answers without market data for `dataSilenceMs` raise `onStalled` once, while data is expected.
 * - A watchdog that comes back much later than due means sleep or freeze: the link ends.
 * - `onEnd` comes exactly once unless `close` came first; nothing follows either of them, however
 *   long the browser takes to close the socket.
 */
import { usualStreamOf } from '../envelope.ts';
import type { Clock, OpenSocket, Socket, Timer } from '../ports.ts';
import { readOtherFrame } from './frame.ts';
import type { Reply } from './frame.ts';
import type { FrameHandler } from './frame-queue.ts';
import { cutOff, endedByUs, refusedOrClosed } from './link-end.ts';
import type { LinkEnd } from './link-end.ts';

export interface LinkHandlers {
  readonly onOpen: () => void;
  readonly onData: FrameHandler;
  readonly onReply: (reply: Reply) => void;
  readonly onShutdown: () => void;
  readonly onUnreadable: () => void;
  readonly onQuiet: () => void;
  readonly onStalled: () => void;
  readonly onEnd: (end: LinkEnd) => void;
}

export interface LinkParts {
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly url: string;
  readonly heartbeatIntervalMs: number;
  readonly dataSilenceMs: number;
  readonly handlers: LinkHandlers;
}

export interface Link {
  /** Opens the socket. Apart from creation because a refusal may be told before this returns. */
  start(): void;
  send(text: string): void;
  close(): void;
  setHeartbeatIntervalMs(ms: number): void;
  /** The device says that it is offline. Browsers may keep a dead socket open without a word. */
  doubt(): void;
  /** Whether the silence of market data alone is worth a remark. */
  expectData(isExpected: boolean): void;
  readonly isOpen: boolean;
  /** Epoch milliseconds of the last frame of any sort, of the opening before it; null before that. */
  readonly lastFrameAt: number | null;
  /** The same for market data, counted from when it was first expected. */
  readonly lastDataAt: number | null;
}

const OPENING_TIMEOUT_MS = 10_000;
/** Of the heartbeat interval. */
const QUIET_SHARE = 1 / 2;
const MUTE_SHARE = 3 / 4;
/** Timers of a busy worker run late by tenths of a second, those of a sleeping one by minutes. */
const LATENESS_OF_SLEEP_MS = 5000;
/** Many times what an answer takes, and short enough for someone who looks. */
const DOUBT_MS = 3000;

export function createLink(parts: LinkParts): Link {
  const { openSocket, clock, url, dataSilenceMs, handlers } = parts;
  let heartbeatIntervalMs = parts.heartbeatIntervalMs;
  let socket: Socket | undefined;
  let timer: Timer | undefined;
  let isOpen = false;
  let isOpenEarly = false;
  let isEnded = false;
  let isDataExpected = false;
  let lastFrameAt = 0;
  let lastDataAt = 0;
  /** The moments whose silence was already remarked on. */
  let quietSince = 0;
  let muteSince = 0;
  let stalledSince = 0;
  /** Since when only a new frame proves that it lives; 0 where it is not doubted. */
  let doubtedAt = 0;

  const finish = (): void => {
    isEnded = true;
    isOpen = false;
    timer?.cancel();
  };

  const end = (reason: LinkEnd): void => {
    if (isEnded) return;
    finish();
    socket?.close();
    handlers.onEnd(reason);
  };

  const arm = (delayMs: number): void => {
    timer?.cancel();
    const dueAt = clock.now() + delayMs;
    timer = clock.setTimer(() => watch(dueAt), delayMs);
  };

  const armForNextEvent = (): void => {
    const now = clock.now();
    const dueTimes = [lastFrameAt + heartbeatIntervalMs];
    if (doubtedAt > 0) dueTimes.push(doubtedAt + DOUBT_MS);
    if (quietSince !== lastFrameAt) dueTimes.push(lastFrameAt + heartbeatIntervalMs * QUIET_SHARE);
    else if (muteSince !== lastFrameAt)
      dueTimes.push(lastFrameAt + heartbeatIntervalMs * MUTE_SHARE);
    if (isDataExpected && stalledSince !== lastDataAt) dueTimes.push(lastDataAt + dataSilenceMs);
    arm(Math.max(1, Math.min(...dueTimes) - now));
  };

  const watch = (dueAt: number): void => {
    const now = clock.now();
    if (now - dueAt > LATENESS_OF_SLEEP_MS) return end(endedByUs('asleep', now));
    // A clock that was set back must not make the silence look like the future.
    lastFrameAt = Math.min(lastFrameAt, now);
    lastDataAt = Math.min(lastDataAt, now);
    doubtedAt = Math.min(doubtedAt, now);
    const silence = now - lastFrameAt;
    if (silence >= heartbeatIntervalMs) return end(endedByUs('silent', now));
    if (doubtedAt > 0 && now - doubtedAt >= DOUBT_MS) return end(cutOff(now));
    if (silence >= heartbeatIntervalMs * QUIET_SHARE && quietSince !== lastFrameAt) {
      quietSince = lastFrameAt;
      handlers.onQuiet();
    }
    if (silence >= heartbeatIntervalMs * MUTE_SHARE && muteSince !== lastFrameAt) {
      muteSince = lastFrameAt;
      handlers.onStalled();
    }
    if (isDataExpected && now - lastDataAt >= dataSilenceMs && stalledSince !== lastDataAt) {
      stalledSince = lastDataAt;
      handlers.onStalled();
    }
    if (!isEnded) armForNextEvent();
  };

  const becomeOpen = (): void => {
    if (isEnded || isOpen) return;
    isOpen = true;
    lastFrameAt = clock.now();
    lastDataAt = lastFrameAt;
    armForNextEvent();
    handlers.onOpen();
  };

  const readOther = (text: string, receivedAt: number): void => {
    const frame = readOtherFrame(text);
    switch (frame.type) {
      case 'data':
        lastDataAt = receivedAt;
        return handlers.onData(frame.stream, text, receivedAt);
      case 'reply':
        return handlers.onReply(frame);
      case 'shutdown':
        return handlers.onShutdown();
      case 'unreadable':
        return handlers.onUnreadable();
      default:
        return frame satisfies never;
    }
  };

  return {
    start() {
      timer = clock.setTimer(() => end(endedByUs('hanging', clock.now())), OPENING_TIMEOUT_MS);
      const opened = openSocket(url, {
        onOpen() {
          if (socket) becomeOpen();
          else isOpenEarly = true;
        },
        onText(text) {
          if (!isOpen) return;
          const receivedAt = clock.now();
          lastFrameAt = receivedAt;
          doubtedAt = 0;
          const stream = usualStreamOf(text);
          if (stream === '') return readOther(text, receivedAt);
          lastDataAt = receivedAt;
          handlers.onData(stream, text, receivedAt);
        },
        onClose(code, reason) {
          end(refusedOrClosed(isOpen, code, reason, clock.now()));
        },
      });
      socket = opened;
      if (isEnded) opened.close();
      else if (isOpenEarly) becomeOpen();
    },
    send(text) {
      if (isOpen) socket?.send(text);
    },
    close() {
      if (isEnded) return;
      finish();
      socket?.close();
    },
    setHeartbeatIntervalMs(ms) {
      heartbeatIntervalMs = ms;
      if (isOpen) armForNextEvent();
    },
    doubt() {
      if (!isOpen || doubtedAt > 0) return;
      doubtedAt = clock.now();
      handlers.onQuiet();
      if (isOpen) armForNextEvent();
    },
    expectData(isExpected) {
      if (isExpected === isDataExpected) return;
      isDataExpected = isExpected;
      lastDataAt = clock.now();
      if (isOpen) armForNextEvent();
    },
    get isOpen() {
      return isOpen;
    },
    get lastFrameAt() {
      return lastFrameAt === 0 ? null : lastFrameAt;
    },
    get lastDataAt() {
      return lastDataAt === 0 ? null : lastDataAt;
    },
  };
}
