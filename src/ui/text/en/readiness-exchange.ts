import type { EndpointFault } from '../../../protocol/readiness.ts';
import type { LineWords } from '../../readiness/readiness-line.ts';
import { OUTAGES } from './labels.ts';
import { plural } from './plural.ts';

/** Why an address cannot be used. */
const FAULTS: Readonly<Record<EndpointFault, string>> = {
  ...OUTAGES,
  address:
    'This address gave no sign while others of the exchange did: it is down, or blocked on the way.',
  unexpected:
    'Something answers that is not the exchange: a sign-in page or a filter of this network, perhaps.',
  untried: 'Not tried now, to save connection attempts for the watch itself.',
};

/** The same beside a single address, where there is little room. */
const BRIEF_FAULTS: Readonly<Record<EndpointFault, string>> = {
  offline: 'Offline',
  blocked: 'Refused for this country or network',
  'rate-limited': 'A pause is asked for',
  'exchange-down': 'Out of service or out of reach',
  'sockets-blocked': 'Streams do not come through',
  address: 'No sign from this address alone',
  unexpected: 'Not the exchange',
  untried: 'Not tried',
};

const FAULT_ADVICE: Readonly<Record<EndpointFault, string>> = {
  offline: 'Connect this device to the internet, then check again.',
  blocked:
    'Use a network from which the exchange may be reached, or choose another exchange in the settings.',
  'rate-limited':
    'Close other programs that ask the exchange from this address, and check again after a few minutes.',
  'exchange-down':
    'Wait: Tocsin goes on trying. If other devices reach the exchange, look for a firewall, a VPN or a content blocker here; a refusal for a country can look like this, too.',
  'sockets-blocked':
    'Let secure WebSockets through the proxy, firewall, VPN or antivirus, or use another network.',
  address: 'Look for a firewall, VPN or content blocker that stops these addresses or their ports.',
  unexpected:
    'Sign in to the network if it asks for that; check the address if you entered it yourself.',
  untried: 'Check again after five minutes.',
};

export const RULES_ON = {
  on: (rules: number, symbols: number): LineWords => ({
    found: `${plural(rules, 'rule')} on ${plural(symbols, 'symbol')}`,
    meaning: 'These are judged at each close of a candle, or as each rule says.',
    advice: '',
  }),
  none: {
    found: 'No rule is switched on',
    meaning: 'Prices are watched, but nothing can fire.',
    advice: 'Switch one on, or add your own.',
  },
  noSymbols: {
    found: 'No symbol is watched',
    meaning: 'No rule has anything to judge.',
    advice: 'Add a symbol to the watchlist.',
  },
};

export const CONNECTION = {
  engineFailed: (reason: string): LineWords => ({
    found: 'The engine has failed',
    meaning: 'Nothing is being watched.',
    advice: withReason(reason, 'Reload the page if it does not come back by itself.'),
  }),
  waiting: {
    found: 'The engine is starting',
    meaning: 'Nothing is being watched yet.',
    advice: '',
  },
  adviceOff: 'Connect to begin to watch.',
  adviceError: 'Tocsin goes on trying by itself. The addresses below say what stands in the way.',
};

export const ENDPOINTS = {
  all: (count: number) => `All ${count} can be reached`,
  one: 'It can be reached',
  some: (reached: number, count: number) => `${reached} of ${count} can be reached`,
  none: (count: number): string => (count === 1 ? 'It cannot be reached' : 'None can be reached'),
  untried: 'Not tried now',
  meanings: {
    streams: 'Live prices come over one of these; the others stand ready if it fails.',
    rest: 'The past of each symbol, and what an interruption missed, comes from one of these.',
  },
  onlyMeanings: {
    streams: 'Live prices come from there.',
    rest: 'The past of each symbol, and what an interruption missed, comes from there.',
  },
  someAdvice: 'Nothing has to be done: Tocsin uses those that work.',
  streamAnswer: (ms: string) => `Open after ${ms} ms`,
  restAnswer: (ms: string) => `Answered after ${ms} ms`,
  faults: FAULTS,
  briefFaults: BRIEF_FAULTS,
  advice: FAULT_ADVICE,
  seen: (reason: string, detail: string) => (detail === '' ? reason : `${reason}: ${detail}`),
};

export const CLOCK = {
  ahead: (skew: string, error: string) => `${skew} ms ahead of the exchange, ± ${error} ms`,
  behind: (skew: string, error: string) => `${skew} ms behind the exchange, ± ${error} ms`,
  meaning:
    'Rules go by the exchange’s clock; the times and ages that you see go by that of this device.',
  meaningOff:
    'Rules go by the exchange’s clock and are right; the times and ages that you see are wrong by as much.',
  advice: 'Let this device set its date and time by itself, then check again.',
  unknown: {
    found: 'Not known',
    meaning: 'No address of the exchange told its time.',
    advice: '',
  },
};

/** Advice after what is known of the reason. */
export function withReason(reason: string, advice: string): string {
  if (reason === '') return advice;
  return `Reason: ${reason.replace(/\.$/, '')}. ${advice}`;
}
