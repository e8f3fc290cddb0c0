/** All rows, in the order of the table. */
import { flatRow } from './node/flat.ts';
import { seriesRow, streamingRow } from './node/indicators.ts';
import { parseRow, peersRow } from './node/parse.ts';
import { replayRow } from './node/replay.ts';
import type { Row } from './row.ts';

export const ROWS: readonly Row[] = [
  parseRow,
  peersRow,
  flatRow,
  streamingRow,
  seriesRow,
  replayRow,
  inBrowser('sustained', async () => (await import('./browser/sustained.ts')).sustainedRow),
  inBrowser('whole-market', async () => (await import('./browser/whole-market.ts')).wholeMarketRow),
  inBrowser('painted', async () => (await import('./browser/painted.ts')).paintedRow),
  inBrowser('main-thread', async () => (await import('./browser/painted.ts')).mainThreadRow),
  inBrowser('list', async () => (await import('./browser/drawing.ts')).listRow),
  inBrowser('hidden', async () => (await import('./browser/hidden.ts')).hiddenRow),
  inBrowser('chart', async () => (await import('./browser/drawing.ts')).chartRow),
  inBrowser('memory', async () => (await import('./browser/memory.ts')).memoryRow),
  inBrowser('start', async () => (await import('./browser/start.ts')).startRow),
];

/** Loaded when its turn comes: Vite and Playwright in the process would slow down the rows without a browser. */
function inBrowser(name: string, load: () => Promise<Row>): Row {
  return { name, place: 'browser', measure: async (tools) => (await load()).measure(tools) };
}
