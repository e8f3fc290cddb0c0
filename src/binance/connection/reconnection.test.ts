import { describe, expect, test } from 'vitest';
import {
  connectedFixture,
  createConnectionFixture,
  endpointAt,
  STREAM,
} from '../../testing/connection-fixture.ts';

const HOUR = 3_600_000;

describe('reconnection', () => {
  test('a dropped connection comes back after backoff with every subscription', async () => {
    const { clock, pool, exchange, states, attemptTimes } = await connectedFixture();
    await clock.advanceAsync(20_000);
    exchange.last.drop(1006);
    expect(pool.status()).toMatchObject({
      state: 'RECONNECTING',
      nextRetryAt: clock.now() + 1500,
      lastClose: { code: 1006, reason: 'the connection was lost without a word' },
    });
    await clock.advanceAsync(2000);
    expect(states()).toEqual(['CONNECTING', 'CONNECTED', 'RECONNECTING', 'CONNECTED']);
    expect((attemptTimes[1] ?? 0) - (attemptTimes[0] ?? 0)).toBe(20_100 + 1500);
    expect(exchange.subscribed(exchange.last).size).toBe(2);
    expect(pool.status()).toMatchObject({ reconnects: 1, streams: { acknowledged: 2 } });
  });

  test('the streams that were lost are told, and from when on frames may be missing', async () => {
    const { clock, exchange, facts, flow } = await connectedFixture();
    await flow(10_000);
    const lastFrameAt = clock.now();
    await clock.advanceAsync(500);
    exchange.last.drop(1001);
    await clock.advanceAsync(3000);
    expect(facts.filter(({ type }) => type.startsWith('streams')).slice(1)).toMatchObject([
      { type: 'streamsLost', streams: [STREAM, 'btcusdt@kline_1m'], since: lastFrameAt },
      { type: 'streamsLive', streams: [STREAM, 'btcusdt@kline_1m'], uncoveredSince: lastFrameAt },
    ]);
  });

  test('refused upgrades are retried with growing delays, for ever', async () => {
    const fixture = createConnectionFixture();
    fixture.exchange.upgrades = 'refuse';
    fixture.pool.setStreams([STREAM]);
    await fixture.connect();
    await fixture.clock.advanceAsync(6 * HOUR);
    const gaps = fixture.attemptTimes.slice(1).map((at, i) => at - (fixture.attemptTimes[i] ?? 0));
    expect(gaps.slice(0, 4)).toEqual([1520, 3020, 6020, 12_020]);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_020);
    expect(gaps.length).toBeGreaterThan(700);
    fixture.exchange.upgrades = 'accept';
    await fixture.clock.advanceAsync(31_000);
    expect(fixture.pool.status().state).toBe('CONNECTED');
  });

  test('a handshake that hangs is given up after 10 s and retried', async () => {
    const { exchange, pool, clock, connect } = createConnectionFixture();
    exchange.upgrades = 'hang';
    await connect();
    exchange.upgrades = 'accept';
    await clock.advanceAsync(9950);
    expect(pool.status().lastClose?.reason).toContain('did not answer');
    await clock.advanceAsync(2000);
    expect(pool.status().state).toBe('CONNECTED');
  });

  test('a connection that flaps keeps its attempt counter and its growing delays', async () => {
    const { exchange, clock, pool, attemptTimes } = await connectedFixture();
    for (let flap = 0; flap < 4; flap++) {
      const { nextRetryAt } = pool.status();
      expect(nextRetryAt).toBeNull();
      await clock.advanceAsync(5000);
      exchange.last.drop(1006);
      await clock.advanceAsync((pool.status().nextRetryAt ?? 0) - clock.now() + 100);
    }
    expect(pool.status().attempts).toBe(5);
    const gaps = attemptTimes.slice(1).map((at, index) => at - (attemptTimes[index] ?? 0));
    expect(gaps.map((gap) => Math.round((gap - 5100) / 1000))).toEqual([2, 3, 6, 12]);
    await clock.advanceAsync(10_000);
    expect(pool.status().attempts).toBe(0);
  });

  test('after the allowed attempts ERROR is shown, the next endpoint is tried and named', async () => {
    const { exchange, clock, pool, connect, states, probes } = createConnectionFixture({
      endpoints: [endpointAt('one'), endpointAt('two', 'Binance.US')],
      options: { maxReconnectAttempts: 3 },
    });
    exchange.upgrades = 'refuse';
    await connect();
    await clock.advanceAsync(4900);
    expect(exchange.sockets.map(({ url }) => url)).toEqual(Array(3).fill('wss://one/stream'));
    expect(states()).toEqual(['CONNECTING', 'RECONNECTING', 'ERROR']);
    exchange.upgrades = 'accept';
    await clock.advanceAsync(2000);
    expect(states().at(-1)).toBe('CONNECTED');
    expect(pool.status()).toMatchObject({
      endpoint: { url: 'wss://two', venue: 'Binance.US' },
      endpointIndex: 1,
      attempts: 4,
    });
    expect(probes).toEqual(['https://one/api/v3/ping']);
  });

  test('ERROR stays until something opens, round after round', async () => {
    const { exchange, clock, connect, states } = createConnectionFixture({
      endpoints: [endpointAt('one'), endpointAt('two')],
    });
    exchange.upgrades = 'refuse';
    await connect();
    await clock.advanceAsync(2 * HOUR);
    expect(states()).toEqual(['CONNECTING', 'RECONNECTING', 'ERROR']);
    expect(new Set(exchange.sockets.slice(-10).map(({ url }) => url)).size).toBe(2);
  });

  test('no reconnection when it is switched off: ERROR, until asked', async () => {
    const { exchange, clock, pool, connect } = await connectedFixture({
      options: { enableReconnection: false },
    });
    exchange.last.drop(1006);
    await clock.advanceAsync(HOUR);
    expect(exchange.sockets).toHaveLength(1);
    expect(pool.status().state).toBe('ERROR');
    await connect();
    expect(pool.status().state).toBe('CONNECTED');
  });

  test('switching it on while down retries, switching it off while waiting stops', async () => {
    const { exchange, clock, pool } = await connectedFixture({
      options: { enableReconnection: false },
    });
    exchange.last.drop(1006);
    exchange.upgrades = 'refuse';
    pool.setOptions({ enableReconnection: true });
    await clock.advanceAsync(2000);
    expect(exchange.sockets).toHaveLength(2);
    pool.setOptions({ enableReconnection: false });
    await clock.advanceAsync(HOUR);
    expect(exchange.sockets).toHaveLength(2);
    expect(pool.status()).toMatchObject({ state: 'ERROR', nextRetryAt: null });
  });

  test('reconnect replaces a working connection at once, with a fresh counter', async () => {
    const { exchange, clock, pool } = await connectedFixture();
    pool.reconnect();
    expect(exchange.sockets).toHaveLength(2);
    expect(exchange.sockets[0]?.isClosed).toBe(true);
    await clock.advanceAsync(100);
    expect(pool.status()).toMatchObject({ state: 'CONNECTED', attempts: 1, reconnects: 1 });
    expect(exchange.subscribed(exchange.last).size).toBe(2);
  });

  test('no more attempts than the ledger admits, however often one asks', async () => {
    const { exchange, clock, pool, attemptTimes } = await connectedFixture({ attemptLimit: 10 });
    for (let round = 0; round < 50; round++) {
      pool.reconnect();
      await clock.advanceAsync(3000);
      pool.wake('online');
      await clock.advanceAsync(3000);
      exchange.last.drop(1006);
    }
    for (const at of attemptTimes) {
      const inWindow = attemptTimes.filter((other) => other > at - 300_000 && other <= at);
      expect(inWindow.length).toBeLessThanOrEqual(10);
    }
    await clock.advanceAsync(300_000);
    expect(pool.status().state).toBe('CONNECTED');
  });

  test('new endpoints are used at once unless the one in use is among them', async () => {
    const { exchange, clock, pool } = await connectedFixture();
    pool.setEndpoints([endpointAt('zero'), endpointAt('one')]);
    await clock.advanceAsync(1000);
    expect(exchange.sockets).toHaveLength(1);
    pool.setEndpoints([endpointAt('zero')]);
    await clock.advanceAsync(1000);
    expect(exchange.last.url).toBe('wss://zero/stream');
    expect(exchange.sockets.filter((socket) => exchange.isOpen(socket))).toHaveLength(1);
  });

  test('an empty list of endpoints is an ERROR that a new list mends', async () => {
    const { clock, pool, connect } = createConnectionFixture({ endpoints: [] });
    await connect();
    expect(pool.status()).toMatchObject({ state: 'ERROR', endpoint: null });
    pool.setEndpoints([endpointAt('one')]);
    await clock.advanceAsync(100);
    expect(pool.status().state).toBe('CONNECTED');
  });
});

describe('diagnosis', () => {
  test('two failures in a row are looked into, the verdict is shown until it works', async () => {
    const fixture = createConnectionFixture();
    fixture.exchange.upgrades = 'refuse';
    fixture.verdict = { kind: 'geoBlocked', status: 451 };
    await fixture.connect();
    expect(fixture.probes).toEqual([]);
    await fixture.clock.advanceAsync(2000);
    expect(fixture.probes).toEqual(['https://one/api/v3/ping']);
    expect(fixture.pool.status().verdict).toEqual({ kind: 'geoBlocked', status: 451 });
    fixture.exchange.upgrades = 'accept';
    await fixture.clock.advanceAsync(5000);
    expect(fixture.pool.status().verdict).toBeNull();
  });

  test('a long outage is looked into again and again, but not at every attempt', async () => {
    const { exchange, clock, connect, probes, attemptTimes } = createConnectionFixture({
      options: { maxReconnectDelayMs: 5000 },
    });
    exchange.upgrades = 'refuse';
    await connect();
    await clock.advanceAsync(300_000);
    expect(probes.length).toBeGreaterThan(6);
    expect(probes.length).toBeLessThan(attemptTimes.length / 3);
  });
});
