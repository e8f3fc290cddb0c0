import type { IDBPIndex } from 'idb';
import { isMatch } from '../../domain/alert-filter.ts';
import type { AlertFilter } from '../../domain/alert-filter.ts';
import type { Alert } from '../../domain/alert.ts';
import { parseAlert } from '../../domain/parse-alert.ts';
import { fault } from '../../domain/result.ts';
import type { Fault } from '../../domain/result.ts';
import type { StoredAlerts } from '../alerts/alert-store.ts';
import type { Database, TocsinSchema } from './database.ts';

/** Rows read at a time: in batches they cost half of what they cost one by one. */
const BATCH = 1_000;

type IndexName = 'createdAt' | 'symbol' | 'indicator';
type AlertIndex = IDBPIndex<TocsinSchema, ['alerts'], 'alerts', IndexName, 'readonly'>;
type Key = number | [string, number];

/**
 * Reads as `AlertStore.newest` says, by the index that leaves the fewest rows to look at: those of
 * one symbol, or else of one rule's name, or else all in the span of time. What else the filter says
 * is compared row by row.
 */
export async function readNewest(
  database: Database,
  limit: number,
  before: number,
  filter: AlertFilter,
  batch = BATCH,
): Promise<StoredAlerts> {
  const { store, done } = database.transaction('alerts');
  const read = async (): Promise<StoredAlerts> => {
    const alerts: Alert[] = [];
    const faults: Fault[] = [];
    if (before === Infinity) {
      const times = IDBKeyRange.bound(-Infinity, Infinity);
      const outside = (await store.count()) - (await store.index('createdAt').count(times));
      if (outside > 0) faults.push(fault('alerts', outside, 'rows with a time of creation'));
    }
    const { name, keyAt, isExact } = indexFor(filter);
    const index: AlertIndex = store.index(name);
    const since = filter.since ?? -Infinity;
    let upTo = Math.min(before, filter.until ?? Infinity);
    let isDone = false;
    let older = 0;
    let last = before;
    while (since < upTo || (since === upTo && !isDone)) {
      const left = limit - older;
      const size = left <= 0 ? 1 : isExact ? Math.min(left, batch) : batch;
      const range = IDBKeyRange.bound(keyAt(since), keyAt(upTo), false, isDone);
      const from = await keyOfNth(index, range, size);
      const part = from && IDBKeyRange.bound(from, keyAt(upTo), false, isDone);
      for (const row of (await index.getAll(part ?? range)).toReversed()) {
        const parsed = parseAlert(row, `alert ${idOf(row)}`);
        if (!parsed.ok) {
          faults.push(...parsed.faults);
          continue;
        }
        const { createdAt } = parsed.value;
        if (older >= limit && createdAt !== last) return { alerts, faults, older: 'some' };
        if (!isMatch(parsed.value, filter)) continue;
        alerts.push(parsed.value);
        last = createdAt;
        if (last < before) older++;
      }
      if (from === undefined) break;
      upTo = typeof from === 'number' ? from : from[1];
      isDone = true;
    }
    return { alerts, faults, older: 'none' };
  };
  const [answer] = await Promise.all([read(), done]);
  return answer;
}

/** `isExact`: every row of the index, within the filter's bounds of time, matches. */
function indexFor(filter: AlertFilter): {
  readonly name: IndexName;
  readonly keyAt: (time: number) => Key;
  readonly isExact: boolean;
} {
  const { symbol, signalType, ruleId, indicator, status } = filter;
  const given = [symbol, signalType, ruleId, indicator, status];
  const named = given.filter((field) => field !== undefined);
  if (symbol !== undefined) {
    return { name: 'symbol', keyAt: (time) => [symbol, time], isExact: named.length === 1 };
  }
  if (indicator !== undefined) {
    return { name: 'indicator', keyAt: (time) => [indicator, time], isExact: named.length === 1 };
  }
  return { name: 'createdAt', keyAt: (time) => time, isExact: named.length === 0 };
}

/** The key of the nth row from the end of the range; undefined where there are not so many. */
async function keyOfNth(
  index: AlertIndex,
  range: IDBKeyRange,
  position: number,
): Promise<Key | undefined> {
  const end = await index.openKeyCursor(range, 'prev');
  const cursor = position > 1 ? await end?.advance(position - 1) : end;
  return cursor?.key;
}

function idOf(row: unknown): string {
  return String((row as { readonly id?: unknown } | null)?.id);
}
