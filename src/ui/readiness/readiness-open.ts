import { signal } from '@preact/signals';

/** Whether the readiness check is shown. */
export const isReadinessOpen = signal(false);
