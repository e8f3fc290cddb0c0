/** Desk mode and the mini monitor. */
export const DESK = {
  mode: 'Desk mode',
  states: {
    off: 'Keep the screen on',
    on: 'The screen stays on',
    paused: 'The screen stays on while this page is seen',
    refused: 'The browser lets the screen go dark; trying again when the page is seen',
    unsupported: 'This browser cannot keep the screen on',
  },
  monitor: 'Mini monitor',
  openMonitor: 'Open a small window that stays on top',
  monitorFailed: (reason: string) => `The mini monitor could not be opened: ${reason}`,
  noAlert: 'No alert yet',
  lastAlert: 'Last alert',
};
