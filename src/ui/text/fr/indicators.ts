import type { Indicator } from '../../../domain/indicators/definition.ts';
import { isIndicatorName } from '../../../domain/indicators/index.ts';
import type { IndicatorName } from '../../../domain/indicators/index.ts';
import type { PartTexts } from '../text.ts';

const TITLES: Readonly<Record<IndicatorName, string>> = {
  sma: 'Moyenne mobile simple',
  ema: 'Moyenne mobile exponentielle',
  wma: 'Moyenne mobile pondérée',
  rsi: 'Indice de force relative',
  macd: 'Convergence et divergence des moyennes mobiles',
  bollinger: 'Bandes de Bollinger',
  atr: 'Amplitude vraie moyenne',
  stochastic: 'Oscillateur stochastique',
  stochRsi: 'RSI stochastique',
  adx: 'Indice directionnel moyen',
  cci: 'Indice du canal des matières premières',
  roc: 'Taux de variation',
  williamsR: 'Williams %R',
  obv: 'Volume cumulé (OBV)',
  mfi: 'Indice des flux monétaires',
  vwap: 'Prix moyen pondéré par les volumes',
  donchian: 'Canal de Donchian',
  keltner: 'Canal de Keltner',
  supertrend: 'Supertrend',
  psar: 'SAR parabolique',
  ichimoku: 'Nuage d’Ichimoku',
  pivots: 'Points pivots',
  breakout: 'Cassure de canal',
  squeeze: 'Momentum de compression',
  candlePatterns: 'Figures en chandeliers',
  volumeProfile: 'Profil de volume',
};

/** Les titres des paramètres, par leur titre anglais. */
export const PARAMETERS: Readonly<Record<string, string>> = {
  Length: 'Longueur',
  Deviations: 'Écarts-types',
  Multiplier: 'Multiplicateur',
  Smoothing: 'Lissage',
  Step: 'Pas',
  Maximum: 'Maximum',
  Rows: 'Lignes',
  Displacement: 'Décalage',
  'Fast length': 'Longueur rapide',
  'Slow length': 'Longueur lente',
  'Signal length': 'Longueur du signal',
  'Conversion length': 'Longueur de conversion',
  'Base length': 'Longueur de base',
  'Span B length': 'Longueur de Senkou B',
  'EMA length': 'Longueur de l’EMA',
  'ATR length': 'Longueur de l’ATR',
  'RSI length': 'Longueur du RSI',
  'Stochastic length': 'Longueur du stochastique',
  'Bollinger length': 'Longueur de Bollinger',
  'Bollinger deviations': 'Écarts-types de Bollinger',
  'Keltner length': 'Longueur de Keltner',
  'Keltner multiplier': 'Multiplicateur de Keltner',
  'Candles of the trend before': 'Bougies de la tendance précédente',
  'Value area, %': 'Zone de valeur, %',
};

export const INDICATORS: PartTexts['indicators'] = {
  title: ({ name, title }: Indicator) => (isIndicatorName(name) ? TITLES[name] : title),
  parameter: (title) => PARAMETERS[title] ?? title,
};
