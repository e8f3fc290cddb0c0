import { AVERAGES } from './batch/averages.ts';
import { CHANNELS } from './batch/channels.ts';
import { OSCILLATORS } from './batch/oscillators.ts';
import { PATTERNS } from './batch/patterns.ts';
import type { Batch } from './batch/series.ts';
import { TRENDS } from './batch/trends.ts';
import { VOLUME } from './batch/volume.ts';

/**
 * Every indicator computed the slow way, straight from its definition over the whole series. What
 * is not defined is NaN. Written apart from the incremental versions, which are held against it.
 */
export const BATCH_INDICATORS: Readonly<Record<string, Batch>> = {
  ...AVERAGES,
  ...OSCILLATORS,
  ...CHANNELS,
  ...TRENDS,
  ...VOLUME,
  ...PATTERNS,
};
