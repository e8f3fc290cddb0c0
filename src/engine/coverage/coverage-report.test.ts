import { describe, expect, it } from 'vitest';
import { BTC, openCoverageBench, settleOn, watching } from '../../testing/coverage-bench.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import type { SeriesName } from '../market/series-name.ts';

const DAY = 86_400_000;

describe('reports', () => {
  it('tell the last 24 hours', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    bench.lost([BTC], clock.now());
    clock.advance(DAY / 2);
    bench.live([BTC]);
    const liveAt = clock.now();
    clock.advance(DAY * 0.75);
    const { from, to, groups } = bench.log.report();
    expect(to - from).toBe(DAY);
    expect(groups).toEqual([
      {
        symbols: ['BTCUSDT'],
        from,
        watchedMs: DAY * 0.75,
        unwatched: [{ from, to: liveAt, reason: 'unreachable' }],
      },
      { symbols: ['ETHUSDT'], from, watchedMs: DAY, unwatched: [] },
    ]);
  });

  it('come at most once a second, when something has changed, and only to pages that look on', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    clock.advance(5_000);
    expect(bench.reports).toEqual([]);
    bench.hasAudience = true;
    clock.advance(59_000);
    expect(bench.reports).toHaveLength(1);
    for (let count = 0; count < 10; count++) {
      clock.advance(100);
      bench.series(BTC, count % 2 === 0 ? 'gap' : 'live');
    }
    clock.advance(1_000);
    expect(bench.reports).toHaveLength(3);
  });

  it('grow old by a minute while all is well, by seconds while something is missed', async () => {
    const clock = createFakeClock();
    const bench = await watching(clock);
    bench.hasAudience = true;
    clock.advance(181_000);
    expect(bench.reports).toHaveLength(4);
    bench.lost([BTC], clock.now());
    clock.advance(60_000);
    expect(bench.reports).toHaveLength(16);
  });

  it('tell a thousand symbols that share their spans as one', async () => {
    const clock = createFakeClock();
    const all = Array.from({ length: 1_000 }, (_, index): SeriesName => {
      return { symbol: `S${index}USDT`, interval: '1h' };
    });
    const bench = settleOn(await openCoverageBench(clock), all);
    for (let outage = 0; outage < 20; outage++) {
      clock.advance(60_000);
      bench.lost(all, clock.now() - 100);
      clock.advance(1_000);
      bench.live(all);
    }
    const { groups } = bench.log.report();
    expect(groups).toHaveLength(1);
    expect(groups[0]?.symbols).toHaveLength(1_000);
    expect(groups[0]?.unwatched).toHaveLength(20);
  });
});
