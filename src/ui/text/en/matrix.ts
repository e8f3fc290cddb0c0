import type { Trend } from '../../../protocol/market-state.ts';

const TRENDS: Readonly<Record<Trend, string>> = { up: 'up', down: 'down', flat: 'flat' };

/** English: the matrix of all watched series, and what is said of one of them. */
export const MATRIX = {
  title: 'Matrix of symbols and intervals',
  symbol: 'Symbol',
  keys: 'Arrow keys move from cell to cell; Enter shows the series on the chart.',
  /** What a screen reader says of a cell; `state` is empty where the series is ready. */
  cell: (series: string, parts: readonly string[]) => `${series}: ${parts.join(', ')}`,
  buy: (count: number) => `${count} buy`,
  sell: (count: number) => `${count} sell`,
  silent: 'no rule speaks',
  consensus: (value: string) => `consensus ${value}`,
  trend: (trend: Trend) => `trend ${TRENDS[trend]}`,
  trendUnknown: 'trend not known yet',
  trends: TRENDS,
  trendLabel: 'Trend',
  legendConsensus: 'Consensus of the rules, from −1 to +1',
  whatIsTrend: 'What is that?',
  trendMeaning:
    'Up: the last candle closed above EMA(50), which is higher than 5 candles ago. ' +
    'Down: below, and it is lower. Flat: anything else.',
  sortBy: (interval: string) => `Sort by the consensus on ${interval}`,
  empty: 'Watch a symbol to see how it stands on every interval.',
};
