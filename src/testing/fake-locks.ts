import type { LockPort } from '../engine/tabs/leadership.ts';

export interface FakeLocks {
  /** The Web Locks of one more tab. */
  openTab(): LockPort & { crash(): void };
}

/**
 * Exclusive locks, granted in the order of asking; one that steals is granted at once, and its holder's
 * request rejects; a crashed tab's go to the next one.
 */
export function createFakeLocks(): FakeLocks {
  interface Request {
    readonly tab: object;
    readonly hold: () => Promise<void>;
    readonly settle: (outcome: 'released' | 'stolen' | 'crashed') => void;
  }
  const queues = new Map<string, Request[]>();

  const grantNext = (name: string): void => {
    const request = queues.get(name)?.[0];
    if (!request) return;
    void request.hold().then(() => leave(name, request, 'released'));
  };

  const leave = (
    name: string,
    request: Request,
    outcome: 'released' | 'stolen' | 'crashed',
  ): void => {
    const queue = queues.get(name) ?? [];
    if (!queue.includes(request)) return;
    const wasHeld = queue[0] === request;
    queues.set(
      name,
      queue.filter((other) => other !== request),
    );
    request.settle(outcome);
    if (wasHeld && outcome !== 'stolen') grantNext(name);
  };

  return {
    openTab() {
      const tab = {};
      return {
        request(name, { steal }, hold) {
          return new Promise<void>((resolve, reject) => {
            // A crashed tab never hears of it.
            const settle = (outcome: string): void => {
              if (outcome === 'released') resolve();
              if (outcome === 'stolen') reject(new DOMException('stolen', 'AbortError'));
            };
            const request = { tab, hold, settle };
            const [holder] = queues.get(name) ?? [];
            if (steal && holder) leave(name, holder, 'stolen');
            const queue = queues.get(name) ?? [];
            queues.set(name, steal ? [request, ...queue] : [...queue, request]);
            // As in a browser, a lock is granted later, never within the call.
            if (steal || !holder) queueMicrotask(() => grantNext(name));
          });
        },
        crash() {
          for (const [name, queue] of queues) {
            for (const request of queue.toReversed()) {
              if (request.tab === tab) leave(name, request, 'crashed');
            }
          }
        },
      };
    },
  };
}
