/** English: what the first screen says of the parts that are fetched after it. */
import { SERIES_STATES } from './labels.ts';

export const CHART_HEAD = {
  title: 'Chart',
  none: 'Choose a symbol in the watchlist to see its candles.',
  loading: 'Loading candles…',
  interval: 'Interval',
  states: SERIES_STATES,
};

export const METRICS_HEAD = {
  title: 'Live metrics',
  none: 'Choose a symbol in the watchlist to see its figures.',
};

export const HISTORY_HEAD = {
  title: 'History',
  /** Beside the title while nothing is coming in. */
  notLive: 'not live',
};

export const HEALTH_HEAD = {
  title: 'Health',
  demoLink: 'Open the demo',
  retryNow: 'Try again now',
  whatToDo: 'What to do',
};

export const RULES_HEAD = {
  title: 'Rules',
  enabledCount: (on: number, total: number) => `${on} of ${total} on`,
  empty: 'No rules yet.',
  noneOn: 'No rule is on, so nothing will be told. Switch on what you want to be told of.',
  add: 'Add a rule',
  quick: 'Quick alert',
  importFile: 'Import',
  importFileHint: 'Import a rule from a file',
  fileUnreadable: (reason: string) => `The file could not be read: ${reason}`,
};

export const BACKFILL_HEAD = {
  label: 'Loading history',
};

export const READINESS_HEAD = {
  title: 'Readiness',
  button: 'Check readiness',
};

export const SETTINGS_HEAD = {
  title: 'Settings',
  connect: 'Connect',
};

export const FIRST_RUN_HEAD = {
  title: 'First steps',
};

export const SHORTCUTS_HEAD = {
  title: 'Keyboard shortcuts',
  open: 'Keyboard shortcuts',
};
