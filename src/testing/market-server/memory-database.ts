/** One opening of the simulated browser's database, in the shape of `idb`. */
import { IDBKeyRange } from 'fake-indexeddb';
import type { Database } from '../../engine/store/database.ts';
import { INDEXES, STORES } from './memory-parts.ts';
import type { DatabaseParts, Rows, StoreName } from './memory-parts.ts';
import { beginTransaction } from './memory-transaction.ts';
import type { MemoryTransaction } from './memory-transaction.ts';

/** Code under test names it as browsers do. */
globalThis.IDBKeyRange ??= IDBKeyRange as typeof globalThis.IDBKeyRange;

type Range = { includes(key: unknown): boolean } | string | number | null | undefined;
type Direction = 'next' | 'prev' | 'nextunique' | 'prevunique';

export function createMemoryDatabase(parts: DatabaseParts): { readonly database: Database } {
  let isClosed = false;

  const transaction = (names: StoreName | readonly StoreName[], mode = 'readonly') => {
    if (isClosed) throw new DOMException('the database is closed', 'InvalidStateError');
    const all = typeof names === 'string' ? [names] : names;
    const running = beginTransaction(parts, all, mode === 'readwrite');
    const objectStore = (name: StoreName) => createStore(parts.rows[name], name, running);
    const [first] = all;
    return {
      mode,
      objectStoreNames: all,
      objectStore,
      store: first && objectStore(first),
      done: running.done,
      abort: running.abort,
      commit: () => undefined,
    };
  };

  /** One request in a transaction of its own. */
  const once =
    (mode: 'readonly' | 'readwrite', method: keyof ReturnType<typeof createStore>) =>
    async (name: StoreName, ...values: unknown[]): Promise<unknown> => {
      const { store, done } = transaction(name, mode);
      const work = store?.[method] as (...given: unknown[]) => Promise<unknown>;
      const [result] = await Promise.all([work(...values), done]);
      return result;
    };

  const database = {
    name: 'memory',
    version: 1,
    objectStoreNames: Object.keys(STORES),
    transaction,
    get: once('readonly', 'get'),
    getAll: once('readonly', 'getAll'),
    getAllKeys: once('readonly', 'getAllKeys'),
    count: once('readonly', 'count'),
    put: once('readwrite', 'put'),
    add: once('readwrite', 'add'),
    delete: once('readwrite', 'delete'),
    clear: once('readwrite', 'clear'),
    close() {
      isClosed = true;
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  return { database: database as unknown as Database };
}

interface Row {
  readonly key: unknown;
  readonly primaryKey: string;
  readonly value: unknown;
}

function createStore(rows: Rows, name: StoreName, transaction: MemoryTransaction) {
  const keyPath = STORES[name];
  const ask = <T>(method: string, work: () => T): Promise<T> =>
    transaction.ask(`${name}.${method}`, work);

  const write = (key: string, value: unknown): void => {
    const had = rows.has(key);
    const before = rows.get(key);
    transaction.undoWith(() => (had ? rows.set(key, before) : rows.delete(key)));
    if (value === undefined) rows.delete(key);
    else rows.set(key, value);
  };

  const keyOf = (value: unknown, key?: string): string =>
    keyPath === null ? String(key) : String((value as Record<string, unknown>)[keyPath]);

  const put = (value: unknown, key?: string): Promise<string> => {
    const copy: unknown = structuredClone(value);
    return ask('put', () => {
      write(keyOf(copy, key), copy);
      return keyOf(copy, key);
    });
  };

  const byKey = (): Row[] =>
    [...rows].map(([key, value]) => ({ key, primaryKey: key, value })).toSorted(inKeyOrder);

  /** Rows that lack a part of the key are not in the index. */
  const byIndex = (index: string) => (): Row[] => {
    const fields = INDEXES[index] ?? [index];
    return [...rows]
      .flatMap(([primaryKey, value]) => {
        const parts = fields.map((field) => (value as Record<string, unknown>)[field]);
        const isWhole = parts.every((part) => typeof part === 'number' || typeof part === 'string');
        return isWhole ? { key: fields.length > 1 ? parts : parts[0], primaryKey, value } : [];
      })
      .toSorted(inKeyOrder);
  };

  return {
    name,
    keyPath,
    ...createReader(byKey, ask),
    put,
    add: put,
    delete: (range: Range) =>
      ask('delete', () => {
        for (const key of rows.keys()) if (isIn(range, key)) write(key, undefined);
      }),
    clear: () =>
      ask('clear', () => {
        for (const key of rows.keys()) write(key, undefined);
      }),
    index: (field: string) => createReader(byIndex(field), ask),
  };
}

/** What stores and indexes have in common. */
function createReader(sorted: () => Row[], ask: <T>(method: string, work: () => T) => Promise<T>) {
  const find = (range: Range, count = Infinity): Row[] =>
    sorted()
      .filter(({ key }) => isIn(range, key))
      .slice(0, count);
  return {
    get: (range: Range) => ask('get', () => structuredClone(find(range, 1)[0]?.value)),
    getKey: (range: Range) => ask('get', () => find(range, 1)[0]?.primaryKey),
    getAll: (range?: Range, count?: number) =>
      ask('getAll', () => find(range, count).map(({ value }) => structuredClone(value))),
    getAllKeys: (range?: Range, count?: number) =>
      ask('getAllKeys', () => find(range, count).map(({ primaryKey }) => primaryKey)),
    count: (range?: Range) => ask('count', () => find(range).length),
    openCursor: (range?: Range, direction: Direction = 'next') =>
      ask('openCursor', () => cursorAt(ordered(find(range), direction), 0, ask)),
    openKeyCursor: (range?: Range, direction: Direction = 'next') =>
      ask('openKeyCursor', () => cursorAt(ordered(find(range), direction), 0, ask)),
  };
}

interface Cursor extends Row {
  continue(): Promise<Cursor | null>;
  advance(count: number): Promise<Cursor | null>;
}

function cursorAt(
  rows: readonly Row[],
  index: number,
  ask: <T>(method: string, work: () => T) => Promise<T>,
): Cursor | null {
  const row = rows[index];
  if (!row) return null;
  const move = (count: number) => ask('continue', () => cursorAt(rows, index + count, ask));
  return {
    ...row,
    value: structuredClone(row.value),
    continue: () => move(1),
    advance: move,
  };
}

function ordered(rows: Row[], direction: Direction): Row[] {
  return direction.startsWith('prev') ? rows.toReversed() : rows;
}

function isIn(range: Range, key: unknown): boolean {
  if (range === undefined || range === null) return true;
  return typeof range === 'object' ? range.includes(key) : range === key;
}

function inKeyOrder(one: Row, other: Row): number {
  return compare(one.key, other.key) || compare(one.primaryKey, other.primaryKey);
}

/** Numbers before texts, as IndexedDB orders keys. */
function compare(one: unknown, other: unknown): number {
  if (Array.isArray(one) && Array.isArray(other)) {
    for (const [index, part] of one.entries()) {
      const order = compare(part, other[index]);
      if (order !== 0) return order;
    }
    return 0;
  }
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'number' || typeof other === 'number') return typeof one === 'number' ? -1 : 1;
  const [first, second] = [String(one), String(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}
