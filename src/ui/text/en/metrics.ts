import { METRICS_HEAD } from './heads.ts';
import { plural } from './plural.ts';

/** Outputs of indicators, as they are said after the indicator's name. Empty: the name says it all. */
const OUTPUTS: Readonly<Record<string, string>> = {
  value: '',
  adx: '',
  plusDi: '+DI',
  minusDi: '−DI',
  upper: 'upper band',
  middle: 'middle band',
  lower: 'lower band',
  macd: 'line',
  signal: 'signal line',
  histogram: 'histogram',
  k: '%K',
  d: '%D',
  conversion: 'conversion line',
  base: 'base line',
  spanA: 'leading span A',
  spanB: 'leading span B',
  pivot: 'pivot',
  r1: 'resistance 1',
  r2: 'resistance 2',
  r3: 'resistance 3',
  s1: 'support 1',
  s2: 'support 2',
  s3: 'support 3',
  momentum: 'momentum',
  pointOfControl: 'point of control',
  valueAreaHigh: 'top of the value area',
  valueAreaLow: 'bottom of the value area',
};

/** English: the metrics of a series. */
export const METRICS = {
  ...METRICS_HEAD,
  columns: {
    indicator: 'Indicator',
    value: 'Value',
    change: 'Change',
    min: 'Min',
    mean: 'Mean',
    max: 'Max',
    place: 'Range',
  },
  placeMeaning: 'Where the value stands between its least and its greatest',
  place: (percent: string) => `${percent} of the way from the least to the greatest`,
  outputs: OUTPUTS,
  waiting: 'Indicators appear as soon as enough candles are there.',
  views: { label: 'What is shown', indicators: 'Indicators', matrix: 'Matrix' },
  moreRoom: 'More room for the metrics',
  lessRoom: 'Less room for the metrics',
  symbol: (symbol: string) => `Symbol: ${symbol}. Choose another`,
  chooseSymbol: 'Choose a symbol',
  symbolSearch: 'Search all symbols',
  symbolHint: 'One that is not watched yet is added to the watchlist.',
  interval: 'Interval of the metrics',
  compared: 'Indicators compared',
  detail: 'Chosen indicator',
  choose: 'Indicator',
  changeMeaning: 'Against the last closed candle',
  course: (name: string, from: string, to: string, min: string, max: string) =>
    `Course of ${name}: from ${from} to ${to}, lowest ${min}, highest ${max}`,
  span: (shown: number, since: string, all: number) =>
    shown < all
      ? `${plural(shown, 'candle')} since ${since}; min, mean and max of ${all}`
      : `${plural(shown, 'candle')} since ${since}`,
  today: 'Signals today',
  all: 'All',
  todayMeaning: 'Of all symbols, since midnight on your clock',
  ratio: 'BUY : SELL',
  toOne: (times: string) => `${times} : 1`,
  onlyBuy: 'BUY only',
  meanStrength: 'Mean strength',
};
