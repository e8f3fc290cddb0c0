import type { Alert } from '../../domain/alert.ts';
import { parseAlert } from '../../domain/parse-alert.ts';

/** The part of the BroadcastChannel API that is needed. */
export interface ChannelPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** Alerts as they change in one tab, told to the others. */
export interface TabChannel {
  tell(alerts: readonly Alert[]): void;
  dispose(): void;
}

/** Other tabs may run another version: what they say is parsed like everything from outside. */
export function createTabChannel(
  channel: ChannelPort,
  onAlerts: (alerts: readonly Alert[]) => void,
): TabChannel {
  channel.addEventListener('message', ({ data }) => {
    if (!Array.isArray(data)) return;
    const alerts = data.flatMap((row: unknown) => {
      const parsed = parseAlert(row);
      return parsed.ok ? [parsed.value] : [];
    });
    if (alerts.length > 0) onAlerts(alerts);
  });
  return {
    tell: (alerts) => channel.postMessage(alerts),
    dispose: () => channel.close(),
  };
}
