import type { Texts } from '../text.ts';
import { ALERTS } from './alerts.ts';
import { fault, faultValue } from './faults.ts';
import {
  BACKFILL_HEAD,
  CHART_HEAD,
  FIRST_RUN_HEAD,
  HEALTH_HEAD,
  HISTORY_HEAD,
  METRICS_HEAD,
  READINESS_HEAD,
  RULES_HEAD,
  SETTINGS_HEAD,
  SHORTCUTS_HEAD,
} from './heads.ts';
import { CONNECTION_MEANINGS, CONNECTION_STATES, OUTAGES, SIDES } from './labels.ts';
import { NOTICES } from './notices.ts';
import { plural } from './plural.ts';
import { reason } from './reasons.ts';
import { ruleName } from './rule-names.ts';
import { SHELL } from './shell.ts';
import { SUPERVISION } from './supervision.ts';
import { venue } from './venues.ts';
import { SEARCH, WATCHLIST } from './watchlist.ts';

/** Français : tous les textes du premier écran, et de ce qui peut s’y passer. */
export const firstScreen: Texts = {
  locale: 'fr-FR',
  number: {
    decimal: ',',
    group: '\u202f',
    minus: '−',
    unknown: '–',
    percent: (number) => `${number} %`,
    steps: ['\u202fT', '\u202fMd', '\u202fM', '\u202fk'],
    bytes: ['o', 'ko', 'Mo', 'Go'],
  },
  time: {
    units: { second: 's', minute: 'min', hour: 'h', day: 'j' },
    ago: (duration) => `il y a ${duration}`,
    in: (duration) => `dans ${duration}`,
    local: 'Heure locale',
    utc: 'UTC',
    localShort: 'Locale',
    zone: (zone) => `Fuseau horaire : ${zone}`,
  },
  app: {
    name: 'Tocsin',
    demo: 'Démo',
    venue,
    demoMeaning: 'Un marché simulé dans ce navigateur. Aucun prix n’est réel.',
    tabs: {
      market: 'Marché',
      chart: 'Graphique',
      alerts: 'Historique',
      rules: 'Règles',
      health: 'État',
    },
    tabsLabel: 'Parties de la page',
    unreadTab: (count) => plural(count, 'alerte active', 'alertes actives'),
    settings: 'Réglages',
    header: 'Le haut de la page',
    panelFailed: (title) => `${title} : l’affichage a échoué.`,
    panelRetry: 'Réessayer',
    close: 'Fermer',
  },
  engine: {
    failed: 'Le moteur est en panne. Rien n’est surveillé.',
    reload: 'Recharger la page',
  },
  sides: SIDES,
  connection: {
    label: 'Connexion',
    states: CONNECTION_STATES,
    meanings: CONNECTION_MEANINGS,
    outages: OUTAGES,
    nextRetry: (duration) => `nouvel essai dans ${duration}`,
  },
  notices: NOTICES,
  watchlist: WATCHLIST,
  search: SEARCH,
  chart: CHART_HEAD,
  metrics: METRICS_HEAD,
  backfill: BACKFILL_HEAD,
  alerts: ALERTS,
  history: HISTORY_HEAD,
  rules: RULES_HEAD,
  readiness: READINESS_HEAD,
  health: HEALTH_HEAD,
  settings: SETTINGS_HEAD,
  fault,
  faultValue,
  reason,
  ruleName,
  firstRun: FIRST_RUN_HEAD,
  desk: {
    mode: 'Écran toujours allumé',
    states: {
      off: 'Garder l’écran allumé',
      on: 'L’écran reste allumé',
      paused: 'L’écran reste allumé tant que cette page est visible',
      refused: 'Le navigateur laisse l’écran s’éteindre ; nouvel essai quand la page sera visible',
      unsupported: 'Ce navigateur ne peut pas garder l’écran allumé',
    },
    monitor: 'Mini-fenêtre',
    openMonitor: 'Ouvrir une petite fenêtre qui reste au premier plan',
    monitorFailed: (reason) => `La mini-fenêtre n’a pas pu s’ouvrir : ${reason}`,
    noAlert: 'Aucune alerte pour l’instant',
    lastAlert: 'Dernière alerte',
  },
  shell: SHELL,
  shortcuts: SHORTCUTS_HEAD,
  supervision: SUPERVISION,
};
