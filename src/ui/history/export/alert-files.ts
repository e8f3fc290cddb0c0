import type { AlertFilter } from '../../../domain/alert-filter.ts';
import type { Alert } from '../../../domain/alert.ts';
import { RECORD_FIELDS, alertRecord } from './alert-record.ts';
import { csvOf } from './csv.ts';

export type FileKind = 'csv' | 'json';

export interface AlertFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** The file that holds these alerts. */
export function alertFile(
  kind: FileKind,
  alerts: readonly Alert[],
  { filter, now }: { readonly filter: AlertFilter; readonly now: number },
): AlertFile {
  const exportedAt = new Date(now).toISOString();
  const name = `tocsin-alerts-${exportedAt.slice(0, 19).replaceAll(':', '-')}.${kind}`;
  const records = alerts.map(alertRecord);
  if (kind === 'csv') {
    const rows = records.map((record) => RECORD_FIELDS.map((field) => record[field]));
    return { name, type: 'text/csv;charset=utf-8', content: csvOf(RECORD_FIELDS, rows) };
  }
  const content = JSON.stringify({ exportedAt, filter: filterRecord(filter), alerts: records });
  return { name, type: 'application/json', content };
}

/** What the alerts were narrowed to, in the words of their fields. */
function filterRecord({ since, until, ...fields }: AlertFilter) {
  return {
    ...fields,
    ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
  };
}
