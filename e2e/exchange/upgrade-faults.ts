import type { Times } from './reply-faults.ts';

/** What an upgrade meets instead of being accepted. */
export type UpgradeFault =
  { readonly kind: 'refuse'; readonly status: number } | { readonly kind: 'hang' };

/** The fault that upgrades meet, if any. */
export interface UpgradeFaults {
  /** The fault for the next upgrade; counts it off. */
  take(): UpgradeFault | undefined;
  /** Refuses upgrades with an HTTP status such as 451, 403 or 503. */
  refuse(status: number, options?: Times): void;
  /** Leaves upgrades unanswered. */
  hang(options?: Times): void;
  clear(): void;
}

/** Creates the faults of upgrades; none at first. */
export function createUpgradeFaults(): UpgradeFaults {
  let current: UpgradeFault | undefined;
  let left = 0;
  return {
    take() {
      if (current === undefined || left <= 0) return undefined;
      left -= 1;
      return current;
    },
    refuse(status, { times = Infinity } = {}) {
      if (!Number.isInteger(status) || status < 400 || status > 599) {
        throw new RangeError(`status: ${status} is not an HTTP error status from 400 to 599`);
      }
      current = { kind: 'refuse', status };
      left = times;
    },
    hang({ times = Infinity } = {}) {
      current = { kind: 'hang' };
      left = times;
    },
    clear() {
      current = undefined;
    },
  };
}
