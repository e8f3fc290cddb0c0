/** Ce que le premier écran dit des parties chargées après lui. */
import { SERIES_STATES } from './labels.ts';

export const CHART_HEAD = {
  title: 'Graphique',
  none: 'Choisissez un symbole dans la liste de suivi pour voir ses bougies.',
  loading: 'Chargement des bougies…',
  interval: 'Intervalle',
  states: SERIES_STATES,
};

export const METRICS_HEAD = {
  title: 'Mesures en direct',
  none: 'Choisissez un symbole dans la liste de suivi pour voir ses chiffres.',
};

export const HISTORY_HEAD = {
  title: 'Historique',
  notLive: 'pas en direct',
};

export const HEALTH_HEAD = {
  title: 'État',
  demoLink: 'Ouvrir la démo',
  retryNow: 'Réessayer maintenant',
  whatToDo: 'Que faire',
};

export const RULES_HEAD = {
  title: 'Règles',
  enabledCount: (on: number, total: number) =>
    `${on} sur ${total} ${on < 2 ? 'activée' : 'activées'}`,
  empty: 'Aucune règle pour l’instant.',
  noneOn: 'Aucune règle n’est activée : rien ne sera signalé. Activez celles qui vous intéressent.',
  add: 'Ajouter',
  quick: 'Alerte rapide',
  importFile: 'Importer',
  importFileHint: 'Importer une règle depuis un fichier',
  fileUnreadable: (reason: string) => `Le fichier n’a pas pu être lu : ${reason}`,
};

export const BACKFILL_HEAD = {
  label: 'Chargement de l’historique',
};

export const READINESS_HEAD = {
  title: 'Vérification',
  button: 'Tout vérifier',
};

export const SETTINGS_HEAD = {
  title: 'Réglages',
  connect: 'Se connecter',
};

export const FIRST_RUN_HEAD = {
  title: 'Premiers pas',
};

export const SHORTCUTS_HEAD = {
  title: 'Raccourcis clavier',
  open: 'Raccourcis clavier',
};
