import { describe, expect, test } from 'vitest';
import {
  connectedFixture,
  createConnectionFixture,
  endpointAt,
  STREAM,
} from '../../testing/connection-fixture.ts';

const HOUR = 3_600_000;

describe('silence', () => {
  test('a connection that is open and silent is replaced within the heartbeat interval', async () => {
    const { exchange, clock, facts, flow, states } = await connectedFixture();
    await flow(20_000);
    const lastDataAt = clock.now();
    exchange.silent.add(exchange.last);
    facts.length = 0;
    await flow(29_000);
    expect(exchange.sockets).toHaveLength(2);
    expect(exchange.sockets[0]?.isClosed).toBe(true);
    expect(exchange.subscribed(exchange.last).size).toBe(2);
    expect(facts.map(({ type }) => type)).toEqual(['streamsLost', 'streamsLive']);
    expect(facts).toMatchObject([{ since: lastDataAt }, { uncoveredSince: lastDataAt }]);
    expect(states()).toEqual([]);
  });

  test('a silent connection whose market is quiet is replaced when it ends, and told as a gap', async () => {
    const { exchange, clock, facts, flow, states } = await connectedFixture();
    await flow(20_000);
    const lastDataAt = clock.now();
    exchange.silent.add(exchange.last);
    facts.length = 0;
    await clock.advanceAsync(30_000);
    expect(exchange.sockets[0]?.isClosed).toBe(true);
    expect(facts).toMatchObject([
      { type: 'streamsLost', since: lastDataAt },
      { type: 'streamsLive', uncoveredSince: lastDataAt },
    ]);
    expect(states()).toEqual([]);
  });

  test('where new connections are silent as well, it is lost at the heartbeat interval', async () => {
    const { exchange, clock, pool, flow } = await connectedFixture();
    await flow(20_000);
    exchange.answers = 'ignore';
    await clock.advanceAsync(30_000);
    expect(pool.status()).toMatchObject({
      state: 'RECONNECTING',
      lastClose: { reason: 'nothing was received for the heartbeat interval' },
    });
    exchange.answers = 'acknowledge';
    await clock.advanceAsync(2000);
    expect(pool.status()).toMatchObject({ state: 'CONNECTED', streams: { acknowledged: 2 } });
  });

  test('an endpoint that accepts and never answers is left for the next', async () => {
    const { exchange, clock, pool } = createConnectionFixture({
      endpoints: [endpointAt('one'), endpointAt('two')],
      options: { maxReconnectAttempts: 2, heartbeatIntervalMs: 5000 },
    });
    exchange.answers = 'ignore';
    pool.setStreams([STREAM]);
    pool.connect();
    await clock.advanceAsync(60_000);
    const urls = new Set(exchange.sockets.map(({ url }) => url));
    expect([...urls]).toEqual(['wss://one/stream', 'wss://two/stream']);
  });

  test('a quiet market is not a dead connection: it answers when asked', async () => {
    const { exchange, clock, states } = await connectedFixture();
    await clock.advanceAsync(HOUR);
    expect(states()).toEqual(['CONNECTING', 'CONNECTED']);
    expect(exchange.messages.some(({ method }) => method === 'LIST_SUBSCRIPTIONS')).toBe(true);
  });

  test('data alone gone silent is replaced by overlap, ever more rarely, and told as a gap', async () => {
    const { clock, pool, facts, attemptTimes, flow } = await connectedFixture();
    await flow(60_000);
    const lastDataAt = clock.now();
    await clock.advanceAsync(HOUR);
    expect(pool.status().state).toBe('CONNECTED');
    expect((attemptTimes[1] ?? 0) - 60_100).toBe(30_000);
    expect(attemptTimes.length).toBeGreaterThan(5);
    expect(attemptTimes.length).toBeLessThan(20);
    expect(facts.find(({ type }) => type === 'streamsLost')).toMatchObject({ since: lastDataAt });
  });

  test('a connection without streams stays up', async () => {
    const { exchange, clock, connect, states } = createConnectionFixture();
    await connect();
    await clock.advanceAsync(HOUR);
    expect(states()).toEqual(['CONNECTING', 'CONNECTED']);
    expect(exchange.sockets).toHaveLength(1);
  });

  test('a shorter heartbeat takes effect on the open connection', async () => {
    const { exchange, clock, pool } = await connectedFixture();
    exchange.silent.add(exchange.last);
    pool.setOptions({ heartbeatIntervalMs: 5000 });
    await clock.advanceAsync(5000);
    expect(exchange.sockets[0]?.isClosed).toBe(true);
    expect(pool.status().state).toBe('CONNECTED');
  });

  test('streams that the exchange has forgotten are found and subscribed again', async () => {
    const { exchange, clock, facts } = await connectedFixture();
    (exchange.subscribed(exchange.last) as Set<string>).delete(STREAM);
    await clock.advanceAsync(20_000);
    expect(exchange.subscribed(exchange.last).has(STREAM)).toBe(true);
    expect(facts.filter(({ type }) => type === 'streamsLost')).toHaveLength(1);
  });
});

