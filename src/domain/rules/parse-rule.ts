import { INTERVALS } from '../interval.ts';
import { accept, fault } from '../result.ts';
import type { Fault, Result } from '../result.ts';
import type { Side } from '../signal.ts';
import { isSymbol, MOST_SYMBOLS } from '../watchlist.ts';
import { readCondition } from './parse-condition.ts';
import {
  joinPath,
  readChoice,
  readFields,
  readFlag,
  readText,
  readWatchlistOr,
} from './parse-fields.ts';
import { FIRING_FIELDS, readFiring } from './parse-firing.ts';
import type { Rule } from './rule.ts';

const FIELDS = [
  'id',
  'name',
  'side',
  'isEnabled',
  'symbols',
  'intervals',
  'conditions',
  ...FIRING_FIELDS,
] as const;
const SIDES: readonly Side[] = ['BUY', 'SELL'];

const ID = /^[\p{L}\p{N}._-]{1,80}$/u;
const NAME = /^(?=.*[^\s])[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,80}$/u;

/**
 * Reads a rule from outside: a file, a link, the database, the editor. Everything that is wrong
 * with it is told, each with its path, such as `conditions.all[1].left.params.length`. A parameter
 * of an indicator that is missing takes its default, and when and how the rule speaks may be left
 * out; everything else must be there, and nothing else may be. `path` stands before every field, for
 * a rule that is part of something larger.
 */
export function parseRule(value: unknown, path = ''): Result<Rule> {
  const faults: Fault[] = [];
  const fields = readFields(value, path, FIELDS, faults);
  if (fields === undefined) return { ok: false, faults };

  const at = (name: (typeof FIELDS)[number]) => [fields.get(name), joinPath(path, name)] as const;
  const id = readText(...at('id'), ID, '1 to 80 letters, digits, dots, dashes', faults);
  const name = readText(...at('name'), NAME, '1 to 80 visible characters', faults);
  const side = readChoice(...at('side'), SIDES, faults);
  const isEnabled = readFlag(...at('isEnabled'), faults);
  const symbols = readWatchlistOr(
    ...at('symbols'),
    MOST_SYMBOLS,
    (item, itemPath) => readSymbol(item, itemPath, faults),
    faults,
  );
  const intervals = readWatchlistOr(
    ...at('intervals'),
    INTERVALS.length,
    (item, itemPath) => readChoice(item, itemPath, INTERVALS, faults),
    faults,
  );
  const conditions = readCondition(...at('conditions'), faults);
  const firing = readFiring(fields, path, faults);

  if (faults.length > 0 || id === undefined || name === undefined || side === undefined) {
    return { ok: false, faults };
  }
  if (isEnabled === undefined || symbols === undefined || intervals === undefined) {
    return { ok: false, faults };
  }
  if (conditions === undefined) return { ok: false, faults };
  return accept({ id, name, side, isEnabled, symbols, intervals, conditions, ...firing });
}

function readSymbol(value: unknown, path: string, faults: Fault[]): string | undefined {
  if (isSymbol(value)) return value;
  faults.push(fault(path, value, 'a symbol such as BTCUSDT'));
  return undefined;
}
