import type { Alert } from '../../domain/alert.ts';
import { isTime } from '../../domain/epoch-time.ts';
import { parseAlert } from '../../domain/parse-alert.ts';
import { accept, fault, refuse } from '../../domain/result.ts';
import type { Fault, Result } from '../../domain/result.ts';
import { parseRule } from '../../domain/rules/parse-rule.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import { LONGEST_FILE } from '../../domain/rules/share.ts';
import { parseIntervals, parseSymbols } from '../../domain/watchlist.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import { LARGEST_BACKUP_BYTES } from '../../protocol/backup.ts';
import { parseSettings } from '../../protocol/settings.ts';
import { BACKUP_FORMAT, BACKUP_VERSION } from './backup-format.ts';
import type { Backup, BrokenRow } from './backup-format.ts';

/** More are counted, not told: a damaged file may have one in every row. */
const MOST_FAULTS = 20;
/** Rules have some 20; a database refuses rows with thousands, and its connection with them. */
const DEEPEST_ROW = 100;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads an export in full, or tells what is wrong with it: a field that is missing, unknown or damaged
 * refuses the whole file. Settings that an older version did not know take their defaults.
 */
export function parseBackup(text: string): Result<Backup> {
  if (text.length > LARGEST_BACKUP_BYTES) {
    const allowed = `at most ${LARGEST_BACKUP_BYTES / 1024 / 1024} MB`;
    return refuse('file', `${text.length} characters`, allowed);
  }
  const file = fieldsOf(parseJson(text));
  if (file?.['format'] !== BACKUP_FORMAT) return refuse('file', text, 'an export of Tocsin');
  if (file['version'] !== BACKUP_VERSION) {
    const allowed = `${BACKUP_VERSION}; a newer version of Tocsin reads newer files`;
    return refuse('version', file['version'], allowed);
  }
  const faults: Fault[] = [];
  const backup: Backup = {
    exportedAt: readTime(file['exportedAt'], faults),
    settings: readSettings(file['settings'], faults),
    watchlist: readWatchlist(file['watchlist'], faults),
    rules: readList<Rule>(file['rules'], 'rules', parseRule, faults),
    brokenRules: readList(file['brokenRules'], 'brokenRules', parseBrokenRow, faults),
    alerts: readList<Alert>(file['alerts'], 'alerts', parseAlert, faults),
  };
  if (faults.length === 0) return accept(backup);
  const more = faults.length - MOST_FAULTS;
  const told = faults.slice(0, MOST_FAULTS);
  if (more > 0) told.push(fault('file', `${more} more faults`, 'none'));
  return { ok: false, faults: told };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Fields;
}

function readTime(value: unknown, faults: Fault[]): number {
  if (isTime(value)) return value;
  faults.push(fault('exportedAt', value, 'a time in epoch milliseconds'));
  return 0;
}

function readSettings(value: unknown, faults: Fault[]): Backup['settings'] {
  const parsed = parseSettings(value);
  faults.push(...parsed.faults);
  return parsed.settings;
}

function readWatchlist(value: unknown, faults: Fault[]): Watchlist | null {
  if (value === null) return null;
  const fields = fieldsOf(value);
  const { symbols, intervals } = { symbols: fields?.['symbols'], intervals: fields?.['intervals'] };
  if (!Array.isArray(symbols) || !Array.isArray(intervals)) {
    faults.push(fault('watchlist', value, 'symbols and intervals, or null'));
    return null;
  }
  const readSymbols = parseSymbols(symbols, 'watchlist.symbols');
  const readIntervals = parseIntervals(intervals, 'watchlist.intervals');
  faults.push(...readSymbols.faults, ...readIntervals.faults);
  return { symbols: readSymbols.kept, intervals: readIntervals.kept };
}

function readList<T>(
  value: unknown,
  field: string,
  parse: (item: unknown, path: string) => Result<T>,
  faults: Fault[],
): readonly T[] {
  if (!Array.isArray(value)) {
    faults.push(fault(field, value, 'a list'));
    return [];
  }
  const kept: T[] = [];
  for (const [index, item] of value.entries()) {
    const parsed = parse(item, `${field}[${index}]`);
    if (parsed.ok) kept.push(parsed.value);
    else for (const one of parsed.faults) faults.push(one);
  }
  return kept;
}

/**
 * It stays what it is, to be mended or deleted by the user: only its key has to be right, and it has to
 * be such that JSON can write it and the database keep it.
 */
export function parseBrokenRow(value: unknown, path: string): Result<BrokenRow> {
  const row = fieldsOf(value);
  const id = row?.['id'];
  if (row === undefined || typeof id !== 'string') {
    return refuse(`${path}.id`, id, 'a text');
  }
  if (!isPlain(row, DEEPEST_ROW)) return refuse(path, row, `at most ${DEEPEST_ROW} levels`);
  const { length } = JSON.stringify(row);
  if (length <= LONGEST_FILE) return accept({ ...row, id });
  return refuse(path, `${length} characters`, `at most ${LONGEST_FILE} characters`);
}

/** A row that was never read may also hold a loop, which is deeper than any number, or a bigint. */
function isPlain(value: unknown, levels: number): boolean {
  if (typeof value !== 'object') return typeof value !== 'bigint';
  return levels > 0 && Object.values(value ?? {}).every((inner) => isPlain(inner, levels - 1));
}