describe('waking up', () => {
  test('after sleep the link is replaced at once', async () => {
    const { exchange, clock, pool, states } = await connectedFixture();
    await clock.advanceAsync(20_000);
    clock.jump(10 * HOUR);
    await clock.advanceAsync(5100);
    expect(exchange.sockets).toHaveLength(2);
    expect(exchange.sockets[0]?.isClosing).toBe(true);
    expect(states()).toEqual(['CONNECTING', 'CONNECTED', 'RECONNECTING', 'CONNECTED']);
    expect(pool.status().state).toBe('CONNECTED');
  });

  test('several signals at once lead to one new socket', async () => {
    const { exchange, clock, pool } = await connectedFixture();
    await clock.advanceAsync(20_000);
    clock.jump(HOUR);
    pool.wake('resume');
    pool.wake('pageshow');
    pool.wake('online');
    await clock.advanceAsync(5100);
    expect(exchange.sockets).toHaveLength(2);
  });

  test('sleep that both watchdogs notice leads to one new socket', async () => {
    const { exchange, clock, flow } = await connectedFixture({
      options: { heartbeatIntervalMs: 5000 },
    });
    await flow(21_000);
    clock.jump(HOUR);
    await flow(60_000);
    expect(exchange.sockets).toHaveLength(2);
  });

  test('a new link begun just before the sleep is noticed takes over, no third is opened', async () => {
    const { exchange, clock, facts, flow, pool } = await connectedFixture();
    await flow(20_000);
    const sleptAt = clock.now();
    clock.jump(HOUR);
    pool.wake('online');
    await clock.advanceAsync(6000);
    expect(exchange.sockets).toHaveLength(2);
    expect(exchange.sockets[0]?.isClosing).toBe(true);
    expect(pool.status()).toMatchObject({ state: 'CONNECTED', streams: { acknowledged: 2 } });
    expect(facts.findLast(({ type }) => type === 'streamsLost')).toMatchObject({
      since: sleptAt,
      reason: 'this computer or tab was asleep',
    });
  });

  test('a new link begun before the sleep is not trusted either', async () => {
    const { exchange, clock, flow, pool } = await connectedFixture();
    await flow(20_000);
    pool.wake('online');
    clock.jump(HOUR);
    await clock.advanceAsync(6000);
    expect(exchange.sockets.map(({ isClosing }) => isClosing)).toEqual([true, true, false]);
    expect(pool.status().state).toBe('CONNECTED');
  });

  test('a device that says it is offline and hears nothing more has lost its connection', async () => {
    const { exchange, clock, facts, flow, pool } = await connectedFixture();
    await flow(20_000);
    const lastDataAt = clock.now();
    exchange.silent.add(exchange.last);
    exchange.upgrades = 'refuse';
    pool.wake('offline');
    await clock.advanceAsync(3000);
    expect(pool.status().state).toBe('RECONNECTING');
    expect(facts.findLast(({ type }) => type === 'streamsLost')).toMatchObject({
      since: lastDataAt,
      reason: 'this device went offline',
    });
  });

  test('a device that is wrong about it keeps its connection', async () => {
    const { exchange, flow, pool } = await connectedFixture();
    await flow(20_000);
    pool.wake('offline');
    await flow(20_000);
    expect(exchange.sockets).toHaveLength(1);
    expect(pool.status().state).toBe('CONNECTED');
  });

  test('a pending retry happens now', async () => {
    const { exchange, clock, pool, connect } = createConnectionFixture();
    exchange.upgrades = 'refuse';
    await connect();
    await clock.advanceAsync(40_000);
    exchange.upgrades = 'accept';
    const before = exchange.sockets.length;
    pool.wake('online');
    expect(exchange.sockets).toHaveLength(before + 1);
    await clock.advanceAsync(50);
    expect(pool.status().state).toBe('CONNECTED');
  });

  test('a handshake begun before the sleep is begun again', async () => {
    const { exchange, clock, pool, connect } = createConnectionFixture();
    exchange.upgrades = 'hang';
    await connect();
    await clock.advanceAsync(3000);
    exchange.upgrades = 'accept';
    pool.wake('resume');
    await clock.advanceAsync(100);
    expect(pool.status().state).toBe('CONNECTED');
  });

  test('being online again replaces the link without a gap', async () => {
    const { exchange, pool, facts, flow, states } = await connectedFixture();
    await flow(20_000);
    pool.wake('online');
    await flow(10_000);
    expect(exchange.sockets).toHaveLength(2);
    expect(exchange.sockets[0]?.isClosed).toBe(true);
    expect(states()).toEqual(['CONNECTING', 'CONNECTED']);
    expect(facts.some(({ type }) => type === 'streamsLost')).toBe(false);
  });

  test('being online again tells of a gap where the old link had died unnoticed', async () => {
    const { exchange, clock, pool, facts, flow } = await connectedFixture();
    await flow(20_000);
    const diedAt = clock.now();
    exchange.silent.add(exchange.last);
    await clock.advanceAsync(10_000);
    pool.wake('online');
    await flow(5_000);
    expect(exchange.sockets[0]?.isClosed).toBe(true);
    expect(facts.findLast(({ type }) => type === 'streamsLost')).toMatchObject({ since: diedAt });
  });

  test('a clock that is set back disturbs nothing', async () => {
    const { exchange, clock, flow, states } = await connectedFixture();
    await flow(20_000);
    clock.jump(-HOUR);
    await flow(60_000);
    expect(exchange.sockets).toHaveLength(1);
    expect(states()).toEqual(['CONNECTING', 'CONNECTED']);
  });

  test('a link that sleeps right after it opened is not retried without a pause', async () => {
    const { exchange, clock } = await connectedFixture({ options: { heartbeatIntervalMs: 3000 } });
    for (let round = 0; round < 20; round++) {
      clock.jump(6000);
      await clock.advanceAsync(1500);
    }
    expect(exchange.sockets.length).toBeLessThan(20);
  });

  test('nothing wakes what is not wanted', async () => {
    const { exchange, clock, pool } = createConnectionFixture();
    pool.wake('online');
    await clock.advanceAsync(HOUR);
    expect(exchange.sockets).toEqual([]);
  });
});
