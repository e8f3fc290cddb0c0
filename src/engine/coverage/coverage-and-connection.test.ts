import { describe, expect, it } from 'vitest';
import { createConnectionFixture } from '../../testing/connection-fixture.ts';
import { openCoverageBench } from '../../testing/coverage-bench.ts';
import type { SeriesName } from '../market/series-name.ts';

const BTC: SeriesName = { symbol: 'BTCUSDT', interval: '1m' };
const STREAM = 'btcusdt@kline_1m';
const HOUR = 3_600_000;

/** A real connection at a fake exchange, whose facts go straight into the log. */
async function connected() {
  const fixture = createConnectionFixture();
  const { clock, pool } = fixture;
  const bench = await openCoverageBench(clock);
  const startedAt = clock.now();
  pool.observeFacts(bench.log.handleConnection);
  pool.observeFrames(() => bench.log.handleData({ type: 'quote' }));
  bench.watch([BTC]);
  bench.series(BTC, 'live');
  pool.setStreams([STREAM]);
  await fixture.connect();
  await fixture.flow(10_000, STREAM);
  /** Since all was well for the first time. */
  const spans = () => bench.spansOf('BTCUSDT').filter(({ from }) => from > startedAt);
  return { ...fixture, bench, spans, flow: (ms: number) => fixture.flow(ms, STREAM) };
}

describe('the log of a real connection', () => {
  it('tells a lost connection from its last frame until its streams are back', async () => {
    const { clock, exchange, flow, spans } = await connected();
    const lastFrameAt = clock.now();
    await clock.advanceAsync(400);
    exchange.last.drop(1006);
    await flow(5_000);
    const [span, ...others] = spans();
    expect(span).toMatchObject({ from: lastFrameAt, reason: 'unreachable' });
    expect((span?.to ?? 0) - lastFrameAt).toBe(400 + 1_500 + 40);
    expect(others).toEqual([]);
  });

  it('tells silence as such', async () => {
    const { clock, exchange, flow, spans } = await connected();
    const lastFrameAt = clock.now();
    exchange.silent.add(exchange.last);
    await flow(40_000);
    expect(spans()).toMatchObject([{ from: lastFrameAt, reason: 'stalled' }]);
  });

  it('tells a region that is refused since the loss, once that is found out', async () => {
    const fixture = await connected();
    const { clock, exchange, flow, spans } = fixture;
    const lastFrameAt = clock.now();
    fixture.verdict = { kind: 'geoBlocked', status: 451 };
    exchange.upgrades = 'refuse';
    exchange.last.drop(1006);
    await flow(60_000);
    expect(spans()).toEqual([{ from: lastFrameAt, to: clock.now(), reason: 'blocked' }]);
  });

  it('tells ten hours of sleep as sleep', async () => {
    const { clock, exchange, flow, spans } = await connected();
    const lastFrameAt = clock.now();
    exchange.silent.add(exchange.last);
    clock.jump(10 * HOUR);
    // The log's next look at the clock.
    const wokeAt = clock.now() + 900;
    await flow(20_000);
    const [asleep, back, ...others] = spans();
    expect(asleep).toEqual({ from: lastFrameAt, to: wokeAt, reason: 'asleep' });
    expect(back).toMatchObject({ from: wokeAt, reason: 'unreachable' });
    expect((back?.to ?? 0) - wokeAt).toBeLessThan(6_000);
    expect(others).toEqual([]);
  });

  it('has nothing to tell of a replacement by overlap', async () => {
    const { pool, exchange, flow, spans } = await connected();
    pool.wake('online');
    await flow(60_000);
    expect(exchange.sockets).toHaveLength(2);
    expect(spans()).toEqual([]);
  });

  it('tells the time that the user has switched off, and no more', async () => {
    const { clock, pool, bench, flow, spans } = await connected();
    await clock.advanceAsync(700);
    const offAt = clock.now();
    bench.log.setWanted(false);
    pool.disconnect();
    await clock.advanceAsync(HOUR);
    bench.log.setWanted(true);
    pool.connect();
    await flow(5_000);
    expect(spans()).toEqual([
      { from: offAt, to: offAt + HOUR, reason: 'off' },
      { from: offAt + HOUR, to: offAt + HOUR + 40, reason: 'filling' },
    ]);
  });
});
