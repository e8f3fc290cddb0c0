import type { PartTexts } from '../text.ts';
import { CHART_HEAD } from './heads.ts';
import { plural } from './plural.ts';

export const CHART: PartTexts['chart'] = {
  ...CHART_HEAD,
  failed: 'Le graphique n’a pas pu être chargé.',
  moreIntervals: 'Autres intervalles',
  open: 'O',
  high: 'H',
  low: 'B',
  close: 'C',
  volume: 'Vol',
  watch: (symbol) => `Ajouter ${symbol} à la liste de suivi`,
  unwatch: (symbol) => `Retirer ${symbol} de la liste de suivi`,
  fit: 'Revenir au présent',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  summary: (series, count, last, range) =>
    `${series} : ${plural(count, 'bougie')}. Dernière clôture ${last} ; ${range}.`,
  range: (low, high) => `plus bas ${low}, plus haut ${high}`,
  plotOf: (series) => `Bougies de ${series}`,
  keys:
    'Les flèches gauche et droite déplacent dans le temps ; avec Maj, elles déplacent le réticule de bougie en bougie ; ' +
    'plus et moins changent l’échelle, Début et Fin mènent à la bougie la plus ancienne et à la plus récente, ' +
    'A place une alerte au prix du réticule.',
  spokenCandle: (time, open, high, low, close) =>
    `${time} : ouverture ${open}, plus haut ${high}, plus bas ${low}, clôture ${close}`,
  loadingOlder: 'Chargement de bougies plus anciennes…',
  noOlder: 'Pas de bougies plus anciennes',
  olderFailed: 'Les bougies plus anciennes ne sont pas arrivées.',
  logarithmic: 'Échelle logarithmique',
  logShort: 'Log',
  more: 'Autres fonctions du graphique',
  picture: 'Enregistrer une image du graphique',
  pictureFailed: 'L’image n’a pas pu être créée.',
  alertAt: (price) => `Alerte à ${price}`,
  marks: 'Signaux sur le graphique',
  mark: (side, rule, time) => `${side} : ${rule}, ${time}`,
  markMore: (newest, more) =>
    `${newest} (et ${plural(more, 'signal plus ancien', 'signaux plus anciens')})`,
  indicators: 'Indicateurs',
  indicator: {
    title: 'Indicateurs',
    search: 'Chercher un indicateur',
    placeholder: 'Chercher, par exemple RSI ou bandes',
    onChart: 'Sur le graphique',
    all: 'Tous les indicateurs',
    found: (count) => plural(count, 'indicateur'),
    none: 'Aucun indicateur ne correspond.',
    overlay: 'Sur les bougies',
    pane: 'Volet',
    back: 'Revenir à la liste',
    add: 'Ajouter au graphique',
    save: 'Modifier',
    shown: 'Cet indicateur est déjà sur le graphique, avec les mêmes paramètres.',
    full: (most) => `Un graphique ne peut pas montrer plus de ${most} indicateurs.`,
    bounds: (min, max) => `de ${min} à ${max}`,
    wholeBounds: (min, max) => `nombre entier, de ${min} à ${max}`,
    invalid: (allowed) => `Valeur non acceptée. Attendu : ${allowed}`,
    noParameters: 'Il n’y a rien à régler.',
    edit: (name) => `Modifier ${name}`,
    remove: (name) => `Retirer ${name}`,
  },
};
