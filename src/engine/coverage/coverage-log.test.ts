import { describe, expect, it } from 'vitest';
import { BTC, ETH, openCoverageBench, settleOn, watching } from '../../testing/coverage-bench.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import type { SeriesName } from '../market/series-name.ts';

describe('what is watched', () => {
  it('is a symbol whose stream is delivered and whose series is consecutive', async () => {
    const clock = createFakeClock();
    const start = clock.now();
    const bench = await openCoverageBench(clock);
    bench.watch([BTC]);
    clock.advance(300);
    bench.series(BTC, 'live');
    clock.advance(200);
    bench.live([BTC]);
    clock.advance(1_000);
    bench.series(BTC, 'gap');
    clock.advance(50);
    bench.series(BTC, 'hole');
    clock.advance(1_000);
    bench.series(BTC, 'halted');
    clock.advance(1_000);
    expect(bench.log.report()).toEqual({
      from: start,
      to: start + 3_550,
      groups: [
        {
          symbols: ['BTCUSDT'],
          from: start,
          watchedMs: 3_000,
          unwatched: [
            { from: start, to: start + 500, reason: 'filling' },
            { from: start + 1_500, to: start + 1_550, reason: 'filling' },
          ],
        },
      ],
    });
  });

  it('is not changed by a chart that loads another interval', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    clock.advance(1_000);
    bench.watch([BTC, ETH], [{ symbol: 'BTCUSDT', interval: '1m' }]);
    clock.advance(1_000);
    expect(bench.log.report().groups).toMatchObject([{ watchedMs: 2_000, unwatched: [] }]);
  });

  it('counts an interval from when it is needed, though its stream was lost before', async () => {
    const clock = createFakeClock();
    const minute: SeriesName = { symbol: 'BTCUSDT', interval: '1m' };
    const bench = await watching(clock);
    bench.watch([BTC, ETH], [minute]);
    bench.live([minute]);
    clock.advance(1_000);
    bench.lost([minute], clock.now());
    clock.advance(1_000);
    const needed = clock.now();
    bench.watch([BTC, ETH, minute]);
    clock.advance(1_000);
    bench.diagnosed({ kind: 'socketsBlocked' });
    expect(bench.spansOf('BTCUSDT')).toEqual([
      { from: needed, to: clock.now(), reason: 'blocked' },
    ]);
    expect(bench.spansOf('ETHUSDT')).toEqual([]);
  });

  it('misses nothing while nothing is judged on a symbol, and keeps what was known of it', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    const before = bench.log.report().groups[0]?.from;
    const symbols = ['BTCUSDT', 'ETHUSDT'];
    bench.log.watch({ symbols, judged: [ETH], followed: [BTC, ETH] });
    bench.series(BTC, 'stale');
    clock.advance(60_000);
    const backAt = clock.now();
    bench.log.watch({ symbols, judged: [BTC, ETH], followed: [BTC, ETH] });
    clock.advance(300);
    bench.series(BTC, 'live');
    clock.advance(1_000);
    expect(bench.spansOf('BTCUSDT')).toEqual([
      { from: backAt, to: backAt + 300, reason: 'filling' },
    ]);
    expect(bench.log.report().groups.every(({ from }) => from === before)).toBe(true);
  });

  it('begins anew for a symbol that is watched again', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    clock.advance(1_000);
    bench.watch([BTC]);
    clock.advance(1_000);
    bench.watch([BTC, ETH]);
    bench.live([ETH]);
    bench.series(ETH, 'live');
    clock.advance(500);
    const { groups } = bench.log.report();
    expect(groups.map(({ symbols, watchedMs }) => [symbols, watchedMs])).toEqual([
      [['BTCUSDT'], 2_500],
      [['ETHUSDT'], 500],
    ]);
  });
});

