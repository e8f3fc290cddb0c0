import { UNWATCHED_REASONS } from '../../../protocol/coverage.ts';
import type { CoverageReport, UnwatchedReason } from '../../../protocol/coverage.ts';
import type { Gap } from './gaps.ts';

/** A piece of the bar, in shares of its width and height. */
export interface TimelineMark {
  readonly reason: UnwatchedReason;
  readonly left: number;
  readonly width: number;
  /** Share of the symbols. */
  readonly height: number;
}

/** Marks closer together than this, a pixel or two, cannot be told apart: they are drawn as one. */
const FINEST = 1 / 500;
/** One symbol of a thousand must be seen as well. */
const LEAST_HEIGHT = 0.3;

/** Every gap is on the bar, however short. Weaker reasons first, so that stronger ones cover them. */
export function timelineMarks(
  { from, to }: Pick<CoverageReport, 'from' | 'to'>,
  gaps: readonly Gap[],
  symbols: number,
): readonly TimelineMark[] {
  const whole = to - from;
  if (whole <= 0) return [];
  const marks: TimelineMark[] = [];
  for (const reason of UNWATCHED_REASONS.toReversed()) {
    const ofReason = gaps
      .filter((gap) => gap.reason === reason)
      .toSorted((a, b) => a.from - b.from);
    let open: TimelineMark | undefined;
    for (const gap of ofReason) {
      const left = (gap.from - from) / whole;
      const right = (gap.to - from) / whole;
      const height = Math.max(LEAST_HEIGHT, gap.symbols.length / symbols);
      if (open && left - (open.left + open.width) < FINEST) {
        const end = Math.max(right, open.left + open.width);
        open = { ...open, width: end - open.left, height: Math.max(height, open.height) };
        marks[marks.length - 1] = open;
      } else {
        open = { reason, left, width: right - left, height };
        marks.push(open);
      }
    }
  }
  return marks;
}

const MINUTE = 60_000;
const STEPS_MS = [0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 180, 360].map((count) => count * MINUTE);
const MOST_TICKS = 4;
/** Shares of the width: a label must not be cut off, nor run into the one at the end. */
const FIRST_TICK = 0.07;
const LAST_TICK = 0.82;

/** Round times to write under the bar, away from its ends. `offsetMs`: the clock's against UTC. */
export function timelineTicks(
  from: number,
  to: number,
  offsetMs: number,
): { readonly stepMs: number; readonly times: readonly number[] } {
  const whole = to - from;
  const stepMs = STEPS_MS.find((step) => whole / step <= MOST_TICKS) ?? 6 * 60 * MINUTE;
  const times: number[] = [];
  const first = Math.ceil((from + offsetMs) / stepMs) * stepMs - offsetMs;
  for (let time = first; time < to; time += stepMs) {
    const place = (time - from) / whole;
    if (place >= FIRST_TICK && place <= LAST_TICK) times.push(time);
  }
  return { stepMs, times };
}
