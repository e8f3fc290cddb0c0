import { signal } from '@preact/signals';
import type { HealthReport } from '../../protocol/health.ts';

export const health = signal<HealthReport | null>(null);
