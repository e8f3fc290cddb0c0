/**
 * The reference's way: a worker keeps the state, the page asks for all of it every 100 ms and renders its
 * table anew, with the cells of the app's rows.
 */
import { render } from 'preact';
import { PLAIN_STYLE, PlainTable } from './PlainTable.tsx';
import type { PlainRow } from './PlainTable.tsx';
import { courseOf } from './list-data.ts';

const POLL_MS = 100;

/** What changes of a row. */
type Row = Pick<PlainRow, 'symbol' | 'last' | 'bid' | 'ask'>;

const style = document.createElement('style');
style.textContent = PLAIN_STYLE;
document.head.append(style);

const courses: string[] = [];
const still = (row: number) => ({
  change: '+1.01%',
  volume: '10.0M',
  course: (courses[row] ??= courseOf(row)),
});

const query = new URLSearchParams(location.search);
const worker = new Worker(new URL('./polling-worker.ts', import.meta.url), { type: 'module' });
const root = document.body.appendChild(document.createElement('div'));

worker.addEventListener('message', ({ data }: MessageEvent<readonly Row[]>) => {
  const rows = data.map((row, index) => ({ ...row, ...still(index) }));
  render(<PlainTable rows={rows} />, root);
});
worker.postMessage({ url: query.get('stream'), count: Number(query.get('symbols')) });
setInterval(() => worker.postMessage('poll'), POLL_MS);
