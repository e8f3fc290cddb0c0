import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../binance/connection/diagnose.ts';
import type { UnwatchedReason, UnwatchedSpan } from '../../protocol/coverage.ts';
import { createFakeCoverageStore, openCoverageBench } from '../../testing/coverage-bench.ts';
import type { CoverageBench } from '../../testing/coverage-bench.ts';
import { expectedCoverage } from '../../testing/coverage-oracle.ts';
import type { Happened, Happening, Life } from '../../testing/coverage-oracle.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import type { SeriesName } from '../market/series-name.ts';
import { totalMs } from './unwatched-spans.ts';

const START = 1_700_000_000_000;
/** The clock may be set back before the beginning, and sleeps lead far beyond the end. */
const BEFORE = 200_000;
const SIZE = 1_600_000;

const SERIES = ['A@1h', 'A@4h', 'B@1h', 'B@4h', 'C@1h'] as const;

const VERDICTS: readonly (readonly [Verdict, UnwatchedReason])[] = [
  [{ kind: 'offline' }, 'offline'],
  [{ kind: 'geoBlocked', status: 451 }, 'blocked'],
  [{ kind: 'socketsBlocked' }, 'blocked'],
  [{ kind: 'exchangeDown', status: null }, 'unreachable'],
];
const LOSSES: readonly (readonly [string, UnwatchedReason])[] = [
  ['the connection was lost without a word', 'unreachable'],
  ['nothing was received for the heartbeat interval', 'stalled'],
  ['market data had gone silent', 'stalled'],
];

