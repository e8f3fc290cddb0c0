import type { Host } from '../../readiness/host.ts';
import type { LineWords } from '../../readiness/readiness-line.ts';
import { SHELL } from './shell.ts';

const CATCH_UP =
  'When you come back, every candle in between is fetched and judged, and what fired is told in one summary.';
const SLEEP = 'A computer that sleeps watches nothing: what fired meanwhile is told when it wakes.';

/** What each platform does to a page that nobody looks at. */
const LIMITS: Readonly<Record<Host, LineWords>> = {
  android: {
    found: 'Android stops a hidden page within a minute',
    meaning: `From then on nothing is watched and nothing rings. ${CATCH_UP}`,
    advice: 'Keep Tocsin on screen while you wait for an alert, or leave it running on a computer.',
  },
  ios: {
    found: 'iOS stops a hidden page within seconds',
    meaning: `From then on nothing is watched and nothing rings. ${CATCH_UP}`,
    advice: 'Keep Tocsin on screen while you wait for an alert, or leave it running on a computer.',
  },
  chromium: {
    found: 'The browser may put a hidden tab to sleep',
    meaning: `Energy Saver freezes hidden pages that work hard, Memory Saver throws away those that were not used for long. Allowed notifications and an installed app each speak against that. ${SLEEP}`,
    advice:
      'Enable notifications or install the app; and in the browser’s settings, under Performance, add this site to those that always stay active.',
  },
  firefox: {
    found: 'Firefox unloads hidden tabs when memory runs low',
    meaning: `Until then a hidden tab goes on. ${SLEEP}`,
    advice: 'Pin the tab: pinned ones are unloaded last.',
  },
  safari: {
    found: 'Safari may suspend hidden pages',
    meaning: `It saves energy and memory that way. ${CATCH_UP} ${SLEEP}`,
    advice: 'Keep Tocsin in a window of its own that stays visible, or add it to the Dock.',
  },
  other: {
    found: 'The browser may stop hidden pages',
    meaning: `Most save energy and memory that way. ${CATCH_UP}`,
    advice: 'Keep Tocsin in a window of its own that stays visible.',
  },
};

export const BACKGROUND = {
  limits: LIMITS,
  /** Where the browser has reason to spare this page. */
  spared: {
    found: 'The browser has reason to leave this page running',
    meaning: `Allowed notifications and an installed app each speak against Energy Saver’s freezing and Memory Saver’s throwing away. ${SLEEP}`,
    advice:
      'To be certain, add this site to those that always stay active, in the browser’s settings under Performance.',
  },
  discarded: 'The browser has thrown this tab away once already',
};

/** How to install where the browser offers no dialog for it. */
export const INSTALLING: Readonly<Record<Host, string>> = {
  android: 'Open the browser’s menu and choose “Install app” or “Add to Home screen”.',
  ios: SHELL.install.ios,
  chromium:
    'Click the install sign in the address bar, or look for “Install” in the browser’s menu. If neither is there, it may be installed already: open it from there.',
  firefox: 'Firefox installs web apps on some systems only. A pinned tab is the next best.',
  safari: 'Choose “Add to Dock” in the File menu.',
  other: 'Look for “Install” in the browser’s menu.',
};
