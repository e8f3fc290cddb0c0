import { describe, expect, it } from 'vitest';
import { createStallBench, START, streamsOf } from '../../testing/stall-bench.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const SINCE = 60 * MINUTE;

describe('a stream that is silent while the trades of its symbol go on', () => {
  it('is subscribed anew, once the server’s list had its time, without asking history', async () => {
    const bench = createStallBench(['BTC', 'ETH']);
    await bench.settled();
    bench.silence('btc@kline_1h');
    await bench.flow(MINUTE);
    expect(bench.listed).toEqual([{ at: SINCE + 40 * SECOND, streams: ['btc@kline_1h'] }]);
    expect(bench.asked).toEqual([]);
    expect(bench.renewed).toEqual([
      {
        at: SINCE + 60 * SECOND,
        streams: ['btc@kline_1h'],
        since: SINCE,
        way: 'resubscribe',
      },
    ]);
    expect(bench.stalls.found).toBe(1);
    expect(bench.quiet).toEqual([]);
  });

  it('has its connection replaced where that did not help, ever more rarely', async () => {
    const bench = createStallBench(['BTC', 'ETH']);
    await bench.settled();
    bench.silence('btc@kline_1h');
    await bench.flow(120 * MINUTE);
    expect(bench.asked).toEqual([]);
    expect(bench.renewed[0]?.way).toBe('resubscribe');
    expect(bench.renewed.slice(1).every(({ way }) => way === 'replace')).toBe(true);
    expect(bench.renewed.length).toBeGreaterThan(4);
    expect(bench.renewed.length).toBeLessThan(10);
  });

  it('is another case once it was heard again', async () => {
    const bench = createStallBench(['BTC', 'ETH']);
    await bench.settled();
    bench.silence('btc@kline_1h');
    await bench.flow(MINUTE);
    bench.silenced.clear();
    await bench.flow(10 * MINUTE);
    bench.silence('btc@kline_1h');
    await bench.flow(MINUTE);
    expect(bench.renewed.map(({ way }) => way)).toEqual(['resubscribe', 'resubscribe']);
  });
});

describe('a symbol that is silent altogether', () => {
  it('is subscribed anew where history has trades that were not pushed', async () => {
    const bench = createStallBench(['BTC', 'ETH']);
    await bench.settled();
    bench.silence(...streamsOf('BTC'));
    await bench.flow(2 * MINUTE);
    expect(bench.asked).toHaveLength(1);
    expect(bench.asked[0]?.query).toMatchObject({
      symbol: 'BTC',
      interval: '1m',
      startTime: START + SINCE + MINUTE,
    });
    expect(bench.renewed).toMatchObject([{ streams: streamsOf('BTC'), since: SINCE }]);
    expect(bench.stalls.found).toBe(3);
  });

  it('is merely quiet where history has none: nothing is raised, the next look waits longer', async () => {
    const bench = createStallBench(['DUST', 'ETH']);
    await bench.settled();
    bench.traded.delete('DUST');
    bench.silence(...streamsOf('DUST'));
    await bench.flow(120 * MINUTE);
    expect(bench.renewed).toEqual([]);
    expect(bench.stalls.found).toBe(0);
    const pauses = bench.asked.map(({ at }, index) => at - (bench.asked[index - 1]?.at ?? at));
    expect(pauses.slice(1, 5)).toEqual(pauses.slice(1, 5).toSorted((a, b) => a - b));
    expect(bench.asked.length).toBeLessThan(9);
    expect(bench.quiet.every((names) => names.join() === 'DUST')).toBe(true);
    expect(bench.quiet).toHaveLength(bench.asked.length);
  });

  it('is found stalled later, where it is traded again and nothing is pushed', async () => {
    const bench = createStallBench(['DUST', 'ETH']);
    await bench.settled();
    bench.traded.delete('DUST');
    bench.silence(...streamsOf('DUST'));
    await bench.flow(20 * MINUTE);
    bench.traded.add('DUST');
    await bench.flow(40 * MINUTE);
    expect(bench.renewed[0]?.streams).toEqual(streamsOf('DUST'));
  });

  it('raises nothing where history cannot be asked, and is asked for again', async () => {
    const bench = createStallBench(['BTC', 'ETH']);
    await bench.settled();
    bench.exchange.isReachable = false;
    bench.silence(...streamsOf('BTC'));
    await bench.flow(5 * MINUTE);
    expect(bench.renewed).toEqual([]);
    expect(bench.quiet).toEqual([]);
    bench.exchange.isReachable = true;
    await bench.flow(2 * MINUTE);
    expect(bench.renewed[0]?.streams).toEqual(streamsOf('BTC'));
  });

  it('that is halted is left alone', async () => {
    const bench = createStallBench(['BTC', 'ETH']);
    await bench.settled();
    bench.halted.add('BTC');
    bench.silence(...streamsOf('BTC'));
    await bench.flow(60 * MINUTE);
    expect([bench.listed, bench.asked, bench.renewed]).toEqual([[], [], []]);
  });

  it('whose first trade for long is just on its way to us is no stall', async () => {
    const bench = createStallBench(['DUST', 'ETH']);
    await bench.settled();
    bench.silence(...streamsOf('DUST'));
    while (bench.asked.length === 0) await bench.flow(5 * SECOND);
    await bench.flow(3 * SECOND);
    bench.silenced.clear();
    await bench.flow(10 * MINUTE);
    expect(bench.renewed).toEqual([]);
  });

  it('nor is one whose trade was heard, and whose candle follows within seconds', async () => {
    const bench = createStallBench(['DUST', 'ETH']);
    await bench.settled();
    bench.traded.delete('DUST');
    bench.silence(...streamsOf('DUST'));
    while (bench.listed.length === 0) await bench.flow(5 * SECOND);
    await bench.flow(9 * SECOND);
    bench.silenced.delete('dust@trade');
    await bench.flow(3 * SECOND);
    bench.silenced.clear();
    await bench.flow(10 * MINUTE);
    expect(bench.renewed).toEqual([]);
  });

  it('is judged anew after its connection was replaced', async () => {
    const bench = createStallBench(['DUST', 'ETH']);
    await bench.settled();
    bench.silence(...streamsOf('DUST'));
    while (bench.asked.length === 0) await bench.flow(5 * SECOND);
    bench.traded.delete('DUST');
    bench.follow(bench.streams);
    await bench.flow(10 * MINUTE);
    expect(bench.renewed).toEqual([]);
  });
});

