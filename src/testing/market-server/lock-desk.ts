/** The Web Locks of a simulated browser: exclusive ones, which can be stolen. */
import type { LockPort } from '../../engine/tabs/leadership.ts';
import type { Process } from './time-line.ts';

export interface LockDesk {
  locksFor(process: Process): LockPort;
}

interface Request {
  readonly process: Process;
  readonly name: string;
  readonly hold: () => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A frozen holder keeps its lock, and learns on waking that it was stolen. */
export function createLockDesk(): LockDesk {
  const holders = new Map<string, Request>();
  let waiting: Request[] = [];

  const grant = (request: Request): void => {
    const { process, name, hold, resolve, reject } = request;
    holders.set(name, request);
    process.receive(1, () => {
      if (holders.get(name) !== request) return;
      hold().then(() => {
        release(request);
        resolve();
      }, reject);
    });
  };

  const release = (request: Request): void => {
    if (holders.get(request.name) !== request) return;
    holders.delete(request.name);
    grantNext(request.name);
  };

  const grantNext = (name: string): void => {
    const next = waiting.find((request) => request.name === name);
    if (!next) return;
    waiting = waiting.filter((request) => request !== next);
    grant(next);
  };

  const steal = (request: Request): void => {
    const holder = holders.get(request.name);
    holder?.process.receive(1, () =>
      holder.reject(new DOMException('the lock was stolen', 'AbortError')),
    );
    grant(request);
  };

  return {
    locksFor: (process) => ({
      request(name, options, hold) {
        return new Promise<void>((resolve, reject) => {
          if (!process.isAlive) return;
          const request = { process, name, hold, resolve, reject };
          process.onKilled(() => {
            waiting = waiting.filter((other) => other !== request);
            release(request);
          });
          if (options.steal) steal(request);
          else if (holders.has(name)) waiting.push(request);
          else grant(request);
        });
      },
    }),
  };
}
