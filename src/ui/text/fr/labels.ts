import type { AlertStatus } from '../../../domain/alert.ts';
import type { Side } from '../../../domain/signal.ts';
import type { ConnectionState, Outage } from '../../../protocol/health.ts';
import type { Limitation } from '../../../protocol/messages.ts';
import type { SeriesState } from '../../../protocol/market-state.ts';

export const SIDES: Readonly<Record<Side, string>> = { BUY: 'ACHAT', SELL: 'VENTE' };

export const STATUSES: Readonly<Record<AlertStatus, string>> = {
  ACTIVE: 'ACTIVE',
  DISMISSED: 'CLASSÉE',
  EXPIRED: 'EXPIRÉE',
};

export const CONNECTION_STATES: Readonly<Record<ConnectionState, string>> = {
  DISCONNECTED: 'DÉCONNECTÉ',
  CONNECTING: 'CONNEXION',
  CONNECTED: 'CONNECTÉ',
  RECONNECTING: 'RECONNEXION',
  ERROR: 'ERREUR',
};

export const CONNECTION_MEANINGS: Readonly<Record<ConnectionState, string>> = {
  DISCONNECTED: 'Pas de connexion : rien n’est surveillé.',
  CONNECTING: 'Ouverture de la connexion.',
  CONNECTED: 'Les prix arrivent en direct.',
  RECONNECTING: 'La connexion a été perdue ; elle est en cours de rétablissement.',
  ERROR: 'La plateforme est injoignable. Tocsin continue d’essayer.',
};

export const OUTAGES: Readonly<Record<Outage, string>> = {
  offline: 'Cet appareil est hors ligne.',
  blocked: 'La plateforme refuse les connexions depuis ce pays ou ce réseau.',
  'rate-limited':
    'La plateforme demande une pause : trop de requêtes sont venues de cette adresse.',
  'exchange-down':
    'La plateforme ne répond pas : elle est en panne, ou hors d’atteinte depuis ce réseau.',
  'sockets-blocked': 'Ce réseau laisse passer les pages web, mais pas les flux en direct.',
};

export const LIMITATIONS: Readonly<Record<Limitation, string>> = {
  storage: 'Alertes et règles ne sont gardées que jusqu’à la fermeture de cette page',
  locks: 'Si plusieurs onglets sont ouverts, chacun d’eux sonne',
  broadcast: 'Plusieurs onglets ne peuvent pas se mettre d’accord',
  'symbol-list': 'La liste des symboles de la plateforme n’a pas pu être chargée',
  'other-build': 'Un autre onglet utilise une autre version de Tocsin, et c’est lui qui surveille',
};

export const SERIES_STATES: Readonly<Record<SeriesState, string>> = {
  loading: 'Chargement de l’historique',
  live: 'En direct',
  gap: 'Comblement d’un trou',
  stale: 'Pas en direct',
  halted: 'Cotation suspendue',
  hole: 'En direct, avec des bougies que la plateforme n’a pas',
};
