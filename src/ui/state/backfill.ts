import { signal } from '@preact/signals';
import type { BackfillReport } from '../../protocol/market-state.ts';

/** How far the history is fetched; null until the engine has told. */
export const backfill = signal<BackfillReport | null>(null);
