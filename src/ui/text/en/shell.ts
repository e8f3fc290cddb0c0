import type { Alert } from '../../../domain/alert.ts';
import type { Summary } from '../../notify/summarize.ts';

const LONGEST_SYMBOL_LIST = 4;

/** Every text of installing, updating, notifying and sounding, in English. */
export const SHELL = {
  product: 'Tocsin',

  notifications: {
    enable: 'Enable notifications',
    on: 'Notifications on',
    asking: 'Waiting for your answer…',
    closed: 'The question was closed without an answer. Click again to be asked once more.',
    denied:
      'This browser was told to block notifications from this site. Open the site settings ' +
      '(the icon left of the address), set Notifications to “Allow”, then come back here.',
    needsInstall:
      'iPhone and iPad allow notifications only from the Home Screen. Tap Share, then ' +
      '“Add to Home Screen”, and open Tocsin from there.',
    unsupported: 'This browser cannot show notifications here. Toasts, sound and history go on.',
    revoked:
      'The browser no longer allows notifications from this site. Click “Enable notifications”.',
    askFailed: (reason: string) => `The browser could not ask for permission: ${reason}`,
    showFailed: (reason: string) => `A notification could not be shown: ${reason}`,
    noWorker: 'the service worker is not running',
    dismiss: 'Dismiss',
    open: 'Open',
  },

  alert: {
    title: ({ signalType, symbol }: Alert, price: string) => `${signalType} ${symbol} ${price}`,
    body: ({ indicator, interval, strength }: Alert) =>
      `${indicator} · ${interval} · strength ${Math.round(strength * 100)}%`,
  },

  summary: {
    title: ({ count, late }: Summary) =>
      `${count} ${count === 1 ? 'signal' : 'signals'}${late ? ' while you were away' : ''}`,
    body: ({ buy, sell, symbols }: Summary) => `${buy} BUY, ${sell} SELL · ${listed(symbols)}`,
  },

  sound: {
    on: 'Sound on',
    off: 'Sound off',
    unlock: 'Unlock sound',
    blocked: 'Sound is blocked — click to unlock',
    unsupported: 'No sound here',
    turnOff: 'Turn sound off',
    turnOn: 'Turn sound on and hear a test tone',
    failed: (reason: string) => `Sound is not available: ${reason}`,
  },

  install: {
    button: 'Install app',
    showHow: 'How to install',
    ios: 'Tap Share, then “Add to Home Screen”. Notifications work from there.',
    failed: (reason: string) => `The browser could not install the app: ${reason}`,
  },

  update: {
    ready: 'A new version is ready',
    reload: 'Reload',
    later: 'Later',
  },

  offline: {
    insecure: 'this address is not secure (https), so the browser withholds service workers',
    missing: 'this browser or private window has no service workers',
    notice: () =>
      'Opening offline, installing and notifications are missing: “Check readiness” says why. Everything else works.',
  },
};

function listed(symbols: readonly string[]): string {
  const shown = symbols.slice(0, LONGEST_SYMBOL_LIST).join(', ');
  const more = symbols.length - LONGEST_SYMBOL_LIST;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
