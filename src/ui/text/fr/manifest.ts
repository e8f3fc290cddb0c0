import type { MANIFEST as ENGLISH } from '../en/manifest.ts';

export const MANIFEST: typeof ENGLISH = {
  name: 'Tocsin : la cloche d’alarme du marché des cryptos',
  description:
    'Suit les prix de Binance en direct et sonne quand vos règles sont remplies : message, son, ' +
    'notification. Ni serveur, ni compte.',
  screenshots: {
    wide: 'Liste de suivi, graphique et alertes sur un grand écran',
    narrow: 'Des alertes en direct sur un téléphone',
  },
  history: 'Historique des alertes',
};
