import type { Limitation } from '../../../protocol/messages.ts';
import type { Outage } from '../../../protocol/health.ts';
import { LIMITATIONS } from './labels.ts';
import { plural } from './plural.ts';

/** What an outage means for the user, and how it ends. */
const OUTAGE_MEANINGS: Readonly<Record<Outage, string>> = {
  offline:
    'Nothing is being watched: what you see is as last known. It goes on by itself when the network is back.',
  blocked: 'Nothing is being watched. Everything can be tried out on a generated market.',
  'rate-limited': 'Nothing is being watched until then. It goes on by itself.',
  'exchange-down': 'Nothing is being watched. Tocsin goes on trying.',
  'sockets-blocked': 'Nothing is being watched. Another network may let them through.',
};

/** English: what the user should know, at the top of the page. */
export const NOTICES = {
  label: 'Messages',
  close: 'Close message',
  repeated: (count: number) => `${count} times`,
  more: (count: number) => `${plural(count, 'more message')}`,
  undo: 'Undo',
  languageFailed: (reason: string) => `The language could not be loaded: ${reason}`,
  limitation: (part: Limitation, reason: string) => `${LIMITATIONS[part]}: ${reason}`,
  /** What can be done about a limitation. */
  saveCopy: 'Save a copy…',
  reload: 'Reload this page',
  /** In the place of what has not come yet. */
  starting: 'Starting…',
  engineDown: 'The engine is not running.',
  outageMeanings: OUTAGE_MEANINGS,
  switchedOff: 'Switched off: nothing is being watched.',
  /** `from` and `to`: when the first and the last of them would have been told. */
  late: (total: number, from: string, to: string, buy: number, sell: number, symbols: string) => {
    const when = from === to ? from : `${from} to ${to}`;
    return `While you were away (${when}): ${plural(total, 'signal')} (${buy} buy, ${sell} sell) on ${symbols}.`;
  },
  andOthers: (symbols: string, others: number) => `${symbols} and ${others} more`,
  showHistory: 'Show history',
  start: (fault: string) => `In the address of this page, ${fault}`,
};
