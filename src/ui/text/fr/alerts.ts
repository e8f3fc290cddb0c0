import type { Texts } from '../text.ts';
import { SIDES } from './labels.ts';
import { plural } from './plural.ts';

export const ALERTS: Texts['alerts'] = {
  title: 'Alertes',
  dismiss: 'Classer',
  dismissAll: 'Tout classer',
  strength: 'Force',
  spoken: (side, symbol, price, rule, interval) =>
    `${SIDES[side]} ${symbol} à ${price} : ${rule}, ${interval}.`,
  spokenMore: (total, buy, sell) =>
    `${plural(total, 'autre alerte', 'autres alertes')} : ${plural(buy, 'achat')}, ${plural(sell, 'vente')}.`,
};
