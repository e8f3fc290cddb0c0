import { ALERT_STATUSES } from './alert.ts';
import type { Alert, AlertStatus } from './alert.ts';
import { isPositiveDecimal } from './decimal-sign.ts';
import { isTime } from './epoch-time.ts';
import { INTERVALS, isInterval } from './interval.ts';
import { accept, fault } from './result.ts';
import type { Fault, Result } from './result.ts';
import { isSymbol } from './watchlist.ts';

/** Field by field: is the value right, and if not, what would be. */
const CHECKS: { readonly [Field in keyof Alert]-?: [(value: unknown) => boolean, string] } = {
  id: [isText, 'a text that is not empty'],
  signalType: [(value) => value === 'BUY' || value === 'SELL', 'BUY or SELL'],
  symbol: [isSymbol, 'a symbol such as BTCUSDT'],
  price: [isPositiveDecimal, 'a decimal number above zero'],
  indicator: [isText, 'a text that is not empty'],
  ruleId: [isText, 'a text that is not empty'],
  interval: [(value) => typeof value === 'string' && isInterval(value), INTERVALS.join(', ')],
  strength: [(value) => typeof value === 'number' && value >= 0 && value <= 1, '0 to 1'],
  message: [(value) => typeof value === 'string', 'a text'],
  createdAt: [isTime, 'a time in epoch milliseconds'],
  candleOpenTime: [isTime, 'a time in epoch milliseconds'],
  status: [(value) => ALERT_STATUSES.includes(value as AlertStatus), ALERT_STATUSES.join(', ')],
  dismissedAt: [isTimeOrNull, 'a time in epoch milliseconds, or null'],
  late: [(value) => typeof value === 'boolean', 'true or false'],
  announcedAt: [isTimeOrNull, 'a time in epoch milliseconds, or null'],
  channels: [isChoice, 'absent, or toast, sound and notification as true or false'],
};

const FIELDS = Object.keys(CHECKS) as readonly (keyof Alert)[];

/** Reads an alert from outside (a new one, or a stored row); every wrong field is named. */
export function parseAlert(value: unknown, path = 'alert'): Result<Alert> {
  if (typeof value !== 'object' || value === null) {
    return { ok: false, faults: [fault(path, value, 'an alert')] };
  }
  const row = value as Readonly<Record<string, unknown>>;
  const faults: Fault[] = [];
  for (const field of FIELDS) {
    const [isRight, allowed] = CHECKS[field];
    if (!isRight(row[field])) faults.push(fault(`${path}.${field}`, row[field], allowed));
  }
  if (faults.length > 0) return { ok: false, faults };
  const given = FIELDS.filter((field) => row[field] !== undefined);
  return accept(Object.fromEntries(given.map((field) => [field, row[field]])) as unknown as Alert);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0;
}

function isTimeOrNull(value: unknown): boolean {
  return value === null || isTime(value);
}

const CHANNELS: readonly string[] = ['toast', 'sound', 'notification'];

function isChoice(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([channel, isWanted]) => CHANNELS.includes(channel) && typeof isWanted === 'boolean',
  );
}
