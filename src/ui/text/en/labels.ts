/** English words for each value of the protocol's and the domain's closed sets. */
import type { AlertStatus } from '../../../domain/alert.ts';
import type { Side } from '../../../domain/signal.ts';
import type { ConnectionState, Outage } from '../../../protocol/health.ts';
import type { Limitation } from '../../../protocol/messages.ts';
import type { SeriesState } from '../../../protocol/market-state.ts';

export const SIDES: Readonly<Record<Side, string>> = { BUY: 'BUY', SELL: 'SELL' };

export const STATUSES: Readonly<Record<AlertStatus, string>> = {
  ACTIVE: 'ACTIVE',
  DISMISSED: 'DISMISSED',
  EXPIRED: 'EXPIRED',
};

export const CONNECTION_STATES: Readonly<Record<ConnectionState, string>> = {
  DISCONNECTED: 'DISCONNECTED',
  CONNECTING: 'CONNECTING',
  CONNECTED: 'CONNECTED',
  RECONNECTING: 'RECONNECTING',
  ERROR: 'ERROR',
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
