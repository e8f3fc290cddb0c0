import { describe, expect, it } from 'vitest';
import {
  BTC,
  createFakeCoverageStore,
  ETH,
  openCoverageBench,
  watching,
} from '../../testing/coverage-bench.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';

describe('between two engines', () => {
  it('a takeover of 2 seconds is told, since the last moment that is proved', async () => {
    const clock = createFakeClock();
    const store = createFakeCoverageStore();
    const first = await watching(clock, store);
    await clock.advanceAsync(62_000);
    let provenAt = 0;
    store.onWrite = () => (provenAt = clock.now());
    await clock.advanceAsync(9_000);
    first.kill();
    store.onWrite = () => undefined;
    await clock.advanceAsync(2_000);
    expect(clock.now() - provenAt).toBeLessThanOrEqual(7_000);
    const takenOverAt = clock.now();
    const second = await watching(clock, store);
    await clock.advanceAsync(60_000);
    expect(second.spansOf('BTCUSDT')).toEqual([
      { from: provenAt, to: takenOverAt, reason: 'closed' },
    ]);
  });

  it('a tab that says goodbye is closed from that moment on', async () => {
    const clock = createFakeClock();
    const store = createFakeCoverageStore();
    const first = await watching(clock, store);
    await clock.advanceAsync(61_700);
    const leftAt = clock.now();
    first.log.close();
    first.lost([BTC, ETH], leftAt - 20_000);
    await clock.advanceAsync(10 * 3_600_000);
    const second = await watching(clock, store);
    expect(second.spansOf('BTCUSDT')).toEqual([
      { from: leftAt, to: clock.now(), reason: 'closed' },
    ]);
  });

  it('what ran when the last engine ended is known up to its last sign of life', async () => {
    const clock = createFakeClock();
    const store = createFakeCoverageStore();
    const first = await watching(clock, store);
    await clock.advanceAsync(60_000);
    const lostAt = clock.now();
    first.lost([BTC, ETH], lostAt);
    await clock.advanceAsync(120_000);
    const leftAt = clock.now();
    first.log.close();
    await clock.advanceAsync(50_000);
    const second = await watching(clock, store);
    expect(second.spansOf('ETHUSDT')).toEqual([
      { from: lostAt, to: leftAt, reason: 'unreachable' },
      { from: leftAt, to: clock.now(), reason: 'closed' },
    ]);
  });

  it('a clock set back meanwhile makes no span that runs backwards', async () => {
    const clock = createFakeClock();
    const store = createFakeCoverageStore();
    const first = await watching(clock, store);
    await clock.advanceAsync(60_000);
    first.log.close();
    clock.jump(-3_600_000);
    const second = await watching(clock, store);
    await clock.advanceAsync(60_000);
    const { from, to, groups } = second.log.report();
    expect(to - from).toBe(60_000);
    expect(groups).toMatchObject([{ watchedMs: 60_000, unwatched: [] }]);
  });
});

describe('storage', () => {
  it('writes a change within seconds, else a few bytes every five', async () => {
    const clock = createFakeClock();
    const store = createFakeCoverageStore();
    const written: (readonly [number, 'log' | 'sign'])[] = [];
    const start = clock.now();
    let log: unknown;
    store.onWrite = () => {
      written.push([clock.now() - start, log === store.log ? 'sign' : 'log']);
      ({ log } = store);
    };
    const bench = await watching(clock, store);
    await clock.advanceAsync(11_500);
    bench.lost([BTC], clock.now());
    bench.lost([ETH], clock.now());
    await clock.advanceAsync(6_000);
    expect(written).toEqual([
      [1_000, 'log'],
      [6_000, 'sign'],
      [11_000, 'sign'],
      [16_000, 'log'],
    ]);
    bench.log.save();
    expect(written.at(-1)).toEqual([17_500, 'sign']);
  });

  it('that fails is told and tried again, and meanwhile no sign of life prolongs an old log', async () => {
    const clock = createFakeClock();
    const store = createFakeCoverageStore();
    const bench = await watching(clock, store);
    await clock.advanceAsync(2_000);
    store.isFailing = true;
    const lostAt = clock.now();
    bench.lost([BTC, ETH], lostAt);
    await clock.advanceAsync(20_000);
    expect(bench.storageFailures.length).toBeGreaterThan(1);
    expect(store.signOfLife).toBeUndefined();
    store.isFailing = false;
    await clock.advanceAsync(6_000);
    bench.kill();
    const next = await openCoverageBench(clock, store);
    next.watch([BTC, ETH]);
    expect(next.spansOf('BTCUSDT')).toMatchObject([{ from: lostAt, reason: 'unreachable' }, {}]);
  });

  it('that cannot be read is left alone', async () => {
    const clock = createFakeClock();
    const store = createFakeCoverageStore();
    const load = (): Promise<never> => Promise.reject(new Error('gone'));
    const bench = await watching(clock, { ...store, loadCoverage: load });
    await clock.advanceAsync(10_000);
    expect(bench.storageFailures).toEqual(['gone']);
    expect(store.log).toBeUndefined();
    expect(bench.log.report().groups).toMatchObject([{ watchedMs: 10_000 }]);
  });

  it('that holds a damaged log is refused by name, and the log begins anew', async () => {
    const clock = createFakeClock();
    const store = createFakeCoverageStore();
    store.log = { version: 1, id: '1-1', seenAt: 'yesterday', groups: [] };
    const bench = await watching(clock, store);
    expect(bench.faults).toEqual([
      { field: 'coverage.seenAt', value: '"yesterday"', allowed: 'a time' },
    ]);
    await clock.advanceAsync(10_000);
    expect(bench.log.report().groups).toMatchObject([{ watchedMs: 10_000, unwatched: [] }]);
    expect(store.log).toMatchObject({ groups: [{ symbols: ['BTCUSDT', 'ETHUSDT'] }] });
  });
});
