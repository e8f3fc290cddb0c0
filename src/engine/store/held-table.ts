/** Rows by key as memory holds them, and which of these the database lacks. */
export interface HeldTable {
  readonly rows: ReadonlyMap<string, unknown>;
  /** A row that is undefined is deleted. */
  set(key: string, row: unknown): void;
  /** What the database lacks: changed rows, and undefined for each that it still has. */
  unsaved(): ReadonlyMap<string, unknown>;
  /** Unless the row has changed since. */
  noteSaved(key: string, row: unknown): void;
  /** Everything is as the database has it, but for what is unsaved. */
  take(stored: ReadonlyMap<string, unknown>): void;
  /** The database has nothing of it. */
  holdAll(): void;
}

export function createHeldTable(): HeldTable {
  let rows = new Map<string, unknown>();
  const unsaved = new Set<string>();

  const put = (key: string, row: unknown): void => {
    if (row === undefined) rows.delete(key);
    else rows.set(key, row);
  };

  return {
    get rows() {
      return rows;
    },
    set(key, row) {
      put(key, row);
      unsaved.add(key);
    },
    unsaved: () => new Map([...unsaved].map((key) => [key, rows.get(key)])),
    noteSaved(key, row) {
      if (Object.is(rows.get(key), row)) unsaved.delete(key);
    },
    take(stored) {
      const held = rows;
      rows = new Map(stored);
      for (const key of unsaved) put(key, held.get(key));
    },
    holdAll() {
      for (const key of rows.keys()) unsaved.add(key);
    },
  };
}
