import type { DeliveryChoice } from '../signal.ts';
import { plainNumber } from './plain-number.ts';
import { CHANNELS, ENGLISH_RULE_WORDS } from './rule-words.ts';
import type { RuleWords } from './rule-words.ts';
import type { Rule } from './rule.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** When and how a rule speaks, where it is not as usual: parts of a sentence. */
export function describeFiring(
  rule: Rule,
  words: RuleWords = ENGLISH_RULE_WORDS,
): readonly string[] {
  const { fire, cooldownMs, expiresAt, quietHours, delivery } = rule;
  const parts: string[] = [];
  if (fire === 'intrabar') parts.push(words.intrabar);
  if (cooldownMs !== undefined) parts.push(words.atMostOnce(describeDuration(cooldownMs, words)));
  if (expiresAt !== undefined) parts.push(words.until(describeTime(expiresAt)));
  if (quietHours !== undefined) {
    const { from, to, timeZone } = quietHours;
    parts.push(words.quietly(from, to, timeZone));
  }
  if (delivery !== undefined) parts.push(...describeDelivery(delivery, words));
  return parts;
}

/** In the largest unit that it is at least one of: `90 minutes` is `1.5 hours`. */
export function describeDuration(ms: number, words: RuleWords = ENGLISH_RULE_WORDS): string {
  const [unit, length] = UNITS.find((candidate) => ms >= candidate[1]) ?? UNITS[3];
  return words.duration(words.number(plainNumber(ms / length, 4)), unit);
}

function describeTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function describeDelivery(delivery: DeliveryChoice, words: RuleWords): readonly string[] {
  const wanted = CHANNELS.filter((channel) => delivery[channel] === true);
  const unwanted = CHANNELS.filter((channel) => delivery[channel] === false);
  return [
    ...(wanted.length > 0 ? [words.withChannels(wanted)] : []),
    ...(unwanted.length > 0 ? [words.withoutChannels(unwanted)] : []),
  ];
}
