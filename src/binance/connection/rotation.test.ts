import { describe, expect, test } from 'vitest';
import { connectedFixture, STREAM } from '../../testing/connection-fixture.ts';
import type { ConnectionFixture } from '../../testing/connection-fixture.ts';

const HOUR = 3_600_000;
const SHUTDOWNS = [
  '{"e":"serverShutdown","E":1770123456789}',
  '{"stream":"!serverShutdown","data":{"e":"serverShutdown","E":1770123456789}}',
];
const [shutdown = ''] = SHUTDOWNS;

async function running(): Promise<ConnectionFixture> {
  const fixture = await connectedFixture();
  await fixture.flow(20_000);
  return fixture;
}

const lost = ({ facts }: ConnectionFixture): unknown[] =>
  facts.filter(({ type }) => type === 'streamsLost');

describe('rotation', () => {
  test('replaces each link before the 24-hour cut and loses no frame', async () => {
    const fixture = await running();
    const { clock, exchange, pool, states } = fixture;
    let id = 0;
    const missed: number[] = [];
    for (let second = 0; second < 49 * 3600; second += 10) {
      for (const [index, socket] of exchange.sockets.entries()) {
        const openedAt = fixture.attemptTimes[index] ?? 0;
        if (second * 1000 - openedAt >= 24 * HOUR) socket.drop(1006);
      }
      fixture.frames.length = 0;
      exchange.publish(STREAM, { t: ++id });
      await clock.advanceAsync(10_000);
      if (!fixture.frames.some(({ text }) => text.includes(`"t":${id}}`))) missed.push(id);
    }
    expect(missed).toEqual([]);
    expect(states()).toEqual(['CONNECTING', 'CONNECTED']);
    expect(lost(fixture)).toEqual([]);
    expect(exchange.sockets).toHaveLength(3);
    expect(pool.status()).toMatchObject({ rotations: 2, reconnects: 0 });
    const gap = (fixture.attemptTimes[1] ?? 0) - (fixture.attemptTimes[0] ?? 0);
    expect(gap).toBeGreaterThan(23.6 * HOUR);
    expect(gap).toBeLessThan(23.85 * HOUR);
  }, 30_000);

  test.each(SHUTDOWNS)(
    'opens a new link at once on %s and closes the old one only when it delivers',
    async (text) => {
      const fixture = await running();
      const { clock, exchange, states, frames } = fixture;
      const old = exchange.last;
      old.receive(text);
      expect(exchange.sockets).toHaveLength(2);
      await clock.advanceAsync(1000);
      expect(exchange.subscribed(exchange.last).size).toBe(2);
      expect(old.isClosing).toBe(false);
      frames.length = 0;
      expect(exchange.publish(STREAM, { t: 1 })).toBe(2);
      await clock.advanceAsync(10);
      expect(frames).toHaveLength(2);
      await clock.advanceAsync(2000);
      expect(old.isClosing).toBe(true);
      expect(states()).toEqual(['CONNECTING', 'CONNECTED']);
      expect(lost(fixture)).toEqual([]);
    },
  );

  test('in a quiet market takes the new link once it has been silent for 10 s', async () => {
    const fixture = await running();
    const old = fixture.exchange.last;
    old.receive(shutdown);
    await fixture.clock.advanceAsync(9000);
    expect(old.isClosing).toBe(false);
    await fixture.clock.advanceAsync(2000);
    expect(old.isClosing).toBe(true);
    expect(fixture.pool.status()).toMatchObject({ state: 'CONNECTED', rotations: 1 });
  });

  test('waits for every acknowledgement', async () => {
    const fixture = await running();
    const { clock, exchange } = fixture;
    const old = exchange.last;
    exchange.answers = 'lose';
    old.receive(shutdown);
    await fixture.flow(4000);
    expect(old.isClosing).toBe(false);
    exchange.answers = 'acknowledge';
    await fixture.flow(6000);
    await clock.advanceAsync(3000);
    expect(old.isClosing).toBe(true);
    expect(lost(fixture)).toEqual([]);
  });

  test('a new link that fails is tried again with backoff while the old one serves', async () => {
    const fixture = await running();
    const { clock, exchange, states, frames } = fixture;
    const old = exchange.last;
    exchange.upgrades = 'refuse';
    old.receive(shutdown);
    await fixture.flow(20_000);
    expect(exchange.sockets.length).toBeGreaterThan(3);
    expect(exchange.sockets.length).toBeLessThan(8);
    frames.length = 0;
    exchange.publish(STREAM, {});
    await clock.advanceAsync(10);
    expect(frames).toHaveLength(1);
    exchange.upgrades = 'accept';
    await fixture.flow(40_000);
    expect(old.isClosing).toBe(true);
    expect(states()).toEqual(['CONNECTING', 'CONNECTED']);
    expect(lost(fixture)).toEqual([]);
  });

  test('a new link that is not ready within a minute is given up', async () => {
    const fixture = await running();
    const { exchange } = fixture;
    exchange.answers = 'ignore';
    exchange.last.receive(shutdown);
    await fixture.flow(61_000);
    expect(exchange.sockets[1]?.isClosing).toBe(true);
    expect(exchange.sockets[0]?.isClosing).toBe(false);
  });

  test('a new link that announces its own shutdown is replaced', async () => {
    const fixture = await running();
    const { clock, exchange } = fixture;
    exchange.last.receive(shutdown);
    await clock.advanceAsync(50);
    exchange.last.receive(shutdown);
    await fixture.flow(10_000);
    expect(exchange.sockets).toHaveLength(3);
    expect(exchange.isOpen(exchange.last)).toBe(true);
    expect(lost(fixture)).toEqual([]);
  });

  test('the old link dying after the new one has everything is no interruption', async () => {
    const fixture = await running();
    const { clock, exchange, pool, states } = fixture;
    const old = exchange.last;
    old.receive(shutdown);
    await clock.advanceAsync(100);
    old.drop(1001);
    expect(states()).toEqual(['CONNECTING', 'CONNECTED']);
    expect(lost(fixture)).toEqual([]);
    await fixture.flow(100_000);
    expect(exchange.sockets).toHaveLength(2);
    expect(pool.status()).toMatchObject({ state: 'CONNECTED', attempts: 0 });
  });

  test('the old link dying before the new one has subscribed is told as a gap, no more', async () => {
    const fixture = await running();
    const { clock, exchange, pool } = fixture;
    const old = exchange.last;
    old.receive(shutdown);
    await clock.advanceAsync(25);
    old.drop(1001);
    await clock.advanceAsync(100);
    expect(exchange.sockets).toHaveLength(2);
    expect(lost(fixture)).toHaveLength(1);
    expect(pool.status().streams.acknowledged).toBe(2);
  });

  test('the old link dying during the handshake leaves the new one to connect', async () => {
    const fixture = await running();
    const { clock, exchange, states } = fixture;
    exchange.last.receive(shutdown);
    exchange.sockets[0]?.drop(1001);
    await clock.advanceAsync(100);
    expect(exchange.sockets).toHaveLength(2);
    expect(states()).toEqual(['CONNECTING', 'CONNECTED', 'RECONNECTING', 'CONNECTED']);
  });

  test('both dying leads to an ordinary reconnect', async () => {
    const fixture = await running();
    const { clock, exchange, pool } = fixture;
    exchange.last.receive(shutdown);
    await clock.advanceAsync(100);
    for (const socket of exchange.sockets) socket.drop(1006);
    expect(pool.status().state).toBe('RECONNECTING');
    await clock.advanceAsync(5000);
    expect(pool.status().state).toBe('CONNECTED');
    expect(exchange.sockets).toHaveLength(3);
  });

  test('streams added during the overlap are on both links', async () => {
    const fixture = await running();
    const { clock, exchange, pool } = fixture;
    exchange.last.receive(shutdown);
    await clock.advanceAsync(50);
    pool.subscribe(['ethusdt@trade']);
    await clock.advanceAsync(1000);
    for (const socket of exchange.sockets) {
      expect(exchange.subscribed(socket).has('ethusdt@trade')).toBe(true);
    }
  });

  test('a stream added at the last moment keeps the old link until it is acknowledged', async () => {
    const fixture = await running();
    const { exchange, pool } = fixture;
    const old = exchange.last;
    old.receive(shutdown);
    await fixture.flow(1500);
    exchange.answers = 'lose';
    pool.subscribe(['ethusdt@trade']);
    await fixture.flow(4000);
    expect(old.isClosing).toBe(false);
    exchange.answers = 'acknowledge';
    await fixture.flow(10_000);
    expect(old.isClosing).toBe(true);
  });

  test('a server that announces shutdown on every new link is not hammered', async () => {
    const fixture = await running();
    const { exchange } = fixture;
    for (let second = 0; second < 300; second++) {
      if (exchange.isOpen(exchange.last)) exchange.last.receive(shutdown);
      await fixture.flow(1000);
    }
    expect(exchange.sockets.length).toBeLessThan(25);
    expect(lost(fixture)).toEqual([]);
  });

  test('a disconnect during the overlap closes both links', async () => {
    const fixture = await running();
    const { clock, exchange, pool } = fixture;
    exchange.last.receive(shutdown);
    await clock.advanceAsync(50);
    pool.disconnect();
    expect(exchange.sockets.every(({ isClosing }) => isClosing)).toBe(true);
    await clock.advanceAsync(HOUR);
    expect(clock.pendingTimers).toBe(0);
  });
});
