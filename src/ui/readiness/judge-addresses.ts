import type { EndpointCheck, EndpointFault } from '../../protocol/readiness.ts';
import { formatNumber } from '../format/price.ts';
import { partText } from '../text/text.ts';
import { line } from './readiness-line.ts';
import type { Grade, LineDetail, ReadinessLine } from './readiness-line.ts';

/** Which reason speaks for all where none can be reached, the most telling first. */
const TELLING: readonly EndpointFault[] = [
  'offline',
  'blocked',
  'rate-limited',
  'sockets-blocked',
  'unexpected',
  'exchange-down',
  'address',
  'untried',
];

/** All addresses of a kind in one line: one that works is enough, the others are for when it fails. */
export function judgeAddresses(
  id: 'streams' | 'rest',
  endpoints: readonly EndpointCheck[],
): ReadinessLine {
  const words = partText().readiness.endpoints;
  const kind = id === 'streams' ? 'stream' : 'rest';
  const checks = endpoints.filter((endpoint) => endpoint.kind === kind);
  const reached = checks.filter(({ fault }) => fault === null).length;
  const meaning = (checks.length === 1 ? words.onlyMeanings : words.meanings)[id];
  const details = checks.map((check) => detail(check, reached > 0));

  if (reached === checks.length) {
    const found = reached === 1 ? words.one : words.all(reached);
    return line(id, 'good', { found, meaning, advice: '' }, null, details);
  }
  if (reached > 0) {
    const found = words.some(reached, checks.length);
    return line(id, 'note', { found, meaning, advice: words.someAdvice }, 'checkAgain', details);
  }
  const faults = new Set(checks.map(({ fault }) => fault));
  const reason = TELLING.find((fault) => faults.has(fault)) ?? 'exchange-down';
  const isUntried = reason === 'untried';
  const said = {
    found: isUntried ? words.untried : words.none(checks.length),
    meaning: words.faults[reason],
    advice: words.advice[reason],
  };
  const judged = line(id, isUntried ? 'note' : 'problem', said, 'checkAgain', details);
  return { ...judged, cause: reason };
}

function detail(check: EndpointCheck, isAnotherReached: boolean): LineDetail {
  const words = partText().readiness.endpoints;
  const { kind, url: name, fault, answeredInMs } = check;
  if (fault === null) {
    const ms = formatNumber(answeredInMs ?? 0, 0);
    const answer = kind === 'stream' ? words.streamAnswer(ms) : words.restAnswer(ms);
    return { grade: 'good', name, words: answer };
  }
  const grade: Grade = isAnotherReached || fault === 'untried' ? 'note' : 'problem';
  return { grade, name, words: words.seen(words.briefFaults[fault], check.detail) };
}
