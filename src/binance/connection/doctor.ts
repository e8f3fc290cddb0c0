/** Decides when to look into why nothing connects, and remembers the answer until something does. */
import type { Clock } from '../ports.ts';
import type { Diagnose, Verdict } from './diagnose.ts';
import type { Endpoint } from './status.ts';

export interface Doctor {
  /** An attempt has failed, the `attempts`th since a connection was last stable. */
  failed(attempts: number, endpoint: Endpoint | null): void;
  recovered(): void;
  readonly verdict: Verdict | null;
}

export interface DoctorParts {
  readonly clock: Clock;
  readonly diagnose: Diagnose | null;
  readonly onVerdict: (verdict: Verdict) => void;
}

const FAILURES_BEFORE_DIAGNOSIS = 2;
const PERIOD_MS = 30_000;

export function createDoctor({ clock, diagnose, onVerdict }: DoctorParts): Doctor {
  let verdict: Verdict | null = null;
  let askedAt = -Infinity;
  /** Grows with every recovery, so that an answer about an earlier outage is not believed. */
  let outage = 0;

  return {
    failed(attempts, endpoint) {
      if (!diagnose || !endpoint || attempts < FAILURES_BEFORE_DIAGNOSIS) return;
      if (Math.abs(clock.now() - askedAt) < PERIOD_MS) return;
      askedAt = clock.now();
      const asked = outage;
      void diagnose(endpoint.probeUrl).then((answer) => {
        if (asked !== outage) return;
        verdict = answer;
        onVerdict(answer);
      });
    },
    recovered() {
      outage++;
      verdict = null;
      askedAt = -Infinity;
    },
    get verdict() {
      return verdict;
    },
  };
}
