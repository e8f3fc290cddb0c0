import type { SettingGroup } from '../../../protocol/setting-definition.ts';
import type { SettingKey } from '../../../protocol/settings.ts';

export const SETTING_GROUPS: Readonly<Record<SettingGroup, string>> = {
  connection: 'Connection settings',
  market: 'Market data',
  alerts: 'Telling you',
};

export const SETTING_LABELS: Readonly<Record<SettingKey, { label: string; hint: string }>> = {
  venue: { label: 'Exchange', hint: 'Where prices come from.' },
  customStreamUrl: { label: 'Custom stream address', hint: 'Starts with wss://' },
  customRestUrl: { label: 'Custom REST address', hint: 'Starts with https://' },
  enableReconnection: { label: 'Reconnect by itself', hint: 'Off means that one loss ends it.' },
  minReconnectDelayMs: { label: 'Shortest wait before reconnecting', hint: '' },
  maxReconnectDelayMs: { label: 'Longest wait before reconnecting', hint: '' },
  maxReconnectAttempts: {
    label: 'Attempts at one address',
    hint: 'Then the next address is tried; it never gives up.',
  },
  heartbeatIntervalMs: {
    label: 'Silence that means a dead connection',
    hint: 'No data at all for this long: reconnect.',
  },
  queueSize: { label: 'Messages that may wait', hint: '' },
  bufferSize: { label: 'Candles kept for each series', hint: '' },
  updateIntervalMs: { label: 'Longest wait of a price before it is shown', hint: '' },
  enableToast: { label: 'Show alerts on the page', hint: '' },
  enableAudio: { label: 'Sound', hint: '' },
  enableBrowser: { label: 'Browser notifications', hint: 'The browser asks you first.' },
  historySize: { label: 'Alerts held in memory', hint: '' },
  toastDurationMs: { label: 'An alert stays on the page for', hint: '' },
  notificationTimeoutMs: { label: 'An alert counts as active for', hint: '' },
};
