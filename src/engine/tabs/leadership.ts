/** The part of the Web Locks API that is needed. */
export interface LockPort {
  request(name: string, hold: () => Promise<void>): Promise<unknown>;
}

/**
 * Elects the one tab that rings. The lock is held for as long as the tab lives; when it closes or
 * crashes, the browser hands the lock to the next tab at once. Without Web Locks every tab leads.
 */
export function electLeader(options: {
  readonly locks: LockPort | undefined;
  readonly name: string;
  readonly onLead: () => void;
  readonly onMissing: (reason: string) => void;
}): { resign(): void } {
  const { locks, name, onLead, onMissing } = options;
  let isResigned = false;
  let release = (): void => undefined;
  const leadAnyway = (reason: string): void => {
    if (isResigned) return;
    onMissing(reason);
    onLead();
  };
  if (!locks) {
    leadAnyway('this browser has no Web Locks');
  } else {
    const held = locks.request(name, () => {
      if (isResigned) return Promise.resolve();
      onLead();
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    held.catch((error: unknown) => leadAnyway(String(error)));
  }
  return {
    resign() {
      isResigned = true;
      release();
    },
  };
}
