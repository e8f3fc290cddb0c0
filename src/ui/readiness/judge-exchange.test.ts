import { describe, expect, it } from 'vitest';
import '../testing/part-texts.ts';
import type { ConnectionState, Outage } from '../../protocol/health.ts';
import type { EndpointFault } from '../../protocol/readiness.ts';
import { aConnection } from '../testing/fixtures.ts';
import { aReport, A_STREAM } from '../testing/readiness-facts.ts';
import { headlineOf } from './headline.ts';
import { judgeExchange } from './judge-exchange.ts';
import type { ExchangeFacts } from './judge-exchange.ts';
import type { LineId, ReadinessLine } from './readiness-line.ts';

function judge(part: Partial<ExchangeFacts>) {
  const lines = judgeExchange({
    engineFailure: null,
    connection: aConnection(),
    enabledRules: 3,
    watchedSymbols: 2,
    report: aReport(),
    isEngineSilent: false,
    ...part,
  });
  return (id: LineId): ReadinessLine => {
    const found = lines.find((one) => one.id === id);
    if (!found) throw new Error(`no line ${id}`);
    return found;
  };
}

/** The first stream cannot be reached, for that reason. */
function withFault(fault: EndpointFault, detail: string, isAnotherReached: boolean) {
  const [first, second, rest] = aReport().endpoints;
  if (!first || !second || !rest) throw new Error('no endpoints');
  const failed = { ...first, fault, answeredInMs: null, detail };
  const endpoints = isAnotherReached ? [failed, second, rest] : [failed, rest];
  return judge({ report: aReport({ endpoints }) });
}

describe('the addresses', () => {
  it('are good where all are reached, each with its answer', () => {
    const { grade, details } = judge({})('streams');
    expect(grade).toBe('good');
    expect(details[0]).toEqual({ grade: 'good', name: A_STREAM, words: 'Open after 84 ms' });
  });

  it('are a note where one of them works, and the other has its reason', () => {
    const lineOf = withFault('address', 'no answer within 8 s', true);
    const { grade, details } = lineOf('streams');
    expect(grade).toBe('note');
    expect(details.map((one) => one.grade)).toEqual(['note', 'good']);
    expect(details[0]?.words).toContain('no answer within 8 s');
    expect(lineOf('rest').grade).toBe('good');
  });

  it.each<[EndpointFault, string]>([
    ['offline', 'This device is offline.'],
    ['blocked', 'refuses connections from this country'],
    ['rate-limited', 'asks for a pause'],
    ['exchange-down', 'does not answer'],
    ['sockets-blocked', 'not live streams'],
    ['unexpected', 'sign-in page'],
    ['address', 'gave no sign'],
  ])('are a problem where none works, with the reason: %s', (fault, words) => {
    const { grade, words: said, action } = withFault(fault, '', false)('streams');
    expect(grade).toBe('problem');
    expect(said.meaning).toContain(words);
    expect(said.advice).not.toBe('');
    expect(action).toBe('checkAgain');
  });

  it('that were not tried are no problem', () => {
    expect(withFault('untried', '', false)('streams').grade).toBe('note');
  });
});

describe('the clock', () => {
  it.each([
    [900, 20, 'good'],
    [-1500, 20, 'note'],
    [1500, 700, 'good'],
    [30_000, 0, 'note'],
    [-31_000, 200, 'problem'],
  ])('that is off by %i ms, give or take %i ms, is %s', (skewMs, errorMs, grade) => {
    const { words, ...line } = judge({ report: aReport({ clock: { skewMs, errorMs } }) })('clock');
    expect(line.grade).toBe(grade);
    expect(words.found).toContain(skewMs < 0 ? 'behind' : 'ahead');
  });

  it('that nobody could be asked about is not called right', () => {
    expect(judge({ report: aReport({ clock: null }) })('clock').grade).toBe('note');
  });
});

describe('live prices', () => {
  it.each<[ConnectionState, Outage | null, string, string | null]>([
    ['CONNECTED', null, 'good', null],
    ['CONNECTING', null, 'note', null],
    ['RECONNECTING', null, 'note', null],
    ['RECONNECTING', 'blocked', 'problem', 'reconnect'],
    ['ERROR', null, 'problem', 'reconnect'],
    ['DISCONNECTED', null, 'problem', 'connect'],
  ])('while %s (%s) are %s', (state, outage, grade, action) => {
    const line = judge({ connection: aConnection({ state, outage }) })('connection');
    expect(line).toMatchObject({ grade, action });
  });

  it('are a problem without an engine', () => {
    const { grade, words } = judge({ engineFailure: 'out of memory' })('connection');
    expect(grade).toBe('problem');
    expect(words.advice).toContain('out of memory');
  });
});

it('one cause is one thing in the way, however many lines it spoils', () => {
  const [stream, , rest] = aReport().endpoints;
  if (!stream || !rest) throw new Error('no endpoints');
  const failed = { fault: 'offline', answeredInMs: null, detail: '' } as const;
  const endpoints = [
    { ...stream, ...failed },
    { ...rest, ...failed },
  ];
  const lines = judgeExchange({
    engineFailure: null,
    connection: aConnection({ state: 'ERROR' }),
    enabledRules: 0,
    watchedSymbols: 2,
    report: aReport({ endpoints, clock: null }),
    isEngineSilent: false,
  });
  expect(lines.filter(({ grade }) => grade === 'problem')).toHaveLength(4);
  const { words, problems } = headlineOf(lines, 'chromium', false);
  expect(words).toBe('2 things stand in the way');
  expect(problems.map(({ id }) => id)).toEqual(['rules', 'connection']);
});

it('nothing can fire without a rule or without a symbol', () => {
  expect(judge({ enabledRules: 0 })('rules')).toMatchObject({
    grade: 'problem',
    action: 'showRules',
  });
  expect(judge({ watchedSymbols: 0 })('rules').grade).toBe('problem');
  expect(judge({})('rules').words.found).toBe('3 rules on 2 symbols');
});