describe('what becomes known later', () => {
  it('a loss counts since the last sign of life, a verdict since the loss', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    clock.advance(60_000);
    const lastFrameAt = clock.now() - 25_000;
    bench.lost([BTC, ETH], lastFrameAt);
    clock.advance(4_000);
    bench.diagnosed({ kind: 'offline' });
    clock.advance(30_000);
    const changedAt = clock.now();
    bench.diagnosed({ kind: 'geoBlocked', status: 451 });
    clock.advance(10_000);
    bench.connection('CONNECTED');
    bench.live([BTC, ETH], lastFrameAt);
    bench.series(BTC, 'gap');
    const liveAt = clock.now();
    clock.advance(700);
    bench.series(BTC, 'live');
    expect(bench.spansOf('BTCUSDT')).toEqual([
      { from: lastFrameAt, to: changedAt, reason: 'offline' },
      { from: changedAt, to: liveAt, reason: 'blocked' },
      { from: liveAt, to: liveAt + 700, reason: 'filling' },
    ]);
    expect(bench.spansOf('ETHUSDT')).toHaveLength(2);
  });

  it('frames that may be missing count even where no loss was told', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    clock.advance(10_000);
    bench.live([BTC], clock.now() - 3_000);
    expect(bench.spansOf('BTCUSDT')).toEqual([
      { from: clock.now() - 3_000, to: clock.now(), reason: 'unreachable' },
    ]);
  });

  it('a sleep is seen at the first sign of life after it, and is why the connection was lost', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    await clock.advanceAsync(60_400);
    const lastFrameAt = clock.now() - 1_000;
    clock.jump(600_000);
    const wokeAt = clock.now();
    bench.lost([BTC, ETH], lastFrameAt, 'this computer or tab was asleep');
    clock.advance(800);
    bench.live([BTC, ETH], lastFrameAt);
    expect(bench.spansOf('BTCUSDT')).toEqual([
      { from: lastFrameAt, to: wokeAt, reason: 'asleep' },
      { from: wokeAt, to: wokeAt + 800, reason: 'unreachable' },
    ]);
  });

  it('a worker that was busy for some seconds has not slept', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    clock.advance(60_000);
    clock.jump(4_900);
    clock.advance(100);
    expect(bench.spansOf('BTCUSDT')).toEqual([]);
  });

  it('a loss told after the clock was set back began before it', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    clock.advance(60_000);
    const before = clock.now();
    clock.jump(-30_000);
    bench.log.report();
    const after = clock.now();
    clock.advance(5_000);
    bench.lost([BTC], before - 4_000);
    clock.advance(1_000);
    bench.live([BTC], before - 4_000);
    clock.advance(60_000);
    expect(bench.spansOf('BTCUSDT')).toEqual([
      { from: after, to: after + 6_000, reason: 'unreachable' },
      { from: before - 4_000, to: before, reason: 'unreachable' },
    ]);
    expect(bench.spansOf('ETHUSDT')).toEqual([]);
  });
});

describe('a session at another venue', () => {
  it('is watched from when it delivers; what the one before still tells changes nothing', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    clock.advance(60_000);
    const changedAt = clock.now();
    bench.log.restart();
    bench.lost([BTC, ETH], changedAt - 900, 'closed by the app');
    for (const name of [BTC, ETH]) bench.series(name, 'loading');
    clock.advance(400);
    settleOn(bench, [BTC, ETH]);
    expect(bench.spansOf('BTCUSDT')).toEqual([
      { from: changedAt, to: changedAt + 400, reason: 'filling' },
    ]);
  });
});

describe('the user switching off', () => {
  it('ends the watch at that moment, whatever the streams tell about it', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    clock.advance(60_000);
    const offAt = clock.now();
    bench.log.setWanted(false);
    bench.lost([BTC, ETH], offAt - 800, 'closed by the app');
    bench.connection('DISCONNECTED');
    clock.advance(30_000);
    const onAt = clock.now();
    bench.log.setWanted(true);
    bench.connection('CONNECTING');
    clock.advance(3_000);
    bench.diagnosed({ kind: 'offline' });
    expect(bench.spansOf('BTCUSDT')).toEqual([
      { from: offAt, to: onAt, reason: 'off' },
      { from: onAt, to: clock.now(), reason: 'offline' },
    ]);
  });
});
