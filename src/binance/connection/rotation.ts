/**
 * Replaces a link that still works by a new one without losing a frame.
 *
 * Guarantees: the old link serves until the new one has every subscription acknowledged and has
 * delivered data (or stayed silent for 10 s after that: a quiet market), and for two seconds more,
 * because the old link may be the slower one. Until then frames of both pass on. A new link that
 * fails, or is not ready within a minute, is given up and tried again with backoff while the old
 * one serves. The limit on connection attempts holds here too.
 */
import type { Clock, Random, Timer } from '../ports.ts';
import type { AttemptLedger } from './attempt-ledger.ts';
import { backoffDelayMs } from './backoff.ts';
import type { Session } from './session.ts';
import type { ConnectionOptions } from './status.ts';

/** `stalled`: all of its data; `distrusted`: some of its streams. */
export type RotationReason = 'age' | 'shutdown' | 'wake' | 'stalled' | 'distrusted';

export interface RotationParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly ledger: AttemptLedger;
  readonly options: () => ConnectionOptions;
  /** Null where there is no endpoint to open it at. */
  readonly createSession: () => Session | null;
  readonly onReady: (session: Session, reason: RotationReason) => void;
}

export interface Rotation {
  /** Does nothing if one is under way already. */
  begin(reason: RotationReason): void;
  /** Stops; a new link that was on its way is closed. */
  cancel(): void;
  /** Stops; hands over the new link as it is, because the old one is gone. */
  release(): Session | undefined;
  onProgress(session: Session): void;
  /** The new link has ended, or announced that it will. */
  onFailed(session: Session): void;
  readonly standby: Session | undefined;
  /** Why it is under way; undefined while it is not. */
  readonly reason: RotationReason | undefined;
}

const READY_TIMEOUT_MS = 60_000;
const FIRST_DATA_TIMEOUT_MS = 10_000;
const OVERLAP_MS = 2000;
/** Rotations closer together than this are no accident: they wait as failures do. */
const CALM_MS = 60_000;

export function createRotation(parts: RotationParts): Rotation {
  const { clock, random, ledger, options } = parts;
  let reason: RotationReason | undefined;
  let standby: Session | undefined;
  let openTimer: Timer | undefined;
  let readyTimer: Timer | undefined;
  let dataTimer: Timer | undefined;
  let overlapTimer: Timer | undefined;
  let failures = 0;
  let lastTakeover = -Infinity;

  const forgetStandby = (): void => {
    for (const timer of [readyTimer, dataTimer, overlapTimer]) timer?.cancel();
    readyTimer = dataTimer = overlapTimer = undefined;
    standby = undefined;
  };

  const stop = (): void => {
    forgetStandby();
    openTimer?.cancel();
    openTimer = undefined;
    reason = undefined;
  };

  const open = (): void => {
    const waitMs = ledger.waitMs();
    if (waitMs > 0) {
      openTimer = clock.setTimer(open, waitMs);
      return;
    }
    const session = parts.createSession();
    if (!session) return stop();
    ledger.record();
    standby = session;
    readyTimer = clock.setTimer(() => {
      session.close();
      retry();
    }, READY_TIMEOUT_MS);
    session.start();
  };

  const retry = (): void => {
    forgetStandby();
    const { minReconnectDelayMs: minMs, maxReconnectDelayMs: maxMs } = options();
    openTimer = clock.setTimer(open, backoffDelayMs(failures++, { minMs, maxMs }, random));
  };

  const takeOver = (session: Session): void => {
    dataTimer?.cancel();
    dataTimer = overlapTimer = undefined;
    // Streams may have been added meanwhile: the next progress arms the timers again.
    if (!reason || !session.isSettled) return;
    const because = reason;
    stop();
    lastTakeover = clock.now();
    parts.onReady(session, because);
  };

  return {
    begin(because) {
      if (reason) return;
      reason = because;
      if (Math.abs(clock.now() - lastTakeover) < CALM_MS) return retry();
      failures = 0;
      open();
    },
    cancel() {
      const session = standby;
      stop();
      session?.close();
    },
    release() {
      const session = standby;
      stop();
      return session;
    },
    onProgress(session) {
      if (session !== standby || !session.isSettled) return;
      if (session.hasData) {
        overlapTimer ??= clock.setTimer(() => takeOver(session), OVERLAP_MS);
      } else {
        dataTimer ??= clock.setTimer(() => takeOver(session), FIRST_DATA_TIMEOUT_MS);
      }
    },
    onFailed(session) {
      if (session === standby) retry();
    },
    get standby() {
      return standby;
    },
    get reason() {
      return reason;
    },
  };
}
