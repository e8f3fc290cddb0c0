import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../domain/candle.ts';
import { historyRows } from '../../testing/market-events.ts';
import { keepCandleRows, readCandleRows, writeCandleRows } from './candle-rows.ts';
import { openDatabase } from './database.ts';

const COLUMNS = columnsOf(historyRows(0, 3).map(({ candle }) => candle));
let databases = 0;
const open = () => openDatabase(`candles-${databases++}`, () => undefined);

describe('stored candles', () => {
  it('come back by exchange', async () => {
    const database = await open();
    await writeCandleRows(database, new Map([['one|A', COLUMNS]]));
    await writeCandleRows(database, new Map([['onetwo|A', COLUMNS]]));
    const rows = await readCandleRows(database, 'one');
    expect([...rows]).toEqual([['one|A', COLUMNS]]);
  });

  it('that are none are passed over', async () => {
    const database = await open();
    const { close, ...others } = COLUMNS;
    const broken: readonly unknown[] = [
      null,
      7,
      { ...COLUMNS, close: [...close] },
      others,
      { ...COLUMNS, close: close.slice(1) },
      { ...COLUMNS, close: close.map(() => Number.NaN) },
    ];
    await Promise.all(broken.map((row, index) => database.put('candles', row, `one|${index}`)));
    expect([...(await readCandleRows(database, 'one'))]).toEqual([]);
  });

  it('are deleted but for those to be kept', async () => {
    const database = await open();
    const all = ['one|A', 'one|B', 'two|A'].map((key) => [key, COLUMNS] as const);
    await writeCandleRows(database, new Map(all));
    await keepCandleRows(database, new Set(['one|B']));
    expect(await database.getAllKeys('candles')).toEqual(['one|B']);
  });
});
