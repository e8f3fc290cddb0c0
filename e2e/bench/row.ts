/** What one row of the table says, and when it is met. */

export interface Target {
  readonly kind: 'atMost' | 'atLeast';
  readonly value: number;
}

export interface Measured {
  /** What is compared with what. */
  readonly what: string;
  /** One value a round; a round measures both sides of a comparison, one right after the other. */
  readonly rounds: readonly number[];
  readonly unit: Unit;
  readonly target: Target;
  /** The absolute figures behind the ratio, for readers. */
  readonly note?: string;
}

/** `×` is a ratio. */
export type Unit = '×' | '%' | 'ms' | 'MiB' | 'M/s' | 'frames';

/** A row is measured by one function, which may answer several lines of the table. */
export interface Row {
  /** For `--only`. */
  readonly name: string;
  readonly place: 'node' | 'browser';
  measure(tools: Tools): Promise<readonly Measured[]>;
}

export interface Tools {
  /** The project's root folder. */
  readonly root: string;
  /** How many rounds each comparison has. */
  readonly rounds: number;
  /** What the row is busy with, for whoever waits. */
  readonly say: (text: string) => void;
}

export function atMost(value: number): Target {
  return { kind: 'atMost', value };
}

export function atLeast(value: number): Target {
  return { kind: 'atLeast', value };
}

export function isMet(rounds: readonly number[], target: Target): boolean {
  if (rounds.length === 0) return false;
  const value = median(rounds);
  return target.kind === 'atMost' ? value <= target.value : value >= target.value;
}

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Linear between the two nearest values; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
