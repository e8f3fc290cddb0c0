import { HISTORY_HEAD } from './heads.ts';
import { plural } from './plural.ts';

/** English: the history of alerts, and its files. */
export const HISTORY = {
  ...HISTORY_HEAD,
  label: 'Alert history',
  columns: {
    time: 'Time',
    side: 'Side',
    symbol: 'Symbol',
    price: 'Price',
    rule: 'Rule',
    interval: 'Interval',
    strength: 'Strength',
    status: 'Status',
  },
  keys:
    'Arrow keys, Page Up, Page Down, Home and End move through the rows, Enter opens one, ' +
    'Escape closes it.',
  loading: 'Reading the history…',
  searching: 'Looking through older alerts…',
  empty: 'No alerts yet.',
  emptyHint: (symbols: number, rules: number) =>
    `${plural(symbols, 'symbol')} watched by ${plural(rules, 'rule')}: what they find is told at once and kept here.`,
  emptyUnwatched: 'What the rules find is told at once and kept here, as soon as prices come in.',
  noSymbols: 'Nothing is watched, so nothing can be found.',
  addSymbol: 'Add a symbol',
  noRules: 'No rule is on, so nothing will be told.',
  chooseRules: 'Choose rules',
  engineFailed: 'The history cannot be read.',
  engineFailedHint: 'The engine is not running. What is stored is not lost.',
  noMatch: 'No alert matches these filters.',
  filter: 'Filter the history',
  filterActive: (count: number) => `Filter the history: ${plural(count, 'filter')} active`,
  clearFilters: 'Clear filters',
  filterBy: (column: string) => `Filter by ${column.toLowerCase()}`,
  allOf: (column: string) => `${column}: all`,
  times: {
    hour: 'Last hour',
    day: 'Last 24 hours',
    week: 'Last 7 days',
    month: 'Last 30 days',
    between: 'From … to …',
  },
  since: 'From',
  until: 'To',
  reversed: 'The beginning is after the end.',
  loadingOlder: 'Loading older alerts…',
  olderFailed: 'Older alerts could not be read.',
  tryAgain: 'Try again',
  full: (count: string) =>
    `The newest ${count} are listed. Older ones are found by time, and a file has them all.`,
  end: (count: number, shown: string) =>
    count === 1 ? '1 alert, all shown' : `${shown} alerts, all shown`,
  late: 'Late',
  lateMeaning: 'Found on return, after the moment had passed.',
  detailsOf: (symbol: string) => `About this alert of ${symbol}`,
  candle: 'Candle opened',
  raised: 'Raised',
  announcedAt: 'Told',
  dismissedAt: 'Dismissed',
  strengthFormula: 'How its strength is found',
  strengthFormulaOf: (strength: string) => `Strength ${strength} of 1 is found so:`,
  ruleGone: 'The rule that raised it is not there any more.',
  openSeries: (symbol: string, interval: string) => `Open ${symbol} ${interval}`,
  missing: 'That alert is not in the history any more.',
  moment: {
    title: 'The chart at that moment',
    label: (symbol: string, interval: string) => `${symbol} ${interval} at that moment`,
    loading: 'Fetching the candles of that moment…',
    missing: (reason: string) =>
      reason === ''
        ? 'The exchange has no candles of that moment.'
        : `The candles of that moment could not be fetched: ${reason}`,
  },
  exported: {
    label: 'Save as a file',
    as: {
      csv: 'Save what matches the filters as a CSV file',
      json: 'Save what matches the filters as a JSON file',
    },
    short: { csv: 'CSV', json: 'JSON' },
    collecting: 'Collecting alerts…',
    stop: 'Stop',
    done: (count: number, shown: string, file: string) =>
      `${count === 1 ? '1 alert was' : `${shown} alerts were`} saved as ${file}.`,
    notWhole: 'Older ones could not be read and are not in it.',
    failed: (reason: string) => `The file could not be made: ${reason}`,
  },
};
