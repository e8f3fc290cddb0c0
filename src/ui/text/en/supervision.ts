import type { ErrorKind } from '../../state/error-log.ts';

const WHAT: Readonly<Record<ErrorKind, string>> = {
  'engine-not-loaded': 'The engine could not be loaded.',
  'engine-failed': 'The engine found a fault in itself.',
  'engine-crashed': 'The engine crashed.',
  'engine-hung': 'The engine did not answer any more.',
  'engine-unreadable': 'A message from the engine could not be read.',
  'commands-lost': 'Too much was asked for while no engine was running: something was not done.',
  'connection-lost': 'The connection was lost.',
  'connection-failed': 'The connection could not be opened.',
  'request-failed': 'A request to the exchange failed.',
  'panel-failed': 'A part of the page could not be shown.',
  'page-failed': 'Something on the page failed.',
};

/** English: what the page says about an engine that is gone and comes back. */
export const SUPERVISION = {
  title: 'Engine',
  what: WHAT,
  restarting: (what: string, reason: string) =>
    `${withReason(what, reason)} It is being started again.`,
  restarted: (what: string, reason: string) =>
    `${withReason(what, reason)} It runs again, and what closed meanwhile is being made up for.`,
  withReason,
  failed: (failures: number) =>
    `The engine has failed ${failures} times in a row. Nothing is being watched.`,
  retries: 'Tocsin goes on trying, once a minute at the least.',
  startNow: 'Start again now',
};

function withReason(what: string, reason: string): string {
  return reason ? `${what} (${reason})` : what;
}
