import { describeFault } from '../../../domain/result.ts';
import type { Fault } from '../../../domain/result.ts';
import { ALERTS } from './alerts.ts';
import { DESK } from './desk.ts';
import {
  BACKFILL_HEAD,
  CHART_HEAD,
  FIRST_RUN_HEAD,
  HEALTH_HEAD,
  HISTORY_HEAD,
  METRICS_HEAD,
  READINESS_HEAD,
  RULES_HEAD,
  SETTINGS_HEAD,
  SHORTCUTS_HEAD,
} from './heads.ts';
import { CONNECTION_MEANINGS, CONNECTION_STATES, OUTAGES, SIDES } from './labels.ts';
import { NOTICES } from './notices.ts';
import { plural } from './plural.ts';
import { SHELL } from './shell.ts';
import { SUPERVISION } from './supervision.ts';
import { SEARCH, WATCHLIST } from './watchlist.ts';

/** English: every text of the first screen, and of what may happen on it. */
export const firstScreen = {
  locale: 'en-GB',
  number: {
    decimal: '.',
    group: ',',
    /** As wide as the plus. */
    minus: '−',
    unknown: '–',
    percent: (number: string) => `${number}%`,
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
    zone: (zone: string) => `Time zone: ${zone}`,
  },
  app: {
    name: 'Tocsin',
    demo: 'Demo',
    /** Where the prices come from, as the engine names it. */
    venue: (name: string) => name,
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
  connection: {
    label: 'Connection',
    states: CONNECTION_STATES,
    meanings: CONNECTION_MEANINGS,
    outages: OUTAGES,
    nextRetry: (duration: string) => `next try in ${duration}`,
  },
  notices: NOTICES,
  watchlist: WATCHLIST,
  search: SEARCH,
  chart: CHART_HEAD,
  metrics: METRICS_HEAD,
  backfill: BACKFILL_HEAD,
  alerts: ALERTS,
  history: HISTORY_HEAD,
  rules: RULES_HEAD,
  readiness: READINESS_HEAD,
  health: HEALTH_HEAD,
  settings: SETTINGS_HEAD,
  fault: describeFault,
  /** Of a fault whose field is plain. */
  faultValue: ({ value, allowed }: Fault) => `${value} is refused; allowed: ${allowed}`,
  /** Why something failed, as the engine says it: a clause without its full stop. */
  reason: (words: string) => words,
  /** Ready-made rules are named in English where they are stored. */
  ruleName: (name: string) => name,
  firstRun: FIRST_RUN_HEAD,
  desk: DESK,
  shell: SHELL,
  shortcuts: SHORTCUTS_HEAD,
  supervision: SUPERVISION,
};
