/** Lets tests wait for a condition without polling. */
export interface Waiting {
  /** Resolves as soon as `isTrue` holds; rejects, naming `what`, after `timeoutMs`. */
  until(what: string, isTrue: () => boolean, timeoutMs?: number): Promise<void>;
  /** To be called after everything that may have changed a condition. */
  check(): void;
  /** Rejects all that are still waiting. */
  giveUp(): void;
}

interface Waiter {
  readonly isTrue: () => boolean;
  readonly settle: (error?: Error) => void;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/** Creates a waiting room. */
export function createWaiting(): Waiting {
  const waiters = new Set<Waiter>();
  return {
    until: (what, isTrue, timeoutMs = DEFAULT_TIMEOUT_MS) =>
      new Promise((resolve, reject) => {
        if (isTrue()) {
          resolve();
          return;
        }
        const fail = (): void =>
          waiter.settle(new Error(`${timeoutMs} ms went by without: ${what}`));
        const timer = setTimeout(fail, timeoutMs);
        const waiter: Waiter = {
          isTrue,
          settle(error) {
            clearTimeout(timer);
            waiters.delete(waiter);
            if (error === undefined) resolve();
            else reject(error);
          },
        };
        waiters.add(waiter);
      }),
    check() {
      for (const waiter of waiters) if (waiter.isTrue()) waiter.settle();
    },
    giveUp() {
      for (const waiter of waiters) waiter.settle(new Error('the exchange was closed'));
    },
  };
}
