import type { Side } from '../../../domain/signal.ts';
import { SIDES } from './labels.ts';
import { plural } from './plural.ts';

/** English: the small form that makes an alert at a price. */
export const QUICK_ALERT = {
  title: (symbol: string) => `Alert for ${symbol}`,
  fire: 'Tell me',
  fires: { intrabar: 'as soon as it trades there', close: 'when a candle closes there' },
  lastPrice: (symbol: string, price: string) => `${symbol} is at ${price}.`,
  /** What the form would make, in one sentence. */
  meanings: {
    atOnce: (side: Side, symbol: string, isAbove: boolean, price: string) =>
      `You are told (${SIDES[side]}) at the first moment at which ${symbol} trades ${isAbove ? 'above' : 'below'} ${price}.`,
    atClose: (side: Side, symbol: string, isAbove: boolean, price: string, intervals: string) =>
      `You are told (${SIDES[side]}) when a candle of ${symbol} (${intervals}) closes ${isAbove ? 'above' : 'below'} ${price} and the one before did not.`,
    move: (side: Side, symbol: string, isRise: boolean, percent: string, span: string) =>
      `You are told (${SIDES[side]}) when ${symbol} has ${isRise ? 'risen' : 'fallen'} by ${percent}% over ${span}.`,
    everySymbol: 'any watched symbol',
    span: (candles: number, intervals: string) => `${plural(candles, 'candle')} (${intervals})`,
  },
  distance: (percent: string, isAbove: boolean) =>
    `That is ${percent}% ${isAbove ? 'above' : 'below'} the last price.`,
  /** The price is there already. */
  beyond: (isAbove: boolean) =>
    `It is ${isAbove ? 'above' : 'below'} that already: it has to ${isAbove ? 'fall below' : 'rise above'} it first.`,
  made: (name: string) => `The alert “${name}” is on.`,
};
