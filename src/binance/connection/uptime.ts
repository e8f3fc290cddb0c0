/** What a link's mere age leads to: trust after 10 s, a replacement before the 24-hour cut. */
import type { Clock, Random, Timer } from '../ports.ts';

export interface Uptime {
  /** A link has come into use. */
  start(): void;
  stop(): void;
}

export interface UptimeParts {
  readonly clock: Clock;
  readonly random: Random;
  /** False where it is not to be trusted yet: asked again 10 s later. */
  readonly onStable: () => boolean;
  readonly onAged: () => void;
}

const STABLE_AFTER_MS = 10_000;
/** Binance cuts after 24 h; the jitter keeps several connections from rotating together. */
const AGED_AFTER_MS = (23 * 60 + 50) * 60_000;
const JITTER_MS = 10 * 60_000;

export function createUptime({ clock, random, onStable, onAged }: UptimeParts): Uptime {
  let trusting: Timer | undefined;
  let ageing: Timer | undefined;

  const stop = (): void => {
    trusting?.cancel();
    ageing?.cancel();
  };

  const trustSoon = (): void => {
    trusting = clock.setTimer(() => {
      if (!onStable()) trustSoon();
    }, STABLE_AFTER_MS);
  };

  return {
    start() {
      stop();
      trustSoon();
      ageing = clock.setTimer(onAged, AGED_AFTER_MS - random() * JITTER_MS);
    },
    stop,
  };
}
