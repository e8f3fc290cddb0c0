import type { PartTexts } from '../text.ts';
import { plural } from './plural.ts';

const TRENDS = { up: 'hausse', down: 'baisse', flat: 'neutre' };

export const MATRIX: PartTexts['matrix'] = {
  title: 'Matrice des symboles et des intervalles',
  symbol: 'Symbole',
  keys: 'Les flèches déplacent de case en case ; Entrée montre la série sur le graphique.',
  cell: (series, parts) => `${series} : ${parts.join(', ')}`,
  buy: (count) => plural(count, 'achat'),
  sell: (count) => plural(count, 'vente'),
  silent: 'aucune règle ne parle',
  consensus: (value) => `consensus ${value}`,
  trend: (trend) => `tendance : ${TRENDS[trend]}`,
  trendUnknown: 'tendance pas encore connue',
  trends: TRENDS,
  trendLabel: 'Tendance',
  legendConsensus: 'Consensus des règles, de −1 à +1',
  whatIsTrend: 'Qu’est-ce que c’est ?',
  trendMeaning:
    'Hausse : la dernière bougie a clôturé au-dessus de l’EMA(50), qui est plus haute qu’il y a 5 bougies. ' +
    'Baisse : au-dessous, et elle est plus basse. Neutre : tout le reste.',
  sortBy: (interval) => `Trier par le consensus en ${interval}`,
  empty: 'Suivez un symbole pour voir où il en est sur chaque intervalle.',
};
