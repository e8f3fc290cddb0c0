import type { PartTexts } from '../text.ts';
import { SIDES } from './labels.ts';
import { plural } from './plural.ts';

export const QUICK_ALERT: PartTexts['quickAlert'] = {
  title: (symbol) => `Alerte pour ${symbol}`,
  fire: 'M’alerter',
  fires: { intrabar: 'dès qu’un échange s’y fait', close: 'quand une bougie y clôture' },
  lastPrice: (symbol, price) => `${symbol} est à ${price}.`,
  meanings: {
    atOnce: (side, symbol, isAbove, price) =>
      `Vous recevez une alerte (${SIDES[side]}) au premier moment où ${symbol} s’échange ${isAbove ? 'au-dessus' : 'au-dessous'} de ${price}.`,
    atClose: (side, symbol, isAbove, price, intervals) =>
      `Vous recevez une alerte (${SIDES[side]}) quand une bougie de ${symbol} (${intervals}) clôture ${isAbove ? 'au-dessus' : 'au-dessous'} de ${price} et que la précédente ne l’avait pas fait.`,
    move: (side, symbol, isRise, percent, span) =>
      `Vous recevez une alerte (${SIDES[side]}) quand ${symbol} a ${isRise ? 'monté' : 'baissé'} de ${percent.replace('.', ',')} % en ${span}.`,
    everySymbol: 'l’un des symboles suivis',
    span: (candles, intervals) => `${plural(candles, 'bougie')} (${intervals})`,
  },
  distance: (percent, isAbove) =>
    `C’est ${percent} % ${isAbove ? 'au-dessus' : 'au-dessous'} du dernier prix.`,
  beyond: (isAbove) =>
    isAbove
      ? 'Le prix est déjà au-dessus : il devra d’abord repasser au-dessous.'
      : 'Le prix est déjà au-dessous : il devra d’abord repasser au-dessus.',
  made: (name) => `L’alerte « ${name} » est activée.`,
};
