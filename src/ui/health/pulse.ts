/**
 * How fast and how much the exchange spoke over the last minutes: one sample with each health report,
 * which come once a second while the page is seen. What was not seen is not drawn.
 */
import { effect, signal } from '@preact/signals';
import { health } from '../state/health.ts';
import { isClockDifference } from './latency.ts';

export const PULSE_MS = 5 * 60_000;
/** Until there is more than that to see, the lines begin closer by. */
const FIRST_SPAN_MS = 60_000;

/** The time that the lines cover, in milliseconds. */
export function spanOf(all: readonly Sample[]): number {
  const ageMs = (all.at(-1)?.time ?? 0) - (all[0]?.time ?? 0);
  return ageMs < FIRST_SPAN_MS ? FIRST_SPAN_MS : PULSE_MS;
}

export interface Sample {
  /** Epoch milliseconds. */
  readonly time: number;
  /** NaN where there was none. */
  readonly latencyMs: number;
  readonly framesPerSecond: number;
}

export interface PulseSummary {
  readonly last: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Oldest first. */
export const samples = signal<readonly Sample[]>([]);

/** Takes a sample of each report. Returns the end of it. */
export function followPulse(now: () => number = Date.now): () => void {
  return effect(() => {
    const link = health.value?.connection;
    if (!link) return;
    const time = now();
    const { latencyMs, framesPerSecond } = link;
    const isLatency = latencyMs !== null && !isClockDifference(latencyMs);
    const sample = { time, framesPerSecond, latencyMs: isLatency ? latencyMs : Number.NaN };
    const kept = samples.peek().filter((one) => one.time > time - PULSE_MS && one.time <= time);
    samples.value = [...kept, sample];
  });
}

/** Null where there is nothing to sum up. */
export function summarize(values: readonly number[]): PulseSummary | null {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  const [min] = known;
  const max = known.at(-1);
  const last = values.findLast((value) => !Number.isNaN(value));
  if (min === undefined || max === undefined || last === undefined) return null;
  const middle = known.length / 2;
  const low = known[Math.ceil(middle) - 1] ?? min;
  const high = known[Math.floor(middle)] ?? max;
  return { last, min, median: (low + high) / 2, max };
}

/** A report came this late, or the page was hidden meanwhile: the line is broken there. */
const GAP_MS = 5_000;

/** The path of an SVG of so many units: time to the right, from zero upwards. */
export function pulsePath(
  points: readonly { readonly time: number; readonly value: number }[],
  size: { readonly width: number; readonly height: number },
  scale: {
    readonly until: number;
    readonly spanMs: number;
    readonly low: number;
    readonly high: number;
  },
): string {
  const { until, spanMs, low, high } = scale;
  let path = '';
  let before = Number.NEGATIVE_INFINITY;
  for (const { time, value } of points) {
    if (Number.isNaN(value)) continue;
    const x = size.width * (1 - (until - time) / spanMs);
    const share = high > low ? (value - low) / (high - low) : 0.5;
    const y = size.height * (1 - share);
    path += `${time - before > GAP_MS ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    before = time;
  }
  return path;
}
