import { signal } from '@preact/signals';
import type { SeriesMetrics } from '../../protocol/market-state.ts';

/** Metrics of the last series that the engine reported; compare with the selection before use. */
export const metrics = signal<SeriesMetrics | null>(null);
