import { describe, expect, test } from 'vitest';
import {
  connectedFixture,
  createConnectionFixture,
  STREAM,
} from '../../testing/connection-fixture.ts';
import { settle } from '../../testing/fake-clock.ts';
import { DEFAULT_CONNECTION_OPTIONS } from './status.ts';

const HOUR = 3_600_000;

describe('configuration', () => {
  test('has the stated defaults', () => {
    expect(DEFAULT_CONNECTION_OPTIONS).toEqual({
      enableReconnection: true,
      minReconnectDelayMs: 1000,
      maxReconnectDelayMs: 30_000,
      maxReconnectAttempts: 5,
      heartbeatIntervalMs: 30_000,
      queueSize: 1000,
    });
  });

  test('can be given in part', async () => {
    const { pool } = await connectedFixture({ options: { queueSize: 50 } });
    expect(pool.status().queue.size).toBe(50);
  });
});

describe('initialization', () => {
  test('touches nothing: no socket, no timer, no stored attempt', async () => {
    const { clock, exchange, pool } = createConnectionFixture();
    await settle();
    expect(exchange.sockets).toEqual([]);
    expect(clock.pendingTimers).toBe(0);
    expect(pool.status()).toMatchObject({
      state: 'DISCONNECTED',
      attempts: 0,
      nextRetryAt: null,
      connectedSince: null,
      streams: { desired: 0, acknowledged: 0, failed: [] },
      lastFrameAt: null,
      lastClose: null,
      reconnects: 0,
      connections: 1,
    });
  });
});

describe('life cycle', () => {
  test('connects, subscribes to everything and is connected', async () => {
    const { pool, exchange, states } = await connectedFixture();
    expect(states()).toEqual(['CONNECTING', 'CONNECTED']);
    expect(exchange.last.url).toBe('wss://one/stream');
    expect([...exchange.subscribed(exchange.last)]).toEqual([STREAM, 'btcusdt@kline_1m']);
    expect(pool.status().streams).toEqual({ desired: 2, acknowledged: 2, failed: [] });
  });

  test('connecting twice opens one socket', async () => {
    const { pool, clock, exchange } = await connectedFixture();
    pool.connect();
    await clock.advanceAsync(1000);
    expect(exchange.sockets).toHaveLength(1);
  });

  test('disconnects cleanly: socket closed, no timer left, no retry', async () => {
    const { pool, clock, exchange, states, facts } = await connectedFixture();
    pool.disconnect();
    expect(exchange.last.isClosing).toBe(true);
    await clock.advanceAsync(HOUR);
    expect(clock.pendingTimers).toBe(0);
    expect(exchange.sockets).toHaveLength(1);
    expect(states().at(-1)).toBe('DISCONNECTED');
    expect(facts.filter(({ type }) => type === 'streamsLost')).toHaveLength(1);
  });

  test('a disconnect while the attempts are still loading wins', async () => {
    const { pool, clock, exchange } = createConnectionFixture();
    pool.connect();
    pool.disconnect();
    await clock.advanceAsync(HOUR);
    expect(exchange.sockets).toEqual([]);
    expect(pool.status().state).toBe('DISCONNECTED');
  });

  test('a disconnect during the handshake leaves nothing behind', async () => {
    const { pool, clock, exchange } = createConnectionFixture();
    pool.connect();
    await clock.advanceAsync(10);
    pool.disconnect();
    await clock.advanceAsync(HOUR);
    expect(exchange.sockets).toHaveLength(1);
    expect(clock.pendingTimers).toBe(0);
  });

  test('connects again after a disconnect', async () => {
    const { pool, exchange, connect, states } = await connectedFixture();
    pool.disconnect();
    await connect();
    expect(states()).toEqual([
      'CONNECTING',
      'CONNECTED',
      'DISCONNECTED',
      'CONNECTING',
      'CONNECTED',
    ]);
    expect(exchange.subscribed(exchange.last).size).toBe(2);
    expect(pool.status().reconnects).toBe(0);
  });

  test('an observer that disconnects on connection leaves nothing running', async () => {
    const { pool, clock, connect } = createConnectionFixture();
    pool.observeFacts((fact) => {
      if (fact.type === 'stateChanged' && fact.state === 'CONNECTED') pool.disconnect();
    });
    pool.setStreams([STREAM]);
    await connect();
    await clock.advanceAsync(HOUR);
    expect(clock.pendingTimers).toBe(0);
    expect(pool.status().state).toBe('DISCONNECTED');
  });
});
