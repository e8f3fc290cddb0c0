import type { PartTexts } from '../text.ts';
import { SHORTCUTS_HEAD } from './heads.ts';

export const SHORTCUTS: PartTexts['shortcuts'] = {
  ...SHORTCUTS_HEAD,
  groups: { page: 'Sur cette page', chart: 'Sur le graphique', lists: 'Dans les listes' },
  actions: {
    search: 'Chercher un symbole',
    help: 'Afficher cette liste',
    settings: 'Ouvrir les réglages',
    watchlist: 'Aller à la liste de suivi',
    chart: 'Aller au graphique',
    history: 'Aller à l’historique des alertes',
    rules: 'Aller aux règles',
    health: 'Aller à l’état de la surveillance',
    previousSymbol: 'Symbole précédent de la liste de suivi',
    nextSymbol: 'Symbole suivant de la liste de suivi',
    dismissAll: 'Classer toutes les alertes',
    newRule: 'Créer une règle',
    sound: 'Activer ou couper le son',
  },
  keys: {
    arrows: '← →',
    pan: 'Se déplacer dans le temps',
    zoomKeys: '+ −',
    zoom: 'Agrandir ou réduire',
    ends: 'Début Fin',
    jump: 'Bougie la plus ancienne, la plus récente',
    rows: '↑ ↓',
    move: 'Ligne précédente, suivante',
    enter: 'Entrée',
    choose: 'Montrer sur le graphique, ou ouvrir',
    altArrows: 'Alt ↑ ↓',
    reorder: 'Déplacer un symbole dans la liste de suivi',
    escape: 'Échap',
    close: 'Fermer ce qui est ouvert',
  },
};
