/**
 * Rows without a browser are measured in a process each: a compiler that has seen another row's
 * objects, or given up on its guesses there, makes other code, and a row's figures then depended on
 * which rows came before it.
 */
import { fork } from 'node:child_process';
import type { Measured, Row, Tools } from './row.ts';

/** Measures the row in another process, which runs this same bundle. */
export function measureApart({ name }: Row, { root, rounds }: Tools): Promise<readonly Measured[]> {
  return new Promise((resolve, reject) => {
    const [, bundle = ''] = process.argv;
    const child = fork(bundle, [root, '--rounds', String(rounds)], {
      env: { ...process.env, [ROW]: name },
      // As JSON what is not a number would be lost.
      serialization: 'advanced',
    });
    child.once('message', (measured) => resolve(measured as readonly Measured[]));
    // Comes after all that was sent.
    child.once('disconnect', () => reject(new Error(`${name} was not measured to its end`)));
  });
}

/** Names to the other process the row that it is there for. */
const ROW = 'TOCSIN_BENCH_ROW';

export function rowToMeasure(rows: readonly Row[]): Row | undefined {
  return rows.find(({ name }) => name === process.env[ROW]);
}

export function answer(measured: readonly Measured[]): void {
  process.send?.(measured);
}
