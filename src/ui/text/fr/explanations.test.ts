import { describe, expect, it } from 'vitest';
import { explanation } from './explanations.ts';

const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('why a signal fired, in French', () => {
  it.each([
    ['RSI(14) on 1h = 31.2, was 29.4; threshold 30', 'RSI(14) en 1h = 31,2, était 29,4 ; seuil 30'],
    [
      'MACD(12, 26, 9) on 5m = -1.5, was -2; MACD(12, 26, 9) signal on 5m = -1.75, was -1.5',
      'MACD(12, 26, 9) en 5m = -1,5, était -2 ; MACD(12, 26, 9) signal en 5m = -1,75, était -1,5',
    ],
    [
      'close on 1h = 12, was 8; Bollinger(20, 2.5) lower on 1h = 10.5, was 9',
      'la clôture en 1h = 12, était 8 ; Bollinger(20, 2.5) bande basse en 1h = 10,5, était 9',
    ],
    [
      'close on 1h = 107.5, 100 one candle ago: up 7.5%; threshold 5%',
      'la clôture en 1h = 107,5, 100 il y a une bougie : hausse de 7,5 % ; seuil 5 %',
    ],
    [
      'volume on 1h = 90, 100 2 candles ago: down 10%; threshold 5%',
      'le volume en 1h = 90, 100 il y a 2 bougies : baisse de 10 % ; seuil 5 %',
    ],
    [
      'close on 1h = 11; threshold 10. high on 4h (forming) = 11; threshold 10',
      'la clôture en 1h = 11 ; seuil 10. le plus haut en 4h (en formation) = 11 ; seuil 10',
    ],
    [
      'close on 1h = 21, was 15; range 10 to 20.5',
      'la clôture en 1h = 21, était 15 ; plage de 10 à 20,5',
    ],
    [
      'not so: (close on 1h = 9; threshold 10 and not close is not above high)',
      'contraire : (la clôture en 1h = 9 ; seuil 10 et non la clôture n’est pas au-dessus du plus haut)',
    ],
    [
      'close crosses above 10.5 3 candles ago. Then close on 1h = 31, was 21; threshold 30',
      'la clôture passe au-dessus de 10,5 il y a 3 bougies. Puis la clôture en 1h = 31, était 21 ; seuil 30',
    ],
  ])('%s', (english, french) => {
    expect(plain(explanation(english))).toBe(french);
  });

  it('leaves the user’s own note as it is', () => {
    expect(explanation('Sell and close — or not — RSI(14) on 1h = 31')).toBe(
      'Sell and close — or not — RSI(14) en 1h = 31',
    );
  });
});
