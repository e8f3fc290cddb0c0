import { formatNumber } from '../format/price.ts';
import { formatDuration } from '../format/time.ts';
import { partText } from '../text/text.ts';

/** No network is that slow: the difference is between the two clocks. */
const LONGEST_LATENCY_MS = 60_000;

export function isClockDifference(ms: number): boolean {
  return Math.abs(ms) >= LONGEST_LATENCY_MS;
}

export function formatLatency(ms: number): string {
  const words = partText().health;
  if (isClockDifference(ms)) return words.clocksDiffer(formatDuration(Math.abs(ms)));
  return words.pulse.latencyUnit(formatNumber(ms, 0));
}
