import type { PartTexts } from '../text.ts';
import { HISTORY_HEAD } from './heads.ts';
import { plural } from './plural.ts';
import { reason } from './reasons.ts';

export const HISTORY: PartTexts['history'] = {
  ...HISTORY_HEAD,
  label: 'Historique des alertes',
  columns: {
    time: 'Heure',
    side: 'Sens',
    symbol: 'Symbole',
    price: 'Prix',
    rule: 'Règle',
    interval: 'Intervalle',
    strength: 'Force',
    status: 'Statut',
  },
  keys:
    'Les flèches, Page précédente, Page suivante, Début et Fin parcourent les lignes, Entrée en ouvre une, ' +
    'Échap la ferme.',
  loading: 'Lecture de l’historique…',
  searching: 'Recherche dans les alertes plus anciennes…',
  empty: 'Aucune alerte pour l’instant.',
  emptyHint: (symbols, rules) =>
    `${plural(symbols, 'symbole suivi', 'symboles suivis')}, ${plural(rules, 'règle activée', 'règles activées')} : ce qu’elles trouvent est signalé aussitôt et conservé ici.`,
  emptyUnwatched:
    'Ce que les règles trouvent est signalé aussitôt et conservé ici, dès que des prix arrivent.',
  noSymbols: 'Rien n’est suivi, donc rien ne peut être trouvé.',
  addSymbol: 'Ajouter un symbole',
  noRules: 'Aucune règle n’est activée : rien ne sera signalé.',
  chooseRules: 'Choisir des règles',
  engineFailed: 'L’historique ne peut pas être lu.',
  engineFailedHint: 'Le moteur est arrêté. Ce qui est enregistré n’est pas perdu.',
  noMatch: 'Aucune alerte ne correspond à ces filtres.',
  filter: 'Filtrer l’historique',
  filterActive: (count) =>
    `Filtrer l’historique : ${plural(count, 'filtre actif', 'filtres actifs')}`,
  clearFilters: 'Effacer les filtres',
  filterBy: (column) => `Filtrer par ${column.toLowerCase()}`,
  allOf: (column) => `${column} : tout`,
  times: {
    hour: 'Dernière heure',
    day: 'Dernières 24 heures',
    week: '7 derniers jours',
    month: '30 derniers jours',
    between: 'Du … au …',
  },
  since: 'Du',
  until: 'Au',
  reversed: 'Le début est après la fin.',
  loadingOlder: 'Chargement d’alertes plus anciennes…',
  olderFailed: 'Les alertes plus anciennes n’ont pas pu être lues.',
  tryAgain: 'Réessayer',
  full: (count) =>
    `Les ${count} plus récentes sont listées. Un filtre sur l’heure trouve les plus anciennes, et un fichier les contient toutes.`,
  end: (count, shown) => (count < 2 ? `${shown} alerte en tout` : `${shown} alertes en tout`),
  late: 'Tardive',
  lateMeaning: 'Trouvée au retour, une fois le moment passé.',
  detailsOf: (symbol) => `À propos de cette alerte sur ${symbol}`,
  candle: 'Ouverture de la bougie',
  raised: 'Déclenchée',
  announcedAt: 'Signalée',
  dismissedAt: 'Classée',
  strengthFormula: 'Comment sa force est calculée',
  strengthFormulaOf: (strength) => `Une force de ${strength} sur 1 se calcule ainsi :`,
  ruleGone: 'La règle qui l’a déclenchée n’existe plus.',
  openSeries: (symbol, interval) => `Ouvrir ${symbol} ${interval}`,
  missing: 'Cette alerte n’est plus dans l’historique.',
  moment: {
    title: 'Le graphique à ce moment-là',
    label: (symbol, interval) => `${symbol} ${interval} à ce moment-là`,
    loading: 'Chargement des bougies de ce moment…',
    missing: (words) =>
      words === ''
        ? 'La plateforme n’a pas de bougies pour ce moment.'
        : `Les bougies de ce moment n’ont pas pu être chargées : ${reason(words)}`,
  },
  exported: {
    label: 'Enregistrer dans un fichier',
    as: {
      csv: 'Enregistrer ce qui correspond aux filtres dans un fichier CSV',
      json: 'Enregistrer ce qui correspond aux filtres dans un fichier JSON',
    },
    short: { csv: 'CSV', json: 'JSON' },
    collecting: 'Collecte des alertes…',
    stop: 'Arrêter',
    done: (count, shown, file) =>
      count < 2
        ? `${shown} alerte a été enregistrée dans ${file}.`
        : `${shown} alertes ont été enregistrées dans ${file}.`,
    notWhole: 'Les plus anciennes n’ont pas pu être lues et n’y sont pas.',
    failed: (reason) => `Le fichier n’a pas pu être créé : ${reason}`,
  },
};