describe('many at once', () => {
  const MANY = Array.from({ length: 40 }, (_, index) => `S${index}`);

  it('cost no more than two lists and three questions a minute', async () => {
    const bench = createStallBench([...MANY, 'ETH']);
    await bench.settled();
    for (const symbol of MANY) bench.traded.delete(symbol);
    bench.silence(...MANY.flatMap(streamsOf));
    await bench.flow(60 * MINUTE);
    for (const { calls, limit } of [
      { calls: bench.asked, limit: 3 },
      { calls: bench.listed, limit: 2 },
    ]) {
      for (const [index, { at }] of calls.entries()) {
        expect((calls[index + limit]?.at ?? Infinity) - at).toBeGreaterThanOrEqual(MINUTE);
      }
    }
    expect(bench.renewed).toEqual([]);
  });

  it('are mended by one proof', async () => {
    const bench = createStallBench([...MANY, 'ETH']);
    await bench.settled();
    bench.silence(...MANY.flatMap(streamsOf));
    await bench.flow(2 * MINUTE);
    expect(bench.asked.length).toBeLessThanOrEqual(3);
    expect(new Set(bench.renewed.flatMap(({ streams }) => streams)).size).toBe(120);
  });
});

describe('total silence', () => {
  it('is left to the links; a market that may be closed is asked about', async () => {
    const bench = createStallBench(['BTC', 'ETH']);
    await bench.settled();
    bench.silence(...bench.streams);
    await bench.flow(10 * MINUTE);
    expect([bench.listed, bench.asked, bench.renewed]).toEqual([[], [], []]);
    expect(bench.quiet.at(-1)).toEqual(['BTC', 'ETH']);
  });

  it('that a sleeping machine or a set clock makes is none', async () => {
    const bench = createStallBench(['BTC', 'ETH']);
    await bench.settled();
    bench.clock.jump(10 * 60 * MINUTE);
    await bench.flow(MINUTE);
    bench.clock.jump(-10 * 60 * MINUTE);
    await bench.flow(MINUTE);
    expect([bench.listed, bench.asked, bench.renewed, bench.quiet]).toEqual([[], [], [], []]);
  });
});

describe('a stream of no single symbol', () => {
  it('is proven stalled by its silence alone, because others are heard', async () => {
    const bench = createStallBench(['BTC']);
    await bench.settled();
    bench.follow([...bench.streams, '!miniTicker@arr']);
    await bench.flow(4 * MINUTE);
    expect(bench.renewed).toMatchObject([{ streams: ['!miniTicker@arr'], way: 'resubscribe' }]);
    expect(bench.asked).toEqual([]);
  });
});
