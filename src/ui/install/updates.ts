import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** The part of workbox-window's `Workbox` that updating needs. */
export interface WorkerRegistrar {
  register(): Promise<unknown>;
  update(): Promise<void>;
  messageSkipWaiting(): void;
  addEventListener(type: 'waiting' | 'controlling', listener: () => void): void;
}

export interface UpdatePorts {
  /** Fetched only when it is needed. Null where there is no service worker: `missing` says why. */
  readonly openRegistrar: (() => Promise<WorkerRegistrar>) | null;
  readonly missing: string | null;
  /** Whether a service worker served this page: not on a first visit. */
  readonly isControlled: boolean;
  reload(): void;
  /** Epoch milliseconds. */
  now(): number;
  every(intervalMs: number, act: () => void): void;
}

export interface Updates {
  /** A new version waits for the user's word. */
  readonly isReady: ReadonlySignal<boolean>;
  /** Why there is no service worker; null while there is one. The app works without. */
  readonly missing: ReadonlySignal<string | null>;
  /** The last check that failed, in words: no news while offline. */
  readonly checkFailure: ReadonlySignal<string | null>;
  /** Registers the service worker. Never rejects. */
  start(): Promise<void>;
  /** Lets the new version take over, then reloads this page. */
  accept(): void;
  /** Asks again in a day. */
  postpone(): void;
}

export const CHECK_INTERVAL_MS = 3_600_000;
export const POSTPONE_MS = 24 * CHECK_INTERVAL_MS;

/**
 * The update flow: waiting → asked → skip waiting → controlling → reload. It never reloads by
 * itself: the app may be watching the market. A version that another tab let in is announced here
 * too, and this page goes on until its user says so.
 */
export function createUpdates(ports: UpdatePorts): Updates {
  const { openRegistrar } = ports;
  let registrar: WorkerRegistrar | undefined;
  const isReady = signal(false);
  const missing = signal(ports.missing);
  const checkFailure = signal<string | null>(null);
  let isControlled = ports.isControlled;
  let isAccepted = false;
  let hasTakenOver = false;
  let postponedAt: number | null = null;

  const announce = (): void => {
    postponedAt = null;
    isReady.value = true;
  };

  const noteTakeover = (): void => {
    if (isAccepted) return ports.reload();
    // The first worker of a first visit is no update: it serves what this page already runs.
    if (isControlled) {
      hasTakenOver = true;
      announce();
    }
    isControlled = true;
  };

  const check = async (): Promise<void> => {
    if (postponedAt !== null && ports.now() - postponedAt >= POSTPONE_MS) announce();
    try {
      await registrar?.update();
      checkFailure.value = null;
    } catch (error) {
      checkFailure.value = String(error);
    }
  };

  return {
    isReady,
    missing,
    checkFailure,
    async start() {
      if (openRegistrar === null) return;
      try {
        registrar = await openRegistrar();
        registrar.addEventListener('waiting', announce);
        registrar.addEventListener('controlling', noteTakeover);
        await registrar.register();
      } catch (error) {
        missing.value = String(error);
        return;
      }
      ports.every(CHECK_INTERVAL_MS, () => void check());
    },
    accept() {
      // A second click: the waiting version is gone, for instance let in by another tab.
      if (hasTakenOver || isAccepted) return ports.reload();
      isAccepted = true;
      registrar?.messageSkipWaiting();
    },
    postpone() {
      isReady.value = false;
      postponedAt = ports.now();
    },
  };
}
