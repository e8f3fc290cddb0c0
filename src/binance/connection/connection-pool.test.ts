import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createConnectionFixture, endpointAt } from '../../testing/connection-fixture.ts';
import type { ConnectionFixture } from '../../testing/connection-fixture.ts';

const names = (count: number, prefix = 's'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}@trade`);

const held = ({ exchange }: ConnectionFixture): string[] =>
  exchange.sockets
    .filter((socket) => exchange.isOpen(socket))
    .flatMap((socket) => [...exchange.subscribed(socket)]);

async function running(streams: readonly string[], seconds = 20): Promise<ConnectionFixture> {
  const fixture = createConnectionFixture();
  fixture.pool.setStreams(streams);
  await fixture.connect();
  await fixture.flow(seconds * 1000, streams[0]);
  return fixture;
}

describe('one pool, many observers', () => {
  test('all see the same frames and facts over one connection', async () => {
    const { pool, exchange, frames, facts, connect, clock } = createConnectionFixture();
    const others: string[] = [];
    pool.observeFrames((stream) => others.push(stream));
    const stop = pool.observeFacts((fact) => others.push(fact.type));
    pool.setStreams(['a@trade']);
    await connect();
    stop();
    exchange.publish('a@trade', {});
    exchange.last.drop(1006);
    await clock.advanceAsync(10);
    expect(exchange.sockets).toHaveLength(1);
    expect(frames).toHaveLength(1);
    expect(others).toEqual(['stateChanged', 'stateChanged', 'streamsLive', 'a@trade']);
    expect(facts.length).toBeGreaterThan(3);
  });

  test('one broken observer never stops the others, is reported and counted', async () => {
    const { pool, exchange, connect, clock, errors } = createConnectionFixture();
    const seen: string[] = [];
    const broken = (): void => {
      throw new Error('broken');
    };
    pool.observeFrames(broken);
    pool.observeFacts(broken);
    pool.observeFrames((stream) => seen.push(stream));
    pool.observeFacts(({ type }) => seen.push(type));
    pool.setStreams(['a@trade']);
    await connect();
    exchange.publish('a@trade', {});
    exchange.publish('a@trade', {});
    await clock.advanceAsync(10);
    expect(seen).toEqual(['stateChanged', 'stateChanged', 'streamsLive', 'a@trade', 'a@trade']);
    expect(pool.status().observerErrors).toBe(5);
    expect(errors).toHaveLength(5);
  });
});

describe('status', () => {
  test('tells everything while connected', async () => {
    const { pool, clock, exchange } = await running(['a@trade', 'a@ticker']);
    exchange.last.receive('rubbish');
    expect(pool.status()).toEqual({
      state: 'CONNECTED',
      endpoint: endpointAt('one'),
      endpointIndex: 0,
      attempts: 0,
      nextRetryAt: null,
      connectedSince: clock.now() - 20_080,
      streams: { desired: 2, acknowledged: 2, failed: [] },
      lastFrameAt: clock.now(),
      reconnects: 0,
      rotations: 0,
      lastClose: null,
      unreadableFrames: 1,
      connections: 1,
      queue: { depth: 0, size: 1000, drops: expect.objectContaining({ trade: 0 }) },
      framesPerSecond: 1,
      bytesPerSecond: 30,
      totalFrames: 20,
      totalBytes: 600,
      verdict: null,
      observerErrors: 0,
    });
  });

  test('tells why and until when while it waits', async () => {
    const { pool, clock, exchange } = await running(['a@trade']);
    const lastFrameAt = clock.now();
    exchange.last.drop(1012, 'maintenance');
    expect(pool.status()).toMatchObject({
      state: 'RECONNECTING',
      connectedSince: null,
      lastFrameAt,
      nextRetryAt: clock.now() + 1500,
      streams: { desired: 1, acknowledged: 0 },
      lastClose: { code: 1012, reason: 'the exchange is restarting: maintenance', at: clock.now() },
    });
  });

  test('names the streams that are refused', async () => {
    const fixture = createConnectionFixture();
    fixture.exchange.badNames.add('bad@trade');
    fixture.pool.setStreams([...names(30), 'bad@trade']);
    await fixture.connect();
    await fixture.clock.advanceAsync(60_000);
    expect(fixture.pool.status().streams).toEqual({
      desired: 31,
      acknowledged: 30,
      failed: ['bad@trade'],
    });
  });
});

describe('message handling', () => {
  test('malformed and unknown frames are counted, the connection stays up', async () => {
    const { pool, exchange, frames, clock } = await running(['a@trade']);
    frames.length = 0;
    const rubbish = ['', 'x', '{', '{"stream":"a@tra', '[1]', '{"e":"trade"}', 'null'];
    for (const text of rubbish) exchange.last.receive(text);
    exchange.last.receive('{"stream":"a@unheardOf","data":{}}');
    await clock.advanceAsync(10);
    expect(pool.status()).toMatchObject({ state: 'CONNECTED', unreadableFrames: rubbish.length });
    expect(frames).toEqual([{ stream: 'a@unheardOf', text: '{"stream":"a@unheardOf","data":{}}' }]);
  });

  test('a burst is queued, capped, and every drop counted', async () => {
    const { pool, exchange, frames, clock } = await running(['a@trade']);
    pool.setOptions({ queueSize: 100 });
    await clock.advanceAsync(10);
    frames.length = 0;
    for (let index = 0; index < 500; index++) exchange.publish('a@trade', { index });
    expect(pool.status().queue.depth).toBe(100);
    await clock.advanceAsync(10);
    expect(frames).toHaveLength(108);
    expect(frames.at(-1)?.text).toContain('499');
    expect(pool.status().queue).toMatchObject({ depth: 0, drops: { trade: 392 } });
  });
});

describe('streams', () => {
  test('subscribe and unsubscribe change the set on the open connection', async () => {
    const fixture = await running(['a@trade']);
    fixture.pool.subscribe(['b@trade', 'c@trade']);
    fixture.pool.unsubscribe(['a@trade', 'never@trade']);
    await fixture.clock.advanceAsync(2000);
    expect(held(fixture).toSorted()).toEqual(['b@trade', 'c@trade']);
    expect(fixture.exchange.sockets).toHaveLength(1);
  });

  test('2,500 take three connections, each with at most 1,024', async () => {
    const fixture = await running(names(2500));
    const { exchange, pool } = fixture;
    expect(exchange.sockets).toHaveLength(3);
    expect(exchange.sockets.map((socket) => exchange.subscribed(socket).size)).toEqual([
      1024, 1024, 452,
    ]);
    expect(new Set(held(fixture)).size).toBe(2500);
    expect(pool.status()).toMatchObject({
      state: 'CONNECTED',
      connections: 3,
      streams: { desired: 2500, acknowledged: 2500 },
    });
  });

  test('one of three connections down is seen in the state, and only its streams are lost', async () => {
    const fixture = await running(names(2500));
    const { exchange, pool, facts, clock } = fixture;
    exchange.sockets[2]?.drop(1006);
    expect(pool.status().state).toBe('RECONNECTING');
    const lost = facts.findLast(({ type }) => type === 'streamsLost');
    expect(lost).toMatchObject({ streams: { length: 452 } });
    await clock.advanceAsync(5000);
    expect(pool.status()).toMatchObject({ state: 'CONNECTED', streams: { acknowledged: 2500 } });
  });

  test('when few are left they move to one connection without a gap', async () => {
    const fixture = await running(names(2500));
    const { exchange, pool, clock, facts } = fixture;
    facts.length = 0;
    const left = [...names(2500).slice(0, 10), ...names(2500).slice(-10)];
    pool.setStreams(left);
    expect(pool.status().connections).toBe(1);
    await clock.advanceAsync(30_000);
    expect(exchange.sockets.filter((socket) => exchange.isOpen(socket))).toHaveLength(1);
    expect(held(fixture).toSorted()).toEqual(left.toSorted());
    expect(facts.filter(({ type }) => type === 'streamsLost')).toEqual([]);
  });

  test('connections stay at one venue: a failing one does not leave while another works', async () => {
    const fixture = createConnectionFixture({
      endpoints: [endpointAt('one'), endpointAt('us', 'Binance.US'), endpointAt('two')],
      options: { maxReconnectAttempts: 2 },
    });
    fixture.pool.setStreams(names(1500));
    await fixture.connect();
    await fixture.flow(20_000, 's0@trade');
    fixture.exchange.upgrades = 'refuse';
    fixture.exchange.sockets[1]?.drop(1006);
    await fixture.flow(120_000, 's0@trade');
    const urls = new Set(fixture.exchange.sockets.map(({ url }) => url));
    expect([...urls].toSorted()).toEqual(['wss://one/stream', 'wss://two/stream']);
  });

  test('a silent one is subscribed anew, told as lost since it was last heard', async () => {
    const fixture = await running(['a@trade', 'b@trade']);
    const { pool, facts, clock, exchange } = fixture;
    const since = clock.now() - 60_000;
    facts.length = 0;
    pool.renew(['b@trade'], since, 'resubscribe');
    await clock.advanceAsync(1000);
    expect(facts).toMatchObject([
      { type: 'streamsLost', streams: ['b@trade'], since, reason: 'stalled' },
      { type: 'streamsLive', streams: ['b@trade'], uncoveredSince: since },
    ]);
    expect(exchange.messages.slice(-2).map(({ method }) => method)).toEqual([
      'UNSUBSCRIBE',
      'SUBSCRIBE',
    ]);
    expect(exchange.sockets).toHaveLength(1);
  });

  test('where that did not help, its connection is replaced by overlap; the others lose nothing', async () => {
    const fixture = await running(['a@trade', 'b@trade']);
    const { pool, facts, clock, exchange, flow } = fixture;
    await flow(60_000, 'a@trade');
    facts.length = 0;
    const since = clock.now() - 60_000;
    pool.renew(['b@trade'], since, 'replace');
    await flow(10_000, 'a@trade');
    expect(facts).toMatchObject([
      { type: 'streamsLost', streams: ['b@trade'], since, reason: 'stalled' },
      { type: 'streamsLive', streams: ['b@trade'], uncoveredSince: since },
    ]);
    expect(exchange.sockets.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });

  test('are compared with the list of the connection that holds them', async () => {
    const fixture = await running(names(1500));
    const { pool, clock, exchange } = fixture;
    await clock.advanceAsync(1000);
    const before = exchange.messages.length;
    pool.verify(['s1400@trade']);
    await clock.advanceAsync(1000);
    const asked = exchange.messages.slice(before);
    expect(asked).toMatchObject([{ method: 'LIST_SUBSCRIPTIONS', socket: exchange.sockets[1] }]);
  });

  const wish = fc.record({
    streams: fc.uniqueArray(fc.nat(60), { maxLength: 30 }),
    fault: fc.constantFrom(
      'none',
      'none',
      'drop',
      'shutdown',
      'lose',
      'refuse',
      'wake',
      'sleep',
      'reconnect',
    ),
    verifies: fc.boolean(),
    renews: fc.constantFrom(undefined, undefined, 'resubscribe' as const, 'replace' as const),
    pauseMs: fc.nat(4000),
  });

  test('any wishes and faults: within the limits of the exchange, and all is subscribed in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { maxLength: 15 }), async (wishes) => {
        const fixture = createConnectionFixture();
        const { pool, exchange, clock, facts } = fixture;
        let desired: string[] = [];
        await fixture.connect();
        for (const { streams, fault, verifies, renews, pauseMs } of wishes) {
          desired = streams.map((index) => `s${index}@trade`);
          pool.setStreams(desired);
          if (verifies) pool.verify(desired);
          if (renews) pool.renew(desired.slice(0, 5), clock.now(), renews);
          exchange.answers = fault === 'lose' ? 'lose' : 'acknowledge';
          exchange.upgrades = fault === 'refuse' ? 'refuse' : 'accept';
          const { last } = exchange;
          if (fault === 'drop' || fault === 'refuse') last.drop(1006);
          if (fault === 'shutdown' && exchange.isOpen(last)) last.receive('{"e":"serverShutdown"}');
          if (fault === 'wake') pool.wake('online');
          if (fault === 'sleep') clock.jump(600_000);
          if (fault === 'reconnect') pool.reconnect();
          await clock.advanceAsync(pauseMs);
        }
        exchange.answers = 'acknowledge';
        exchange.upgrades = 'accept';
        await clock.advanceAsync(60_000);
        for (let second = 0; second < 60; second++) {
          for (const stream of desired) exchange.publish(stream, {});
          await clock.advanceAsync(1000);
        }
        expect(held(fixture).toSorted()).toEqual(desired.toSorted());
        expect(pool.status().state).toBe('CONNECTED');
        const live = new Set<string>();
        for (const fact of facts) {
          if (fact.type === 'streamsLive') for (const stream of fact.streams) live.add(stream);
          if (fact.type === 'streamsLost') for (const stream of fact.streams) live.delete(stream);
        }
        expect(desired.filter((stream) => !live.has(stream))).toEqual([]);
        for (const socket of exchange.sockets) {
          const times = exchange.messages
            .filter((sent) => sent.socket === socket)
            .map(({ at }) => at);
          for (const [index, at] of times.entries()) {
            expect(Math.abs((times[index + 4] ?? Infinity) - at)).toBeGreaterThanOrEqual(1000);
          }
        }
        pool.disconnect();
        await clock.advanceAsync(60_000);
        expect(clock.pendingTimers).toBe(0);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
