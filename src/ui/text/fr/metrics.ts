import type { PartTexts } from '../text.ts';
import { METRICS_HEAD } from './heads.ts';
import { OUTPUTS } from './outputs.ts';
import { plural } from './plural.ts';

export const METRICS: PartTexts['metrics'] = {
  ...METRICS_HEAD,
  columns: {
    indicator: 'Indicateur',
    value: 'Valeur',
    change: 'Écart',
    min: 'Min',
    mean: 'Moy.',
    max: 'Max',
    place: 'Position',
  },
  placeMeaning: 'Où se situe la valeur entre son minimum et son maximum',
  place: (percent) => `à ${percent} du chemin entre le minimum et le maximum`,
  outputs: OUTPUTS,
  waiting: 'Les indicateurs apparaissent dès qu’il y a assez de bougies.',
  views: { label: 'Ce qui est montré', indicators: 'Indicateurs', matrix: 'Matrice' },
  moreRoom: 'Plus de place pour les mesures',
  lessRoom: 'Moins de place pour les mesures',
  symbol: (symbol) => `Symbole : ${symbol}. En choisir un autre`,
  chooseSymbol: 'Choisir un symbole',
  symbolSearch: 'Chercher parmi tous les symboles',
  symbolHint: 'Un symbole qui n’est pas encore suivi est ajouté à la liste de suivi.',
  interval: 'Intervalle des mesures',
  compared: 'Indicateurs comparés',
  detail: 'Indicateur choisi',
  choose: 'Indicateur',
  changeMeaning: 'Par rapport à la dernière bougie clôturée',
  course: (name, from, to, min, max) =>
    `Évolution de ${name} : de ${from} à ${to}, minimum ${min}, maximum ${max}`,
  span: (shown, since, all) =>
    shown < all
      ? `${plural(shown, 'bougie')} depuis ${since} ; min, moyenne et max sur ${all}`
      : `${plural(shown, 'bougie')} depuis ${since}`,
  today: 'Signaux du jour',
  all: 'Tous',
  todayMeaning: 'De tous les symboles, depuis minuit à votre horloge',
  ratio: 'ACHAT : VENTE',
  toOne: (times) => `${times} : 1`,
  onlyBuy: 'ACHAT seul',
  meanStrength: 'Force moyenne',
};
