import { computed, signal } from '@preact/signals';
import type { ConnectionReport, ConnectionState } from '../../protocol/health.ts';

/** The newest report about the connection; null until the engine has sent one. */
export const connection = signal<ConnectionReport | null>(null);

export const connectionState = computed<ConnectionState>(
  () => connection.value?.state ?? 'DISCONNECTED',
);
