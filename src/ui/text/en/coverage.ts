import type { UnwatchedReason } from '../../../protocol/coverage.ts';
import { plural } from './plural.ts';

const REASONS: Readonly<Record<UnwatchedReason, string>> = {
  closed: 'Closed',
  off: 'Switched off',
  asleep: 'Asleep',
  offline: 'Offline',
  blocked: 'Blocked',
  stalled: 'Silent',
  unreachable: 'Out of reach',
  filling: 'Filling',
};

const MEANINGS: Readonly<Record<UnwatchedReason, string>> = {
  closed: 'no tab was open, or its engine was being replaced',
  off: 'you had switched the link off',
  asleep: 'this device slept, or the browser froze the page',
  offline: 'this device had no network',
  blocked: 'the exchange or this network refused',
  stalled: 'the link was open, but nothing came',
  unreachable: 'the link was lost, or the exchange did not answer',
  filling: 'candles were being fetched; rules wait for them',
};

/** English: when the market was really watched, and when not. */
export const COVERAGE = {
  title: 'Coverage',
  percent: (number: string) => `${number}%`,
  ofLastDay: (share: string) => `Monitored ${share} of the last 24\u00a0h`,
  since: (share: string, moment: string, span: string) =>
    `Monitored ${share} since ${moment} (${span})`,
  nothing: 'No symbol has been watched yet.',
  allWatched: (symbols: number) =>
    symbols === 1 ? 'The symbol is watched now.' : `All ${symbols} symbols are watched now.`,
  notWatched: (missed: number, symbols: number, reasons: string) =>
    missed === symbols
      ? `Nothing is watched now: ${reasons}.`
      : `${missed} of ${symbols} symbols ${missed === 1 ? 'is' : 'are'} not watched now: ${reasons}.`,
  late: 'What closes in a gap is judged as soon as its candles are there, and marked Late.',
  timeline: (from: string, gaps: number) =>
    `From ${from} to now: ${gaps === 0 ? 'no gap' : plural(gaps, 'gap')}`,
  now: 'now',
  gaps: 'Gaps',
  noGaps: 'There was no gap.',
  showAll: (gaps: number) => `Show all ${gaps} gaps`,
  showNewest: (gaps: number) => `Show the newest ${gaps}`,
  lessThanSecond: 'less than 1 s',
  upTo: (span: string) => (span.startsWith('less') ? span : `up to ${span}`),
  lasting: (from: string) => `since ${from}`,
  symbols: {
    all: (count: number) => `all ${count} symbols`,
    more: (names: string, count: number) => `${names} and ${count} more`,
  },
  reasons: REASONS,
  meanings: MEANINGS,
};
