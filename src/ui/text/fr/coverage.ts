import type { PartTexts } from '../text.ts';
import { plural } from './plural.ts';

export const COVERAGE: PartTexts['coverage'] = {
  title: 'Couverture',
  percent: (number) => `${number} %`,
  ofLastDay: (share) => `Surveillé ${share} des dernières 24 h`,
  since: (share, moment, span) => `Surveillé ${share} depuis ${moment} (${span})`,
  nothing: 'Aucun symbole n’a encore été surveillé.',
  allWatched: (symbols) =>
    symbols < 2
      ? 'Le symbole est surveillé en ce moment.'
      : `Les ${symbols} symboles sont tous surveillés en ce moment.`,
  notWatched: (missed, symbols, reasons) =>
    missed === symbols
      ? `Rien n’est surveillé en ce moment : ${reasons}.`
      : `${plural(missed, 'symbole')} sur ${symbols} sans surveillance en ce moment : ${reasons}.`,
  late: 'Ce qui clôture pendant un trou est jugé dès que ses bougies sont là, et marqué « Tardive ».',
  timeline: (from, gaps) =>
    `De ${from} à maintenant : ${gaps === 0 ? 'aucun trou' : plural(gaps, 'trou')}`,
  now: 'maintenant',
  gaps: 'Trous',
  noGaps: 'Il n’y a eu aucun trou.',
  showAll: (gaps) => `Montrer les ${gaps} trous`,
  showNewest: (gaps) => `Ne montrer que les ${gaps} plus récents`,
  lessThanSecond: 'moins de 1 s',
  upTo: (span) => (span.startsWith('moins') ? span : `jusqu’à ${span}`),
  lasting: (from) => `depuis ${from}`,
  symbols: {
    all: (count) => `les ${count} symboles`,
    more: (names, count) => `${names} et ${plural(count, 'autre')}`,
  },
  reasons: {
    closed: 'Fermé',
    off: 'Coupé',
    asleep: 'En veille',
    offline: 'Hors ligne',
    blocked: 'Bloqué',
    stalled: 'Muet',
    unreachable: 'Injoignable',
    filling: 'Comblement',
  },
  meanings: {
    closed: 'aucun onglet n’était ouvert, ou son moteur était en cours de remplacement',
    off: 'vous aviez coupé la connexion',
    asleep: 'cet appareil était en veille, ou le navigateur avait figé la page',
    offline: 'cet appareil n’avait pas de réseau',
    blocked: 'la plateforme ou ce réseau a refusé',
    stalled: 'la connexion était ouverte, mais rien n’arrivait',
    unreachable: 'la connexion était perdue, ou la plateforme ne répondait pas',
    filling: 'des bougies étaient en cours de chargement ; les règles les attendent',
  },
};
