import type { Host } from '../../readiness/host.ts';
import type {
  Grade,
  LineAction,
  LineGroup,
  LineId,
  LineWords,
} from '../../readiness/readiness-line.ts';
import { READINESS_HEAD } from './heads.ts';
import { CLOCK, CONNECTION, ENDPOINTS, RULES_ON, withReason } from './readiness-exchange.ts';
import { BACKGROUND, INSTALLING } from './readiness-hosts.ts';
import { SHELL } from './shell.ts';
import { plural } from './plural.ts';

const TITLES: Readonly<Record<LineId, string>> = {
  notifications: 'Notifications',
  sound: 'Sound',
  worker: 'Service worker',
  background: 'In the background',
  install: 'Installed app',
  storage: 'Storage',
  rules: 'Rules',
  connection: 'Live prices',
  streams: 'Stream addresses',
  rest: 'REST addresses',
  clock: 'Clock',
  exchange: 'Exchange',
};

const GROUPS: Readonly<Record<LineGroup, string>> = {
  telling: 'Telling you',
  lasting: 'Going on when nobody looks',
  watching: 'Watching the market',
};

const GRADES: Readonly<Record<Grade, string>> = {
  good: 'Good',
  note: 'Note',
  problem: 'Problem',
  checking: 'Checking',
};

const ACTIONS: Readonly<Record<LineAction, string>> = {
  enableNotifications: 'Enable notifications',
  testNotification: 'Send a test',
  unlockSound: 'Unlock sound',
  turnSoundOn: 'Turn sound on',
  ring: 'Ring once',
  keepStorage: 'Keep storage',
  install: 'Install app',
  connect: 'Connect',
  reconnect: 'Reconnect',
  showRules: 'Show rules',
  checkAgain: 'Check again',
};

const SHARED_WORKER_MEANING = 'It shows the notifications, and opens the app without a network.';

