import type { PartTexts } from '../text.ts';
import { allowedInFrench } from './faults.ts';
import { SETTINGS_HEAD } from './heads.ts';
import { unit } from './units.ts';

const FIELDS: PartTexts['settings']['fields'] = {
  venue: { label: 'Plateforme', hint: 'D’où viennent les prix.' },
  customStreamUrl: { label: 'Adresse de flux personnalisée', hint: 'Commence par wss://' },
  customRestUrl: { label: 'Adresse REST personnalisée', hint: 'Commence par https://' },
  enableReconnection: {
    label: 'Se reconnecter tout seul',
    hint: 'Sinon, une seule coupure arrête tout.',
  },
  minReconnectDelayMs: { label: 'Attente minimale avant reconnexion', hint: '' },
  maxReconnectDelayMs: { label: 'Attente maximale avant reconnexion', hint: '' },
  maxReconnectAttempts: {
    label: 'Essais sur une adresse',
    hint: 'Puis l’adresse suivante est essayée ; il n’y a pas d’abandon.',
  },
  heartbeatIntervalMs: {
    label: 'Silence qui signifie une connexion morte',
    hint: 'Aucune donnée pendant ce temps : reconnexion.',
  },
  queueSize: { label: 'Messages qui peuvent attendre', hint: '' },
  bufferSize: { label: 'Bougies gardées par série', hint: '' },
  updateIntervalMs: { label: 'Attente maximale d’un prix avant d’être affiché', hint: '' },
  enableToast: { label: 'Afficher les alertes sur la page', hint: '' },
  enableAudio: { label: 'Son', hint: '' },
  enableBrowser: {
    label: 'Notifications du navigateur',
    hint: 'Le navigateur vous le demande d’abord.',
  },
  historySize: { label: 'Alertes gardées en mémoire', hint: '' },
  toastDurationMs: { label: 'Une alerte reste sur la page pendant', hint: '' },
  notificationTimeoutMs: { label: 'Une alerte compte comme active pendant', hint: '' },
};

export const SETTINGS: PartTexts['settings'] = {
  ...SETTINGS_HEAD,
  groups: {
    connection: 'Réglages de la connexion',
    market: 'Données de marché',
    alerts: 'Alertes',
  },
  fields: FIELDS,
  options: {
    binance: 'Binance',
    'binance-us': 'Binance.US',
    custom: 'Adresse personnalisée',
  },
  intervals: 'Intervalles suivis',
  intervalsHint: 'Les règles jugent chaque symbole sur chacun d’eux.',
  intervalsNone: 'Choisissez au moins un intervalle.',
  unit,
  bounds: (min, max, unit) => `${min} à ${max} ${unit}`.trimEnd(),
  save: 'Enregistrer les modifications',
  discard: 'Abandonner',
  saved: 'Réglages enregistrés.',
  invalid: (label, value, allowed) =>
    `${label} : ${value} n’est pas accepté. Attendu : ${allowedInFrench(allowed)}.`,
  disconnect: 'Se déconnecter',
  reconnect: 'Se reconnecter',
  control: 'Connexion à la plateforme',
  appearance: {
    title: 'Apparence',
    language: 'Langue',
    languages: { browser: 'Celle du navigateur', en: 'English', fr: 'Français' },
    palette: 'Couleurs de la hausse et de la baisse',
    palettes: {
      'green-up': 'Hausse verte, baisse rouge',
      'red-up': 'Hausse rouge, baisse verte',
      'blue-up': 'Hausse bleue, baisse orange',
    },
    timeZone: 'Affichage des heures',
    keys: 'Raccourcis à une touche',
    keyChoices: { on: 'Activés', off: 'Désactivés' },
    timeZones: { local: 'Heure locale', utc: 'UTC' },
  },
};
