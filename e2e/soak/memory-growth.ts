/** Whether memory stays flat, told from readings over time. */
import type { MemoryUse } from './memory.ts';

export interface MemoryReading extends MemoryUse {
  /** Alerts in the history by then. */
  readonly alerts: number;
}

export interface MemoryGrowth {
  /** Bytes: medians of the first and of the last third of the readings. */
  readonly start: number;
  readonly end: number;
  /** What alerts that came meanwhile may take, bytes. */
  readonly allowed: number;
  /** Of the start, without what is allowed. */
  readonly share: number;
}

/** Beyond this share it is a leak, not a fluctuation. */
const MOST_SHARE = 0.05;
/** Fewer say nothing about growth. */
const FEWEST_READINGS = 6;
/**
 * Bytes for each alert. The page holds the newest 10,000 to show them, the worker remembers the ids
 * of as many: a run of some minutes is too short to see that end.
 */
const KEPT_PER_ALERT = { page: 2_000, worker: 200 } as const;

/** Null of too few readings. */
export function memoryGrowth(
  readings: readonly MemoryReading[],
  part: keyof MemoryUse,
): MemoryGrowth | null {
  if (readings.length < FEWEST_READINGS) return null;
  const third = Math.floor(readings.length / 3);
  const first = readings.slice(0, third);
  const last = readings.slice(-third);
  const start = median(first.map((reading) => reading[part]));
  const end = median(last.map((reading) => reading[part]));
  const alerts =
    median(last.map((reading) => reading.alerts)) - median(first.map((reading) => reading.alerts));
  const allowed = Math.max(0, alerts) * KEPT_PER_ALERT[part];
  return { start, end, allowed, share: (end - allowed) / start - 1 };
}

export function isLeaking({ share }: MemoryGrowth): boolean {
  return share > MOST_SHARE;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