/** English: whether alerts would reach the user, line by line. */
export const READINESS = {
  ...READINESS_HEAD,
  settingsLegend: 'Readiness',
  settingsHint: 'Would an alert reach you? Checks the exchange, this browser and this device.',
  again: 'Run again',
  running: 'Checking…',
  copy: 'Copy as text',
  copied: 'The report is on the clipboard.',
  notCopied: (reason: string) => `It could not be copied (${reason}). Copy it from here:`,
  reportLabel: 'The report as text',
  checking: 'Checking…',
  titles: TITLES,
  groups: GROUPS,
  grades: GRADES,
  actions: ACTIONS,

  headline: {
    checking: 'Checking whether you would be told…',
    ready: 'Ready: you will be told',
    readyOnScreen: 'Ready: you will be told while Tocsin is on screen',
    readyDemo: 'Ready, for the demo: no real price is watched',
    problems: (count: number) =>
      count === 1 ? '1 thing stands in the way' : `${count} things stand in the way`,
    notes: (count: number) => `${plural(count, 'note')} below may be worth a look.`,
    noNotes: 'Nothing stands in the way.',
  },

  notifications: {
    on: {
      found: 'On',
      meaning: 'While this page is out of sight, each alert comes as a notification.',
      advice:
        'If a test does not appear, the system hides them: look for “do not disturb” and for the notification settings of this browser.',
    },
    off: {
      found: 'Off',
      meaning: 'While this page is out of sight, nothing is shown.',
      advice: 'Enable them here. The browser asks you once.',
    },
    denied: {
      found: 'Blocked by this browser',
      meaning: 'While this page is out of sight, nothing is shown.',
      advice: SHELL.notifications.denied,
    },
    'needs-install': {
      found: 'Not allowed in a tab',
      meaning: 'While this page is out of sight, nothing is shown.',
      advice: SHELL.notifications.needsInstall,
    },
    unsupported: {
      found: 'Not available here',
      meaning: 'While this page is out of sight, nothing is shown.',
      advice: 'Open Tocsin over https in a current browser, outside of a private window.',
    },
    sent: 'Sent. It should be on your screen now.',
  },

  sound: {
    on: {
      found: 'On',
      meaning: 'Each alert rings, also while this page is out of sight.',
      advice: 'After a reload the browser holds sound back until you touch the page once.',
    },
    blocked: {
      found: 'Held back by the browser',
      meaning: 'Nothing is heard until you touch the page once after it was loaded.',
      advice: 'Unlock it here.',
    },
    off: {
      found: 'Switched off',
      meaning: 'Alerts make no sound.',
      advice: 'Turn it on if you want to hear them.',
    },
    unsupported: {
      found: 'Not available here',
      meaning: 'This browser plays no sound, or no device for it would open.',
      advice: 'Check the sound output of this device. Notifications do not need it.',
    },
    rung: 'Rung. If you heard nothing, check the volume and the sound output of this device.',
    notRung: 'It could not ring now.',
  },

  worker: {
    active: { found: 'Active', meaning: SHARED_WORKER_MEANING, advice: '' },
    installing: {
      found: 'Being installed',
      meaning: SHARED_WORKER_MEANING,
      advice: 'Check again in a moment.',
    },
    missing: (reason: string): LineWords => ({
      found: 'Not there',
      meaning: 'Without it there are no notifications, no installed app and no opening offline.',
      advice: withReason(
        reason,
        'Open Tocsin over https, outside of a private window, and reload.',
      ),
    }),
  },

  background: BACKGROUND,
  installing: INSTALLING,
  installed: {
    found: 'Yes',
    meaning: 'Browsers spare a window of its own and keep its data longer.',
    advice: '',
  },
  notInstalled: (host: Host, canAsk: boolean): LineWords => ({
    found: 'Not opened as an app',
    meaning: 'A tab is more easily closed, put to sleep or cleared than an app of its own.',
    advice: canAsk ? 'Install it here.' : INSTALLING[host],
  }),

  storage: {
    kept: {
      found: 'Kept',
      meaning: 'The browser does not clear rules, settings and history by itself.',
      advice: '',
    },
    evictable: {
      found: 'Kept, but not for certain',
      meaning:
        'The browser may clear rules, settings and history when room runs low or after weeks without a visit.',
      advice: 'Ask the browser to keep them.',
    },
    declined: {
      found: 'Kept, but not for certain: the browser has declined',
      meaning:
        'It may clear rules, settings and history when room runs low or after weeks without a visit.',
      advice:
        'Browsers agree more readily once the app is installed or notifications are allowed. Try again then.',
    },
    unknown: {
      found: 'Kept, as far as is known',
      meaning: 'This browser does not say whether it may clear rules, settings and history.',
      advice: '',
    },
    low: {
      found: 'Little room is left',
      meaning: 'When it is used up, new alerts are kept only until this page is closed.',
      advice: 'Free some room on this device.',
    },
    lost: (reason: string): LineWords => ({
      found: 'Nothing is kept',
      meaning: 'Rules, settings and history last only until this page is closed.',
      advice: withReason(
        reason,
        'Leave the private window or allow this site to keep data, then reload.',
      ),
    }),
    room: (used: string, quota: string) => `${used} of ${quota} used.`,
  },

  rules: RULES_ON,
  connection: CONNECTION,
  endpoints: ENDPOINTS,
  clock: CLOCK,

  demo: {
    found: 'The demo market',
    meaning:
      'Prices are generated in this browser. No address of an exchange was tried, and nothing real is watched.',
    advice: 'Open Tocsin without “feed=demo” in its address to check the real exchange.',
  },
  engineSilent: {
    found: 'The engine has not answered',
    meaning: 'Whether the exchange can be reached is not known.',
    advice: 'Check again; reload the page if that does not help.',
  },

  report: {
    title: (time: string) => `Tocsin readiness, ${time} UTC`,
    browser: (userAgent: string) => `Browser: ${userAgent}`,
    venue: (venue: string) => `Exchange: ${venue}`,
  },

  test: {
    title: 'Tocsin: this is a test',
    body: 'Alerts will look like this. Nothing has happened on the market.',
  },
};
