import { CANDLE_FIELDS } from '../../domain/candle.ts';
import type { CandleColumns } from '../../domain/candle.ts';
import { committed } from './committed.ts';
import type { Database } from './database.ts';

/** Series of candles by name; a name is `exchange|symbol|interval`. */
export type CandleRows = ReadonlyMap<string, CandleColumns>;

/** Rows that are no series of candles are passed over: the exchange has them all. */
export async function readCandleRows(database: Database, exchange: string): Promise<CandleRows> {
  const transaction = database.transaction('candles');
  const { store } = transaction;
  const range = IDBKeyRange.bound(`${exchange}|`, `${exchange}|\uFFFF`);
  const found = [store.getAllKeys(range), store.getAll(range)] as const;
  const [keys, rows] = await Promise.all([...found, committed(transaction)]);
  const parsed = keys.map((key, index) => [key, parseColumns(rows[index])] as const);
  return new Map(parsed.flatMap(([key, columns]) => (columns ? [[key, columns]] : [])));
}

export async function writeCandleRows(database: Database, rows: CandleRows): Promise<void> {
  const transaction = database.transaction('candles', 'readwrite');
  const { store } = transaction;
  const written = [...rows].map(([key, columns]) => store.put(columns, key));
  await Promise.all([...written, committed(transaction)]);
}

/** Deletes all but these. */
export async function keepCandleRows(database: Database, keys: ReadonlySet<string>): Promise<void> {
  const transaction = database.transaction('candles', 'readwrite');
  const { store, done } = transaction;
  const deleteOthers = async (): Promise<void> => {
    const others = (await store.getAllKeys()).filter((key) => !keys.has(key));
    const deleted = others.map((key) => store.delete(key));
    await Promise.all([...deleted, committed(transaction)]);
  };
  await Promise.all([deleteOthers(), done]);
}

/** Columns of finite numbers, equally long; whether they are candles of a series is for it to say. */
function parseColumns(row: unknown): CandleColumns | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const columns = row as Readonly<Record<string, unknown>>;
  const { openTime } = columns;
  const areColumns = CANDLE_FIELDS.every((field) => {
    const column = columns[field];
    return (
      column instanceof Float64Array &&
      openTime instanceof Float64Array &&
      column.length === openTime.length &&
      column.every(Number.isFinite)
    );
  });
  return areColumns ? (row as CandleColumns) : undefined;
}