const some = fc.subarray([...SERIES], { minLength: 1 });
const step = fc.record({
  delay: fc.integer({ min: 1, max: 2_500 }),
  what: fc.oneof(
    { weight: 2, arbitrary: fc.record({ type: fc.constant('watch' as const), series: some }) },
    { weight: 8, arbitrary: fc.record({ type: fc.constant('live' as const), series: some }) },
    { weight: 8, arbitrary: fc.record({ type: fc.constant('fill' as const), series: some }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('gap' as const), series: some }) },
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('lose' as const),
        series: some,
        ago: fc.nat(4_000),
        loss: fc.constantFrom(...LOSSES),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant('diagnose' as const),
        verdict: fc.constantFrom(...VERDICTS),
      }),
    },
    fc.record({ type: fc.constantFrom('failing' as const, 'connected' as const) }),
    { weight: 2, arbitrary: fc.record({ type: fc.constant('switch' as const) }) },
    fc.record({ type: fc.constant('venue' as const) }),
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('sleep' as const),
        ms: fc.integer({ min: 5_001, max: 15_000 }),
      }),
    },
    fc.record({ type: fc.constant('setBack' as const), ms: fc.integer({ min: 1, max: 8_000 }) }),
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('engineEnds' as const),
        isCrash: fc.boolean(),
        awayMs: fc.integer({ min: 1, max: 20_000 }),
      }),
    },
    fc.record({ type: fc.constant('storage' as const), isFailing: fc.boolean() }),
    { weight: 2, arbitrary: fc.record({ type: fc.constant('rest' as const), ms: fc.nat(15_000) }) },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe('whatever happens', () => {
  it('each symbol was watched exactly when everything it needs was delivered and complete', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 40 }), async (steps) => {
        const { report, expected, wasSetBack } = await run(steps);
        const reported = new Map(
          report.groups.flatMap((group) => group.symbols.map((symbol) => [symbol, group] as const)),
        );
        expect([...reported.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
        for (const [symbol, { from, spans }] of expected) {
          const group = reported.get(symbol);
          expect(group?.from).toBe(from);
          expect(group?.watchedMs).toBe(report.to - from - totalMs(spans));
          // Which of two times the clock showed twice a verdict is about, nobody knows.
          const shown = wasSetBack ? withoutReasons : sameSpans;
          expect(shown(group?.unwatched ?? [])).toEqual(shown(spans));
          expectInOrder(group?.unwatched ?? [], from, report.to);
        }
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});

async function run(steps: readonly Step[]) {
  const clock = createFakeClock(START);
  const store = createFakeCoverageStore();
  const offsets = [{ mono: 0, offset: START }];
  const lives: Life[] = [];
  let mono = 0;
  let happened: Happened[] = [];
  let begin = 0;
  /** What the store knows of this life. */
  let stored: Life | null = null;
  let lastSetBack = -1;
  let watched: readonly string[] = SERIES;
  let isWanted = true;
  const liveSince = new Map<string, number>();
  store.onWrite = () => {
    stored = { happened: [...happened], end: clock.now() - (offsets.at(-1)?.offset ?? 0) };
  };

  const pass = async (ms: number): Promise<void> => {
    await clock.advanceAsync(ms);
    mono += ms;
  };
  const note = (event: Happening): void =>
    void happened.push({ ...event, at: mono, clock: clock.now() });
  const beginLife = async (): Promise<CoverageBench> => {
    [happened, stored, begin, isWanted] = [[], null, mono, true];
    liveSince.clear();
    const bench = await openCoverageBench(clock, store);
    bench.watch(watched.map(nameOf));
    note({ type: 'watch', series: watched });
    return bench;
  };
  /** Never in the same millisecond as a tick: which of the two came first is nothing to argue about. */
  const moveClock = async (ms: number): Promise<void> => {
    if ((mono - begin) % 1_000 === 0) await pass(1);
    clock.jump(ms);
    offsets.push({ mono, offset: (offsets.at(-1)?.offset ?? 0) + ms });
  };
  const lose = (bench: CoverageBench, series: string, since: number, loss: Step['what']): void => {
    const [words, reason] = loss.type === 'lose' ? loss.loss : ['closed by the app', 'unreachable'];
    liveSince.delete(series);
    bench.lost([nameOf(series)], since + (offsets.at(-1)?.offset ?? 0) - shiftSince(since), words);
    note({ type: 'lost', series, since, reason: reason as UnwatchedReason });
  };
  /** By how much the clock's offset has grown since then. */
  const shiftSince = (then: number): number =>
    (offsets.at(-1)?.offset ?? 0) - (offsets.findLast((one) => one.mono <= then)?.offset ?? 0);

  let bench = await beginLife();
  for (const { delay, what } of steps) {
    await pass(delay);
    switch (what.type) {
      case 'watch':
        watched = what.series;
        for (const series of liveSince.keys())
          if (!watched.includes(series)) liveSince.delete(series);
        bench.watch(watched.map(nameOf));
        note({ type: 'watch', series: watched });
        break;
      case 'live':
        for (const series of isWanted ? what.series : []) {
          if (!watched.includes(series) || liveSince.has(series)) continue;
          liveSince.set(series, mono);
          bench.live([nameOf(series)]);
          note({ type: 'live', series });
        }
        break;
      case 'fill':
      case 'gap':
        for (const series of what.series) {
          const isConsecutive = what.type === 'fill';
          bench.series(nameOf(series), isConsecutive ? 'live' : 'gap');
          note({ type: 'consecutive', series, isConsecutive });
        }
        break;
      case 'lose':
        for (const series of what.series) {
          const since = liveSince.get(series);
          if (since === undefined) continue;
          lose(bench, series, Math.max(since, lastSetBack, mono - what.ago), what);
        }
        break;
      case 'diagnose':
        bench.diagnosed(what.verdict[0]);
        note({ type: 'diagnosed', reason: what.verdict[1] });
        break;
      case 'failing':
      case 'connected':
        bench.connection(what.type === 'failing' ? 'RECONNECTING' : 'CONNECTED');
        note({ type: what.type });
        break;
      case 'switch':
        isWanted = !isWanted;
        bench.log.setWanted(isWanted);
        note({ type: 'wanted', isWanted });
        // What is switched off ends at once, and its last frame is a little older.
        if (!isWanted) for (const series of liveSince.keys()) lose(bench, series, mono - 1, what);
        break;
      case 'venue':
        liveSince.clear();
        bench.log.restart();
        note({ type: 'restart' });
        break;
      case 'rest':
        await pass(what.ms);
        break;
      case 'sleep':
        await moveClock(what.ms);
        break;
      case 'setBack':
        // How far the clock had come before is known from the last look at it.
        if ((mono - begin) % 1_000 === 0) await pass(1);
        bench.log.report();
        note({ type: 'look' });
        await moveClock(-what.ms);
        lastSetBack = mono;
        bench.log.report();
        note({ type: 'look' });
        break;
      case 'storage':
        // A life of which nothing was stored is for another test.
        store.isFailing = what.isFailing && stored !== null;
        break;
      case 'engineEnds': {
        // What a clock shows while nobody looks at it cannot be known afterwards.
        const life = stored as Life | null;
        if (!life || life.end <= lastSetBack || store.isFailing) break;
        if (what.isCrash) {
          bench.kill();
          lives.push(life);
        } else {
          bench.log.close();
          lives.push({ happened, end: mono });
        }
        await pass(what.awayMs);
        bench = await beginLife();
        break;
      }
      default:
        what satisfies never;
    }
  }
  await pass(1);
  const report = bench.log.report();
  lives.push({ happened, end: mono });
  const oracle = { base: START - BEFORE, size: SIZE, offsets };
  return { report, expected: expectedCoverage(oracle, lives), wasSetBack: lastSetBack >= 0 };
}

function nameOf(series: string): SeriesName {
  const [symbol = '', interval = ''] = series.split('@');
  return { symbol, interval: interval === '4h' ? '4h' : '1h' };
}

const sameSpans = (spans: readonly UnwatchedSpan[]): readonly UnwatchedSpan[] => spans;

function withoutReasons(spans: readonly UnwatchedSpan[]): readonly (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const { from, to } of spans) {
    const last = joined.at(-1);
    if (last?.[1] === from) last[1] = to;
    else joined.push([from, to]);
  }
  return joined;
}

function expectInOrder(spans: readonly UnwatchedSpan[], from: number, to: number): void {
  let reached = from;
  for (const span of spans) {
    expect(span.from).toBeGreaterThanOrEqual(reached);
    expect(span.to).toBeGreaterThan(span.from);
    reached = span.to;
  }
  expect(reached).toBeLessThanOrEqual(to);
}
