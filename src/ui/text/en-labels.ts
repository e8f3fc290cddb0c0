/** English words for each value of the protocol's and the domain's closed sets. */
import type { AlertStatus } from '../../domain/alert.ts';
import type { Side } from '../../domain/signal.ts';
import type { ConnectionState, Outage } from '../../protocol/health.ts';
import type { Limitation } from '../../protocol/messages.ts';
import type { SeriesState } from '../../protocol/market-state.ts';
import type { SettingGroup } from '../../protocol/setting-definition.ts';
import type { SettingKey } from '../../protocol/settings.ts';

export const SIDES: Readonly<Record<Side, string>> = { BUY: 'BUY', SELL: 'SELL' };

export const STATUSES: Readonly<Record<AlertStatus, string>> = {
  ACTIVE: 'ACTIVE',
  DISMISSED: 'DISMISSED',
  EXPIRED: 'EXPIRED',
};

export const CONNECTION_MEANINGS: Readonly<Record<ConnectionState, string>> = {
  DISCONNECTED: 'Not connected: nothing is being watched.',
  CONNECTING: 'Opening the connection.',
  CONNECTED: 'Prices are live.',
  RECONNECTING: 'The connection was lost and is being opened again.',
  ERROR: 'The exchange cannot be reached. Tocsin goes on trying.',
};

export const OUTAGES: Readonly<Record<Outage, string>> = {
  offline: 'This device is offline.',
  blocked: 'The exchange refuses connections from this country or network.',
  'rate-limited': 'The exchange asks for a pause: too many requests came from this address.',
  'exchange-down': 'The exchange does not answer: it is down, or out of reach from this network.',
  'sockets-blocked': 'This network lets web pages through, but not live streams.',
};

export const LIMITATIONS: Readonly<Record<Limitation, string>> = {
  storage: 'Alerts and rules are kept only until this page is closed',
  locks: 'With several tabs open, each of them rings',
  broadcast: 'Several tabs cannot agree with each other',
  'symbol-list': 'The list of the exchange’s symbols could not be loaded',
  'other-build': 'Another tab runs another version of Tocsin, and that one is watching',
};

export const SERIES_STATES: Readonly<Record<SeriesState, string>> = {
  loading: 'Loading history',
  live: 'Live',
  gap: 'Filling a gap',
  stale: 'Not live',
  halted: 'Trading halted',
  hole: 'Live, with candles that the exchange lacks',
};

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
