import { text } from '../text/text.ts';
import { formatNumber } from './price.ts';

const STEPS = [1e12, 1e9, 1e6, 1e3] as const;

/** A large amount in few characters: `1.23B`, `845.1K`, `12.40`. */
export function formatCompact(amount: number): string {
  if (!Number.isFinite(amount)) return text().number.unknown;
  for (const [index, step] of STEPS.entries()) {
    // 999,950 would be shown as 1000.0K: it belongs to the step above.
    if (Math.abs(amount) >= step * 0.99995) {
      return short(amount / step) + (text().number.steps[index] ?? '');
    }
  }
  return formatNumber(amount, 2);
}

/** Bytes with a unit, in steps of 1,024: `1.4 KB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  const units = text().number.bytes;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(value, unit === 0 ? 0 : 1)} ${units[unit] ?? ''}`;
}

function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return formatNumber(value, 1);
  return formatNumber(value, 2);
}
