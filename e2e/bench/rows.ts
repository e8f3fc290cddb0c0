/** All rows, in the order of the table. */
import { startRow } from './browser/start.ts';
import { sustainedRow } from './browser/sustained.ts';
import { chartRow, listRow } from './browser/drawing.ts';
import { hiddenRow } from './browser/hidden.ts';
import { memoryRow } from './browser/memory.ts';
import { mainThreadRow, paintedRow } from './browser/painted.ts';
import { wholeMarketRow } from './browser/whole-market.ts';
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
  sustainedRow,
  wholeMarketRow,
  paintedRow,
  mainThreadRow,
  listRow,
  hiddenRow,
  chartRow,
  memoryRow,
  startRow,
];
