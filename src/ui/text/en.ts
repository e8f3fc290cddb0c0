import { plural } from './plural.ts';
import { ALERTS, QUICK_ALERT } from './en-alerts.ts';
import { APPEARANCE } from './en-appearance.ts';
import { BACKFILL } from './en-backfill.ts';
import { BACKUP } from './en-backup.ts';
import { CHART } from './en-chart.ts';
import { COVERAGE } from './en-coverage.ts';
import { DESK } from './en-desk.ts';
import { CONSENSUS, EDITOR } from './en-editor.ts';
import { FIRST_RUN } from './en-first-run.ts';
import { HEALTH } from './en-health.ts';
import { HISTORY } from './en-history.ts';
import { MATRIX } from './en-matrix.ts';
import { METRICS } from './en-metrics.ts';
import { NOTICES } from './en-notices.ts';
import { READINESS } from './en-readiness.ts';
import { RULES } from './en-rules.ts';
import { SHELL } from './en-shell.ts';
import { SHORTCUTS } from './en-shortcuts.ts';
import { SUPERVISION } from './en-supervision.ts';
import { SEARCH, WATCHLIST } from './en-watchlist.ts';
import {
  SIDES,
  STATUSES,
  CONNECTION_MEANINGS,
  OUTAGES,
  SETTING_GROUPS,
  SETTING_LABELS,
} from './en-labels.ts';

/** English: every text that the page shows. */
export const en = {
  locale: 'en-GB',
  number: {
    decimal: '.',
    group: ',',
    /** As wide as the plus. */
    minus: '−',
    unknown: '–',
    /** Trillion, billion, million, thousand. */
    steps: ['T', 'B', 'M', 'K'] as readonly string[],
    bytes: ['B', 'KB', 'MB', 'GB'] as readonly string[],
  },
  time: {
    units: { second: 's', minute: 'min', hour: 'h', day: 'd' },
    ago: (duration: string) => `${duration} ago`,
    in: (duration: string) => `in ${duration}`,
    local: 'Local time',
    utc: 'UTC',
    localShort: 'Local',
    zone: 'Time zone',
  },
  app: {
    name: 'Tocsin',
    demo: 'Demo',
    demoMeaning: 'A market generated in this browser. No price here is real.',
    tabs: { market: 'Market', chart: 'Chart', alerts: 'History', rules: 'Rules', health: 'Health' },
    tabsLabel: 'Parts of the page',
    unreadTab: (count: number) => plural(count, 'active alert'),
    settings: 'Settings',
    header: 'The top of the page',
    panelFailed: (title: string) => `${title} could not be shown.`,
    panelRetry: 'Try again',
    close: 'Close',
  },
  engine: {
    failed: 'The engine has failed. Nothing is being watched.',
    reload: 'Reload the page',
  },
  sides: SIDES,
  statuses: STATUSES,
  connection: {
    label: 'Connection',
    meanings: CONNECTION_MEANINGS,
    outages: OUTAGES,
    nextRetry: (duration: string) => `next try in ${duration}`,
  },
  notices: NOTICES,
  watchlist: WATCHLIST,
  search: SEARCH,
  quickAlert: QUICK_ALERT,
  chart: CHART,
  metrics: METRICS,
  matrix: MATRIX,
  backfill: BACKFILL,
  alerts: ALERTS,
  history: HISTORY,
  rules: RULES,
  editor: EDITOR,
  consensus: CONSENSUS,
  backup: BACKUP,
  readiness: READINESS,
  coverage: COVERAGE,
  health: HEALTH,
  settings: {
    title: 'Settings',
    groups: SETTING_GROUPS,
    fields: SETTING_LABELS,
    options: {
      binance: 'Binance',
      'binance-us': 'Binance.US',
      custom: 'Custom address',
    } as Readonly<Record<string, string>>,
    intervals: 'Intervals watched',
    intervalsHint: 'Rules judge each symbol on each of these.',
    intervalsNone: 'Choose at least one interval.',
    bounds: (min: string, max: string, unit: string) => `${min} to ${max} ${unit}`,
    save: 'Save changes',
    discard: 'Discard',
    saved: 'Settings saved.',
    invalid: (label: string, value: string, allowed: string) =>
      `${label}: ${value} is not allowed. Allowed: ${allowed}.`,
    connect: 'Connect',
    disconnect: 'Disconnect',
    reconnect: 'Reconnect',
    control: 'Link to the exchange',
    appearance: APPEARANCE,
  },
  firstRun: FIRST_RUN,
  desk: DESK,
  shell: SHELL,
  shortcuts: SHORTCUTS,
  supervision: SUPERVISION,
};
