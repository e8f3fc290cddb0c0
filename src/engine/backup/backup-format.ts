/**
 * The file of an export: one JSON text, a row a line, so that people can read and compare it.
 *
 *     { "format": "tocsin-backup", "version": 1, "exportedAt": 1700000000000,
 *       "settings": {…}, "watchlist": {…} or null,
 *       "rules": […], "brokenRules": […], "alerts": […] }
 *
 * `rules` are those of the user and those that the user changed; `brokenRules` are rows that cannot be
 * read, as they are; `alerts` come newest first.
 */
import type { Alert } from '../../domain/alert.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { BackupContents } from '../../protocol/backup.ts';
import type { Settings } from '../../protocol/settings.ts';

export const BACKUP_FORMAT = 'tocsin-backup';
export const BACKUP_VERSION = 1;

/** A stored rule that cannot be read; its id is its key. */
export type BrokenRow = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Backup {
  /** Epoch milliseconds. */
  readonly exportedAt: number;
  readonly settings: Settings;
  readonly watchlist: Watchlist | null;
  readonly rules: readonly Rule[];
  readonly brokenRules: readonly BrokenRow[];
  readonly alerts: readonly Alert[];
}

/** Leaves out the oldest alerts where the text would be larger than `mostBytes`. */
export function writeBackup(
  backup: Backup,
  mostBytes: number,
): { readonly text: string; readonly leftOut: number } {
  const { exportedAt, settings, watchlist, rules, brokenRules, alerts } = backup;
  const head = { format: BACKUP_FORMAT, version: BACKUP_VERSION, exportedAt, settings, watchlist };
  const start = [
    JSON.stringify(head).slice(0, -1),
    listOf(
      'rules',
      rules.map((rule) => JSON.stringify(rule)),
    ),
    listOf(
      'brokenRules',
      brokenRules.map((row) => JSON.stringify(row)),
    ),
  ].join(',\n');
  const encoder = new TextEncoder();
  const bytesOf = (text: string): number => encoder.encode(text).length;
  const rows: string[] = [];
  let bytes = bytesOf(start) + bytesOf(listOf('alerts', [])) + 8;
  for (const alert of alerts) {
    const row = JSON.stringify(alert);
    bytes += bytesOf(row) + 2;
    if (bytes > mostBytes) break;
    rows.push(row);
  }
  const text = `${start},\n${listOf('alerts', rows)}}\n`;
  return { text, leftOut: alerts.length - rows.length };
}

export function contentsOf(backup: Backup): BackupContents {
  const { exportedAt, settings, watchlist, rules, brokenRules, alerts } = backup;
  const { venue, customStreamUrl, customRestUrl } = settings;
  return {
    rules: rules.length + brokenRules.length,
    alerts: alerts.length,
    symbols: watchlist?.symbols.length ?? 0,
    exportedAt,
    customAddresses: venue === 'custom' ? [customStreamUrl, customRestUrl] : [],
  };
}

function listOf(name: string, rows: readonly string[]): string {
  return `"${name}":[\n${rows.join(',\n')}\n]`;
}
