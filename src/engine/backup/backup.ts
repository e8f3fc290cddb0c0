import type { Clock } from '../../binance/ports.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Fault } from '../../domain/result.ts';
import { parseRule } from '../../domain/rules/parse-rule.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import { LARGEST_BACKUP_BYTES } from '../../protocol/backup.ts';
import type { BackupContents, ExportedData } from '../../protocol/backup.ts';
import type { Storage } from '../storage.ts';
import type { ProfileRow } from '../store/profile-rows.ts';
import { contentsOf, writeBackup } from './backup-format.ts';
import type { Backup, BrokenRow } from './backup-format.ts';
import { parseBackup, parseBrokenRow } from './parse-backup.ts';

/** Alerts read at a time, so that one that comes meanwhile does not wait for all of them. */
const PAGE = 1_000;

export interface ImportAnswer {
  /** Null where the text is refused. */
  readonly contents: BackupContents | null;
  /** Where there are any, nothing was changed. */
  readonly faults: readonly Fault[];
}

/** Everything that the user has made, to one text and back. */
export interface BackupDesk {
  exportData(): Promise<ExportedData>;
  /**
   * A trial only tells what the text holds. Otherwise rules replace those with their ids, settings and
   * watchlist the present ones, and alerts are merged with those that are there; none of them rings,
   * and nothing else is deleted. An unreadable rule never replaces one that can be read. After that
   * an engine that runs knows less than the storage: it has to begin again.
   */
  importData(text: string, isTrial: boolean): Promise<ImportAnswer>;
}

export function createBackupDesk({
  clock,
  storage,
}: {
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'alerts' | 'profile' | 'takeIn'>;
}): BackupDesk {
  const { alerts, profile, takeIn } = storage;

  const readHistory = async (): Promise<{ alerts: readonly Alert[]; isWhole: boolean }> => {
    const read: Alert[] = [];
    let isWhole = true;
    for (let before = Infinity; ;) {
      const page = await alerts.newest(PAGE, before);
      for (const alert of page.alerts) read.push(alert);
      if (page.faults.length > 0 || page.older === 'unknown') isWhole = false;
      const last = page.alerts.at(-1);
      if (page.older === 'none' || !last) return { alerts: read, isWhole };
      before = last.createdAt - 1;
    }
  };

  /** A row that an import would refuse is left out: it would take the whole file with it. */
  const readRules = (): { rules: readonly Rule[]; brokenRules: readonly BrokenRow[] } => {
    const rules: Rule[] = [];
    const brokenRules: BrokenRow[] = [];
    for (const row of profile.ruleRows()) {
      const parsed = parseRule(row);
      if (parsed.ok) {
        rules.push(parsed.value);
        continue;
      }
      const broken = parseBrokenRow(row, '');
      if (broken.ok) brokenRules.push(broken.value);
    }
    return { rules, brokenRules };
  };

  const take = async (backup: Backup): Promise<void> => {
    const { settings, watchlist, rules, brokenRules, exportedAt } = backup;
    const readable = new Set([...profile.current().rules, ...rules].map(({ id }) => id));
    const rows: readonly ProfileRow[] = [
      { store: 'values', key: 'settings', row: settings },
      ...(watchlist ? [{ store: 'values', key: 'watchlist', row: watchlist } as const] : []),
      ...[...rules, ...brokenRules.filter(({ id }) => !readable.has(id))].map(
        (rule) => ({ store: 'rules', key: rule.id, row: rule }) as const,
      ),
    ];
    await takeIn(rows, backup.alerts, exportedAt);
  };

  return {
    async exportData() {
      const { settings, watchlist } = profile.current();
      const history = await readHistory();
      const all = {
        exportedAt: clock.now(),
        settings,
        watchlist,
        ...readRules(),
        alerts: history.alerts,
      };
      const { text, leftOut } = writeBackup(all, LARGEST_BACKUP_BYTES);
      const contents = contentsOf(all);
      return {
        text,
        contents: { ...contents, alerts: contents.alerts - leftOut },
        leftOut,
        isWhole: history.isWhole && contents.rules === profile.ruleRows().length,
      };
    },
    async importData(text, isTrial) {
      const parsed = parseBackup(text);
      if (!parsed.ok) return { contents: null, faults: parsed.faults };
      if (!isTrial) await take(parsed.value);
      return { contents: contentsOf(parsed.value), faults: [] };
    },
  };
}
