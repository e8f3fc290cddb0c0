import { signal } from '@preact/signals';
import type { CoverageReport } from '../../protocol/coverage.ts';

/** What was watched and what not; null until the engine has told. */
export const coverage = signal<CoverageReport | null>(null);
