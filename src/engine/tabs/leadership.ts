/**
 * Elects the one tab whose engine watches, judges and rings. Guarantees:
 * - at most one tab of a browser leads (a Web Lock); when it closes or crashes, the browser hands the
 *   lock to the next one at once;
 * - a leader that is frozen keeps its lock and says nothing: after about 1.6 s without a sign of life,
 *   counted in turns that the waiting tab itself takes, the lock is taken from it;
 * - a leader that was frozen does not trust itself (`isSure`) until it has had time to hear that it
 *   was deposed;
 * - where the browser has no Web Locks, every tab leads.
 */
import type { Clock, Random, Timer } from '../../binance/ports.ts';

/** The part of the Web Locks API that is needed. */
export interface LockPort {
  /** Rejects when the lock is taken from its holder, and where the browser refuses. */
  request(
    name: string,
    options: { readonly steal: boolean },
    hold: () => Promise<void>,
  ): Promise<unknown>;
}

export interface Leadership {
  /** A tab that leads has given a sign of life. */
  heardLeader(): void;
  /** Whether this tab leads and nothing speaks against it. */
  isSure(): boolean;
  resign(): void;
}

export const BEAT_MS = 400;
/** Apart by chance, so that of several waiting tabs one moves first and the others hear of it. */
const LEAST_SILENCE_MS = 1_400;
const SILENCE_SPREAD_MS = 400;
/** A turn that comes so much too late says that this tab was frozen, or busy beyond measure. */
const FROZEN_MS = 1_000;
const DOUBT_MS = 500;

export function joinElection(options: {
  readonly clock: Clock;
  readonly random: Random;
  readonly locks: LockPort | undefined;
  readonly name: string;
  readonly onLead: () => void;
  /** Another tab leads now. */
  readonly onDeposed: () => void;
  /** Each turn of a leader: the others are to hear of it. */
  readonly beat: () => void;
  /** Doubt is over: what was held back may be told. */
  readonly onSure: () => void;
  readonly onMissing: (reason: string) => void;
}): Leadership {
  const { clock, random, locks, name, onLead, onDeposed, beat, onSure, onMissing } = options;
  let state: 'waiting' | 'leading' | 'resigned' = 'waiting';
  let isInQueue = false;
  /** A lock was taken away before this tab knew that it had it: if so again, the browser refuses. */
  let isRobbed = false;
  let release = (): void => undefined;
  let silentMs = 0;
  let patienceMs = LEAST_SILENCE_MS;
  let lastTurnAt = clock.now();
  let turn: Timer | undefined;
  let doubt: Timer | undefined;

  const lead = (): Promise<void> => {
    if (state !== 'waiting') return Promise.resolve();
    state = 'leading';
    isRobbed = false;
    lastTurnAt = clock.now();
    beat();
    onLead();
    return new Promise((resolve) => {
      release = resolve;
    });
  };

  const leadAnyway = (reason: string): void => {
    void lead();
    onMissing(reason);
  };

  const request = (steal: boolean, hold: () => Promise<void>): void => {
    if (!locks) return leadAnyway('this browser has no Web Locks');
    let isLost = false;
    const unlessLost = () => (isLost ? Promise.resolve() : hold());
    locks.request(name, { steal }, unlessLost).catch((error: unknown) => {
      isLost = true;
      if (!steal) isInQueue = false;
      if (state === 'resigned') return;
      if (state === 'waiting') {
        if (isRobbed || !isTheft(error)) return leadAnyway(String(error));
        isRobbed = true;
        return queueUp();
      }
      state = 'waiting';
      endDoubt();
      beginSilence();
      onDeposed();
      queueUp();
    });
  };

  const queueUp = (): void => {
    if (isInQueue) return;
    isInQueue = true;
    request(false, () => {
      isInQueue = false;
      return lead();
    });
  };

  const beginSilence = (): void => {
    silentMs = 0;
    patienceMs = LEAST_SILENCE_MS + random() * SILENCE_SPREAD_MS;
  };

  const takeTurn = (): void => {
    turn = clock.setTimer(takeTurn, BEAT_MS);
    const isLate = wasFrozen();
    lastTurnAt = clock.now();
    if (state === 'leading') {
      if (isLate) beginDoubt();
      return beat();
    }
    silentMs += BEAT_MS;
    if (silentMs < patienceMs) return;
    beginSilence();
    request(true, lead);
  };

  const wasFrozen = (): boolean => Math.abs(clock.now() - lastTurnAt) > BEAT_MS + FROZEN_MS;

  const beginDoubt = (): void => {
    endDoubt();
    doubt = clock.setTimer(() => {
      doubt = undefined;
      if (state === 'leading') onSure();
    }, DOUBT_MS);
  };

  const endDoubt = (): void => {
    doubt?.cancel();
    doubt = undefined;
  };

  beginSilence();
  turn = clock.setTimer(takeTurn, BEAT_MS);
  queueUp();

  return {
    heardLeader() {
      isRobbed = false;
      beginSilence();
    },
    isSure: () => state === 'leading' && !doubt && !wasFrozen(),
    resign() {
      state = 'resigned';
      turn?.cancel();
      endDoubt();
      release();
    },
  };
}

/** Of two tabs that steal at once, the first may hear of the loss before it hears of its lock. */
function isTheft(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
