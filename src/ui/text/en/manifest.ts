/** English: what a browser and an operating system say of the installed app. */
export const MANIFEST = {
  name: 'Tocsin: an alarm bell for the crypto market',
  description:
    'Watches live Binance prices and rings when your rules are met: toast, sound, notification. ' +
    'No server, no account.',
  screenshots: {
    wide: 'Watchlist, chart and alerts on a wide screen',
    narrow: 'Live alerts on a phone',
  },
  history: 'Alert history',
};
