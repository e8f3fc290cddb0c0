import type { Texts } from '../text.ts';
import { plural } from './plural.ts';
import { reason } from './reasons.ts';

export const WATCHLIST: Texts['watchlist'] = {
  title: 'Suivi',
  columns: {
    symbol: 'Symbole',
    last: 'Dernier',
    change: '24 h %',
    bid: 'Demande',
    ask: 'Offre',
    volume: 'Volume',
    course: '24 h',
    actions: 'Actions',
  },
  meanings: {
    volume: 'Montant échangé en 24 heures, dans l’actif de cotation. Trié selon sa valeur en USDT.',
    course: 'Les dernières 24 heures, heure par heure',
  },
  count: (count) => plural(count, 'symbole'),
  countOf: (shown, all) => `${shown} sur ${all}`,
  scope: 'Symboles affichés',
  list: 'Ma liste',
  market: 'Tout le marché',
  marketShort: 'Marché',
  empty: 'Aucun symbole pour l’instant.',
  emptyHint: 'Cherchez ci-dessus un symbole tel que BTCUSDT, ou choisissez dans tout le marché.',
  browse: 'Parcourir tout le marché',
  loading: 'En attente des premiers prix…',
  marketLoading: 'En attente de la liste des symboles…',
  marketMissing: (words) => `La liste des symboles n’est pas arrivée : ${reason(words)}`,
  quietSince: (time) => `muet depuis ${time}`,
  halted: 'cotation suspendue',
  watch: (symbol) => `Suivre ${symbol}`,
  unwatch: (symbol) => `Ne plus suivre ${symbol}`,
  removed: (symbol) => `${symbol} a été retiré de la liste de suivi.`,
  full: (most) =>
    `Ma liste est pleine : elle contient ${most} symboles. Retirez-en un pour faire de la place.`,
  course: (from, to) => `de ${from} à ${to} en 24 heures`,
  keys:
    'Les flèches déplacent, Entrée ouvre le graphique, la flèche droite mène aux boutons de la ligne, ' +
    'S ajoute à ma liste ou en retire, Suppr retire, Alt avec haut ou bas déplace la ligne, ' +
    'Maj F10 ouvre le menu de la ligne.',
  held: 'L’ordre attend tant que le pointeur ou le clavier est dans les lignes.',
  group: (quoteAsset, count) => `${quoteAsset}, ${plural(count, 'symbole')}`,
  ungrouped: 'Autres',
  filter: {
    show: 'Filtrer',
    label: 'Filtrer les symboles',
    placeholder: 'Filtrer, par exemple USDT ou SOL',
    quote: 'Actif de cotation',
    everyQuote: 'Toutes cotations',
    none: 'Aucun symbole ne correspond au filtre.',
    clear: 'Effacer le filtre',
  },
  view: {
    open: 'Affichage',
    title: 'Affichage de la liste de suivi',
    columns: 'Colonnes',
    course: 'Courbe des dernières 24 heures',
    group: 'Grouper par actif de cotation',
    ownOrder: 'Revenir à mon ordre',
    defaultOrder: 'Revenir à l’ordre des noms',
  },
  menu: {
    open: (symbol) => `Actions pour ${symbol}`,
    chart: 'Ouvrir le graphique',
    alert: 'M’alerter à ce prix…',
    watch: 'Ajouter à ma liste',
    unwatch: 'Retirer de ma liste',
    up: 'Monter',
    down: 'Descendre',
    top: 'Mettre en premier',
    bottom: 'Mettre en dernier',
    keys: { chart: 'Entrée', watch: 'S', unwatch: 'Suppr', up: 'Alt ↑', down: 'Alt ↓' },
  },
  move: {
    done: (symbol, place, count) => `${symbol} est maintenant ${place} sur ${count}.`,
    sorted: 'Les lignes ne se déplacent que dans votre propre ordre.',
    market: 'Les lignes ne se déplacent que dans ma liste.',
  },
};

/** Ce que la plateforme dit d’un symbole qui ne se négocie pas. */
const NOT_TRADING: Readonly<Record<string, string>> = {
  BREAK: 'cotation interrompue',
  HALT: 'cotation suspendue',
  END_OF_DAY: 'fin de journée',
  PRE_TRADING: 'avant la cotation',
  POST_TRADING: 'après la cotation',
  AUCTION_MATCH: 'enchères',
};

export const SEARCH: Texts['search'] = {
  label: 'Ajouter un symbole',
  placeholder: 'Ajouter, par exemple BTC USDT',
  results: 'Symboles de la plateforme',
  watched: 'Suivi',
  notTrading: (status) => NOT_TRADING[status] ?? status.toLowerCase().replaceAll('_', ' '),
  unknown: (symbol) => `« ${symbol} » n’est pas un symbole de cette plateforme.`,
  halted: (symbol) => `${symbol} n’est pas négocié en ce moment et ne peut donc pas être suivi.`,
  alreadyWatched: (symbol) => `${symbol} est déjà dans la liste de suivi.`,
  none: 'Aucun symbole ne correspond.',
  found: (count) => plural(count, 'symbole'),
  foundMore: (shown, count) => `${shown} sur ${plural(count, 'symbole')}`,
  shortcut: '/',
};
