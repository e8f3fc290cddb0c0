import type { DeliveryChoice } from '../signal.ts';
import { plainNumber } from './plain-number.ts';
import type { Rule } from './rule.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

const CHANNELS = ['toast', 'sound', 'notification'] as const;

/** When and how a rule speaks, where it is not as usual: parts of a sentence. */
export function describeFiring(rule: Rule): readonly string[] {
  const { fire, cooldownMs, expiresAt, quietHours, delivery } = rule;
  const parts: string[] = [];
  if (fire === 'intrabar') parts.push('as soon as it is so while a candle forms');
  if (cooldownMs !== undefined) parts.push(`at most once in ${describeDuration(cooldownMs)}`);
  if (expiresAt !== undefined) parts.push(`until ${describeTime(expiresAt)}`);
  if (quietHours !== undefined) {
    const { from, to, timeZone } = quietHours;
    parts.push(`quietly from ${from} to ${to} (${timeZone})`);
  }
  if (delivery !== undefined) parts.push(...describeDelivery(delivery));
  return parts;
}

/** In the largest unit that it is at least one of: `90 minutes` is `1.5 hours`. */
export function describeDuration(ms: number): string {
  const [unit, length] = UNITS.find((candidate) => ms >= candidate[1]) ?? UNITS[3];
  const count = plainNumber(ms / length, 4);
  return count === '1' ? `1 ${unit}` : `${count} ${unit}s`;
}

function describeTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function describeDelivery(delivery: DeliveryChoice): readonly string[] {
  const wanted = CHANNELS.filter((channel) => delivery[channel] === true);
  const unwanted = CHANNELS.filter((channel) => delivery[channel] === false);
  return [
    ...(wanted.length > 0 ? [`with ${wanted.join(' and ')}`] : []),
    ...(unwanted.length > 0 ? [`without ${unwanted.join(' or ')}`] : []),
  ];
}
