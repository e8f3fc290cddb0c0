import { refusedOrClosed } from '../../binance/connection/link-end.ts';
import type { Clock, OpenSocket, Socket } from '../../binance/ports.ts';
import { describeRestFailure } from '../../binance/rest-failure.ts';

/** `words`: why it did not open. */
export type StreamSign =
  | { readonly isOpen: true; readonly afterMs: number }
  | { readonly isOpen: false; readonly words: string };

/**
 * Opens a socket to a stream endpoint (without a path), on the path that the watch itself uses, and
 * closes it at its first sign, or when patience ends. Nothing is subscribed. Never rejects.
 */
export function probeStream(
  openSocket: OpenSocket,
  clock: Clock,
  endpoint: string,
  patienceMs: number,
): Promise<StreamSign> {
  return new Promise((resolve) => {
    const startedAt = clock.now();
    let socket: Socket | null = null;
    let isOver = false;
    const end = (sign: StreamSign): void => {
      if (isOver) return;
      isOver = true;
      timer.cancel();
      socket?.close();
      resolve(sign);
    };
    const timer = clock.setTimer(() => {
      end({ isOpen: false, words: describeRestFailure({ type: 'timeout', afterMs: patienceMs }) });
    }, patienceMs);
    const opened = openSocket(`${endpoint}/stream`, {
      onOpen: () => end({ isOpen: true, afterMs: Math.max(0, clock.now() - startedAt) }),
      onText: () => undefined,
      onClose(code, reason) {
        const { reason: words } = refusedOrClosed(false, code, reason, clock.now());
        end({ isOpen: false, words: `${words}, close code ${code}` });
      },
    });
    socket = opened;
    // The sign may have come before there was a socket to close.
    if (isOver) opened.close();
  });
}
