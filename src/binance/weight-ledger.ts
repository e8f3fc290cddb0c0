import type { Clock } from './ports.ts';

/*
 * Guarantees: the weight spent within any 60 s stays at or below `share` of the ceiling (a single
 * request heavier than that goes when nothing else was spent); no request while a pause lasts; a
 * clock set back neither frees weight that was just spent nor lengthens a pause.
 */

export interface WeightLedgerOptions {
  readonly clock: Clock;
  /** Weight that the exchange allows an IP address per minute, until exchangeInfo says otherwise. */
  readonly ceiling?: number;
  /** Part of the ceiling that this tab may use, so that several tabs fit under it. */
  readonly share?: number;
}

export interface WeightStatus {
  /** Weight spent within the last 60 s, by this tab. */
  readonly used: number;
  /** The most that this tab spends in 60 s. */
  readonly budget: number;
  /** The exchange's own limit. */
  readonly ceiling: number;
  /** End of the pause that the exchange demanded, epoch milliseconds; null while there is none. */
  readonly pausedUntil: number | null;
}

/**
 * Counts what requests cost where they are sent: a page of another origin may not be able to read
 * the exchange's own count in the response headers.
 */
export interface WeightLedger {
  setCeiling(perMinute: number): void;
  /** Milliseconds until a request of this weight may go; 0 = now. */
  waitFor(weight: number): number;
  spend(weight: number): void;
  /** No request for this long: the exchange said so. A longer pause under way is kept. */
  pause(durationMs: number): void;
  /** Milliseconds that the pause still lasts; 0 = none. */
  pauseLeft(): number;
  readonly status: WeightStatus;
}

const WINDOW_MS = 60_000;
const DEFAULT_CEILING = 6000;
const DEFAULT_SHARE = 0.5;

export function createWeightLedger({
  clock,
  ceiling = DEFAULT_CEILING,
  share = DEFAULT_SHARE,
}: WeightLedgerOptions): WeightLedger {
  let entries: { at: number; readonly weight: number }[] = [];
  let pause = { until: 0, durationMs: 0 };

  const budget = (): number => Math.max(1, Math.floor(ceiling * share));

  const recent = (): typeof entries => {
    const now = clock.now();
    for (const entry of entries) entry.at = Math.min(entry.at, now);
    entries = entries.filter((entry) => now - entry.at < WINDOW_MS);
    return entries;
  };

  const used = (): number => recent().reduce((sum, entry) => sum + entry.weight, 0);

  const pauseLeft = (): number => {
    const left = pause.until - clock.now();
    if (left > pause.durationMs) {
      pause = { ...pause, until: clock.now() + pause.durationMs };
      return pause.durationMs;
    }
    return Math.max(0, left);
  };

  const windowWait = (weight: number): number => {
    let excess = used() + weight - budget();
    if (excess <= 0) return 0;
    let wait = 0;
    for (const entry of entries) {
      wait = entry.at + WINDOW_MS - clock.now();
      excess -= entry.weight;
      if (excess <= 0) break;
    }
    return wait;
  };

  return {
    setCeiling(perMinute) {
      if (Number.isFinite(perMinute) && perMinute > 0) ceiling = perMinute;
    },
    waitFor: (weight) => Math.max(pauseLeft(), windowWait(weight)),
    spend(weight) {
      recent().push({ at: clock.now(), weight });
    },
    pause(durationMs) {
      if (durationMs > pauseLeft()) pause = { until: clock.now() + durationMs, durationMs };
    },
    pauseLeft,
    get status() {
      const left = pauseLeft();
      return {
        used: used(),
        budget: budget(),
        ceiling,
        pausedUntil: left > 0 ? clock.now() + left : null,
      };
    },
  };
}
