import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNWATCHED_REASONS } from '../../protocol/coverage.ts';
import { parseCoverage, storeCoverage } from './stored-coverage.ts';
import { createSymbolHistories } from './symbol-histories.ts';
import type { SymbolHistory } from './symbol-histories.ts';
import { addSpan } from './unwatched-spans.ts';
import type { UnwatchedSpans } from './unwatched-spans.ts';

const DAY = 86_400_000;
const reason = fc.constantFrom(...UNWATCHED_REASONS);
const spans = fc
  .array(fc.record({ from: fc.nat(1_000), to: fc.nat(1_000), reason }), { maxLength: 8 })
  .map((added) => added.reduce<UnwatchedSpans>(addSpan, []));
const history: fc.Arbitrary<SymbolHistory> = fc.record({
  from: fc.nat(1_000),
  spans,
  running: fc.option(fc.record({ since: fc.nat(1_000), reason })),
});
const histories = fc
  .dictionary(fc.constantFrom('BTCUSDT', 'ETHUSDT', '币安人生USDT'), history)
  .map((known) => new Map(Object.entries(known)));

const GOOD = {
  version: 1,
  id: '7-3',
  seenAt: 900,
  groups: [
    {
      symbols: ['BTCUSDT'],
      from: 100,
      spans: [[200, 300, 'asleep']],
      running: [800, 'offline'],
    },
  ],
};

describe('a stored log', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(histories, fc.nat(2_000), (known, seenAt) => {
        const stored = structuredClone(storeCoverage(known, 'x-1', seenAt));
        const parsed = parseCoverage(stored, undefined);
        expect(parsed).toEqual({ ok: true, value: { histories: known, seenAt } });
      }),
    );
  });

  it('is prolonged by a sign of life of the same state, and of no other', () => {
    const seenAt = (sign: unknown) => {
      const parsed = parseCoverage(GOOD, sign);
      return parsed.ok ? parsed.value?.seenAt : undefined;
    };
    expect(seenAt({ id: '7-3', seenAt: 1_400 })).toBe(1_400);
    expect(seenAt({ id: '7-2', seenAt: 1_400 })).toBe(900);
    expect(seenAt({ id: '7-3', seenAt: Number.NaN })).toBe(900);
    expect(seenAt('garbage')).toBe(900);
  });

  it('that is not there is none', () => {
    expect(parseCoverage(undefined, { id: '7-3', seenAt: 1 })).toEqual({ ok: true, value: null });
  });

  it.each([
    ['null', null],
    ['a text', 'coverage'],
    ['another version', { ...GOOD, version: 2 }],
    ['no time', { ...GOOD, seenAt: -1 }],
    ['no groups', { ...GOOD, groups: {} }],
    ['a group that is none', { ...GOOD, groups: [7] }],
    ['a name that is none', withGroup({ symbols: ['btc usdt'] })],
    ['a beginning that is none', withGroup({ from: 1.5 })],
    ['a span that runs backwards', withGroup({ spans: [[300, 200, 'asleep']] })],
    ['a reason that is none', withGroup({ spans: [[200, 300, 'bored']] })],
    ['half a span', withGroup({ spans: [[200, 300]] })],
    ['something that runs without a reason', withGroup({ running: [800] })],
    ['nothing said of what runs', withGroup({ running: undefined })],
  ])('is refused as a whole for %s', (_, log) => {
    expect(parseCoverage(log, undefined)).toMatchObject({ ok: false, faults: [{}] });
  });

  it('with overlapping spans is put in order', () => {
    const overlapping = [
      [250, 400, 'offline'],
      [200, 300, 'asleep'],
    ];
    const parsed = parseCoverage(withGroup({ spans: overlapping }), undefined);
    expect(parsed.ok && parsed.value?.histories.get('BTCUSDT')?.spans).toEqual([
      { from: 200, to: 300, reason: 'asleep' },
      { from: 300, to: 400, reason: 'offline' },
    ]);
  });

  it('larger than any log can be is refused', () => {
    const symbols = Array.from({ length: 10_001 }, (_, index) => `S${index}`);
    const parsed = parseCoverage(withGroup({ symbols }), undefined);
    expect(parsed).toMatchObject({ ok: false });
  });
});

describe('what is kept', () => {
  const many = (count: number, lengthMs: number): UnwatchedSpans =>
    Array.from({ length: count }, (_, index) => ({
      from: index * lengthMs * 2,
      to: index * lengthMs * 2 + lengthMs,
      reason: 'offline',
    }));

  it('is seven days', () => {
    const known = new Map([['A', { from: 0, spans: many(10, DAY / 2), running: null }]]);
    const log = createSymbolHistories(known);
    log.prune(9.75 * DAY);
    expect(log.all.get('A')?.from).toBe(2.75 * DAY);
    expect(log.all.get('A')?.spans[0]).toMatchObject({ from: 3 * DAY });
  });

  it('is bounded; the history begins after what had to go', () => {
    const known = new Map([['A', { from: 0, spans: many(2_500, 1_000), running: null }]]);
    const log = createSymbolHistories(known);
    log.prune(6_000_000);
    expect(log.all.get('A')?.spans).toHaveLength(2_000);
    expect(log.all.get('A')?.from).toBe(499 * 2_000 + 1_000);
  });

  it('holds no times far ahead, as a clock that was wrong has left them', () => {
    const ahead: UnwatchedSpans = [{ from: 400 * DAY, to: 401 * DAY, reason: 'asleep' }];
    const log = createSymbolHistories(new Map([['A', { from: 0, spans: ahead, running: null }]]));
    log.prune(DAY);
    expect(log.all.get('A')?.spans).toEqual([]);
  });
});

function withGroup(part: object): unknown {
  return { ...GOOD, groups: [{ ...GOOD.groups[0], ...part }] };
}
