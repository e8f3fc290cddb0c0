import { fault } from '../result.ts';
import type { Fault } from '../result.ts';
import type { DeliveryChoice } from '../signal.ts';
import { isTimeZone, parseTimeOfDay } from '../time-of-day.ts';
import {
  joinPath,
  readChoice,
  readFields,
  readFitText,
  readFlag,
  readNumber,
  readText,
} from './parse-fields.ts';
import type { UnknownFields } from './parse-fields.ts';
import type { QuietHours } from './quiet-hours.ts';
import { FIRING_MODES } from './rule.ts';
import type { Rule } from './rule.ts';

type Firing = Pick<Rule, 'fire' | 'cooldownMs' | 'expiresAt' | 'quietHours' | 'delivery' | 'note'>;

export const FIRING_FIELDS = [
  'fire',
  'cooldownMs',
  'expiresAt',
  'quietHours',
  'delivery',
  'note',
] as const satisfies readonly (keyof Firing)[];

/** A second to a year. */
export const COOLDOWN_BOUNDS = { min: 1000, max: 365 * 86_400_000, isInteger: true };
/** Up to the end of the year 9999. */
export const EXPIRY_BOUNDS = { min: 0, max: 253_402_300_799_999, isInteger: true };

const NOTE = /^(?=.*[^\s])[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,280}$/u;
const CHANNELS = ['toast', 'sound', 'notification'] as const;

/** Reads when and how a rule speaks. All of it is optional; what is absent stays absent. */
export function readFiring(fields: UnknownFields, path: string, faults: Fault[]): Firing {
  const optional = <T>(
    name: keyof Firing,
    read: (value: unknown, fieldPath: string) => T | undefined,
  ): T | undefined => {
    const given = fields.get(name);
    return given === undefined ? undefined : read(given, joinPath(path, name));
  };
  const fire = optional('fire', (value, at) => readChoice(value, at, FIRING_MODES, faults));
  const cooldownMs = optional('cooldownMs', (value, at) =>
    readNumber(value, at, COOLDOWN_BOUNDS, faults),
  );
  const expiresAt = optional('expiresAt', (value, at) =>
    readNumber(value, at, EXPIRY_BOUNDS, faults),
  );
  const quietHours = optional('quietHours', (value, at) => readQuietHours(value, at, faults));
  const delivery = optional('delivery', (value, at) => readDelivery(value, at, faults));
  const note = optional('note', (value, at) =>
    readText(value, at, NOTE, '1 to 280 visible characters', faults),
  );
  return {
    ...(fire !== undefined && { fire }),
    ...(cooldownMs !== undefined && { cooldownMs }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(quietHours !== undefined && { quietHours }),
    ...(delivery !== undefined && { delivery }),
    ...(note !== undefined && { note }),
  };
}

function readQuietHours(value: unknown, path: string, faults: Fault[]): QuietHours | undefined {
  const fields = readFields(value, path, ['from', 'to', 'timeZone'], faults);
  if (fields === undefined) return undefined;
  const isTime = (text: string) => parseTimeOfDay(text) !== undefined;
  const readTime = (name: 'from' | 'to') =>
    readFitText(fields.get(name), joinPath(path, name), isTime, 'HH:MM, 00:00 to 23:59', faults);
  const from = readTime('from');
  const to = readTime('to');
  const zonePath = joinPath(path, 'timeZone');
  const allowed = 'an IANA name such as Europe/Berlin';
  const timeZone = readFitText(fields.get('timeZone'), zonePath, isTimeZone, allowed, faults);
  if (from === undefined || to === undefined || timeZone === undefined) return undefined;
  if (from === to) {
    faults.push(fault(joinPath(path, 'to'), to, 'another time than from'));
    return undefined;
  }
  return { from, to, timeZone };
}

function readDelivery(value: unknown, path: string, faults: Fault[]): DeliveryChoice | undefined {
  const fields = readFields(value, path, CHANNELS, faults);
  if (fields === undefined) return undefined;
  const choices = CHANNELS.flatMap((channel) => {
    const given = fields.get(channel);
    if (given === undefined) return [];
    const choice = readFlag(given, joinPath(path, channel), faults);
    return choice === undefined ? [] : [[channel, choice] as const];
  });
  return Object.fromEntries(choices);
}
