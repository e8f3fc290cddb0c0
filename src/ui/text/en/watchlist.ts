import { plural } from './plural.ts';

/** English: the watchlist and the whole market. */
export const WATCHLIST = {
  title: 'Watchlist',
  columns: {
    symbol: 'Symbol',
    last: 'Last',
    change: '24h %',
    bid: 'Bid',
    ask: 'Ask',
    volume: 'Volume',
    course: '24 h',
    actions: 'Actions',
  },
  /** What a column holds, where its name does not say it. */
  meanings: {
    volume: 'Turnover of 24 hours in the quote asset. Sorted by its worth in USDT.',
    course: 'The last 24 hours, hour by hour',
  },
  count: (count: number) => plural(count, 'symbol'),
  countOf: (shown: string, all: string) => `${shown} of ${all}`,
  scope: 'Symbols shown',
  list: 'My list',
  market: 'Whole market',
  marketShort: 'Market',
  empty: 'No symbols yet.',
  emptyHint: 'Search above for a symbol such as BTCUSDT, or choose from the whole market.',
  browse: 'Browse the whole market',
  loading: 'Waiting for the first prices…',
  marketLoading: 'Waiting for the exchange’s list of symbols…',
  marketMissing: (reason: string) => `The exchange’s list of symbols has not come: ${reason}`,
  quietSince: (time: string) => `quiet since ${time}`,
  halted: 'trading halted',
  watch: (symbol: string) => `Watch ${symbol}`,
  unwatch: (symbol: string) => `Stop watching ${symbol}`,
  removed: (symbol: string) => `${symbol} was removed from the watchlist.`,
  full: (most: string) =>
    `My list is full: it holds ${most} symbols. Remove one to make room for another.`,
  course: (from: string, to: string) => `from ${from} to ${to} in 24 hours`,
  keys:
    'Arrow keys move, Enter opens the chart, right arrow reaches the row’s buttons, ' +
    'S adds to or removes from my list, Delete removes, Alt with up or down moves the row, ' +
    'Shift F10 opens the row’s menu.',
  held: 'The order waits while the pointer or the keyboard is in the rows.',
  group: (quoteAsset: string, count: number) => `${quoteAsset}, ${plural(count, 'symbol')}`,
  ungrouped: 'Other',
  filter: {
    show: 'Filter',
    label: 'Filter the symbols',
    placeholder: 'Filter, such as USDT or SOL',
    quote: 'Quote asset',
    everyQuote: 'All quotes',
    none: 'No symbol matches the filter.',
    clear: 'Clear filter',
  },
  view: {
    open: 'View',
    title: 'View of the watchlist',
    columns: 'Columns',
    /** In the choice of columns, where nothing is seen of it. */
    course: 'Line of the last 24 hours',
    group: 'Group by quote asset',
    ownOrder: 'Back to my own order',
    defaultOrder: 'Back to order by name',
  },
  menu: {
    open: (symbol: string) => `Actions for ${symbol}`,
    chart: 'Open chart',
    alert: 'Alert me at this price…',
    watch: 'Add to my list',
    unwatch: 'Remove from my list',
    up: 'Move up',
    down: 'Move down',
    top: 'Move to the top',
    bottom: 'Move to the bottom',
    /** How the keyboard does the same. */
    keys: { chart: 'Enter', watch: 'S', unwatch: 'Del', up: 'Alt ↑', down: 'Alt ↓' },
  },
  move: {
    done: (symbol: string, place: number, count: number) =>
      `${symbol} is now ${place} of ${count}.`,
    sorted: 'Rows can be moved in your own order only.',
    market: 'Rows can be moved in my list only.',
  },
};

/** English: the search over every symbol. */
export const SEARCH = {
  label: 'Add a symbol',
  placeholder: 'Add a symbol, such as BTC USDT',
  results: 'Symbols of the exchange',
  watched: 'Watched',
  notTrading: (status: string) => status.toLowerCase().replaceAll('_', ' '),
  unknown: (symbol: string) => `“${symbol}” is not a symbol of this exchange.`,
  halted: (symbol: string) => `${symbol} is not traded now, so it cannot be watched.`,
  alreadyWatched: (symbol: string) => `${symbol} is already in the watchlist.`,
  none: 'No symbol matches.',
  found: (count: number) => plural(count, 'symbol'),
  foundMore: (shown: number, count: number) => `${shown} of ${plural(count, 'symbol')}`,
  shortcut: '/',
};
