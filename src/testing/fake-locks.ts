import type { LockPort } from '../engine/delivery/leadership.ts';

export interface FakeLocks {
  /** The Web Locks of one more tab. */
  openTab(): LockPort & { crash(): void };
}

/** Exclusive locks, granted in the order of asking; a crashed tab's go to the next one. */
export function createFakeLocks(): FakeLocks {
  interface Request {
    readonly tab: object;
    readonly hold: () => Promise<void>;
    readonly settle: (outcome: 'released' | 'aborted') => void;
  }
  const queues = new Map<string, Request[]>();

  const grantNext = (name: string): void => {
    const request = queues.get(name)?.[0];
    if (!request) return;
    void request.hold().then(() => leave(name, request, 'released'));
  };

  const leave = (name: string, request: Request, outcome: 'released' | 'aborted'): void => {
    const queue = queues.get(name) ?? [];
    const wasHeld = queue[0] === request;
    queues.set(
      name,
      queue.filter((other) => other !== request),
    );
    request.settle(outcome);
    if (wasHeld) grantNext(name);
  };

  return {
    openTab() {
      const tab = {};
      return {
        request(name, hold) {
          return new Promise<void>((resolve) => {
            // A crashed tab never hears of it.
            const settle = (outcome: string) => outcome === 'released' && resolve();
            const queue = queues.get(name) ?? [];
            queues.set(name, [...queue, { tab, hold, settle }]);
            // As in a browser, a lock is granted later, never within the call.
            if (queue.length === 0) queueMicrotask(() => grantNext(name));
          });
        },
        crash() {
          for (const [name, queue] of queues) {
            for (const request of queue.toReversed()) {
              if (request.tab === tab) leave(name, request, 'aborted');
            }
          }
        },
      };
    },
  };
}
