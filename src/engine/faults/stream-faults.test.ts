/** What a connection suffers, and that no alert is lost or doubled by it. */
import { describe, expect, it, vi } from 'vitest';
import { minutes } from '../../testing/market-server/price-course.ts';
import type { MarketServer } from '../../testing/market-server/market-server.ts';
import { halfOfStreams } from '../../testing/market-server/fault-catalogue.ts';
import { FREQUENT_RULES } from '../../testing/market-server/market-rules.ts';
import { harmTo, watching } from '../../testing/market-server/watching.ts';

// Simulated hours may take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function dropAll({ connections }: MarketServer, code: number): void {
  for (const connection of connections) connection.drop(code);
}

describe('a run without faults', () => {
  it('raises every alert and rings once for each', async () => {
    const scene = await watching();
    await scene.run(minutes(10));
    expect(await harmTo(scene)).toEqual([]);
    expect(scene.browser.disk.rows.alerts.size).toBeGreaterThan(20);
    expect(scene.server.connections).toHaveLength(1);
  });
});

describe('a connection that ends', () => {
  it.each([
    ['by a clean close', 1000],
    ['because the server goes away', 1001],
    ['without a word (1006)', 1006],
  ])('%s loses nothing', async (_name, code) => {
    const scene = await watching();
    for (let round = 0; round < 5; round++) {
      dropAll(scene.server, code);
      await scene.run(minutes(1) + 10_000);
    }
    expect(await harmTo(scene)).toEqual([]);
  });

  it('at the very close of a candle, again and again, loses nothing', async () => {
    const scene = await watching();
    for (let round = 0; round < 10; round++) {
      await scene.run(minutes(1) - (scene.line.now % minutes(1)) + round * 45);
      dropAll(scene.server, 1006);
    }
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('connections that cannot be opened', () => {
  it.each(['refuse', 'hang'] as const)('loses nothing while upgrades %s', async (upgrades) => {
    const scene = await watching();
    scene.server.upgrades = upgrades;
    dropAll(scene.server, 1006);
    await scene.run(minutes(6));
    scene.server.upgrades = 'accept';
    expect(await harmTo(scene)).toEqual([]);
  });

  it('loses nothing while the region is blocked (451), and says why', async () => {
    const scene = await watching();
    scene.server.upgrades = 'refuse';
    scene.server.rest.fault = { kind: 'status', status: 451 };
    dropAll(scene.server, 1006);
    await scene.run(minutes(8));
    expect(scene.tab.last('connectionChanged')?.connection.outage).toBe('blocked');
    scene.server.upgrades = 'accept';
    scene.server.rest.fault = null;
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('a connection that is open and silent', () => {
  it('is replaced within the heartbeat interval, and loses nothing', async () => {
    const scene = await watching({ settings: { heartbeatIntervalMs: 30_000 } });
    const [before] = scene.server.connections;
    before?.deafen();
    await scene.run(36_000);
    const now = scene.server.connections.filter((connection) => connection !== before);
    expect(now.some(({ isOpen }) => isOpen)).toBe(true);
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('half of the streams of a connection', () => {
  it.each([1, 2, 3, 4])('that go silent lose nothing (choice %i)', async (salt) => {
    const scene = await watching();
    for (const connection of scene.server.connections) connection.mute(halfOfStreams(salt));
    await scene.run(minutes(15));
    expect(await harmTo(scene)).toEqual([]);
  });

  it.each([1, 2, 3, 4])('that the server forgets lose nothing (choice %i)', async (salt) => {
    const scene = await watching();
    for (const connection of scene.server.connections) connection.forget(halfOfStreams(salt));
    await scene.run(minutes(15));
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('a server that goes away', () => {
  it.each([2_000, 20_000, 90_000])('after %i ms of notice is left in time', async (graceMs) => {
    const scene = await watching();
    for (let round = 0; round < 3; round++) {
      scene.server.announceShutdown(graceMs);
      await scene.run(minutes(2) + 7_000);
    }
    expect(await harmTo(scene)).toEqual([]);
  });

  it('cuts each connection at 24 hours: it is replaced before, without a gap', async () => {
    // One rule keeps every series wanted, and a day of it cheap to judge.
    const scene = await watching({ rules: FREQUENT_RULES.slice(0, 1) });
    const gaps: string[] = [];
    scene.tab.observe((event) => {
      if (event.type !== 'seriesChanged') return;
      for (const { symbol, state } of event.series) {
        // Of a quiet symbol nobody pushes the candles without trades.
        if (symbol !== 'QUIETUSDT' && state !== 'live') gaps.push(`${symbol} ${state}`);
      }
    });
    await scene.run(minutes(24 * 60 + 10));
    expect(gaps).toEqual([]);
    expect(await harmTo(scene)).toEqual([]);
  });

  it('and cuts connections every few minutes loses nothing', async () => {
    const scene = await watching();
    scene.server.lifetimeMs = 130_000;
    dropAll(scene.server, 1000);
    await scene.run(minutes(20));
    scene.server.lifetimeMs = minutes(24 * 60);
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('frames', () => {
  it.each([
    ['that come twice', { duplicate: 0.5, delay: 0, longestDelayMs: 5_000 }],
    ['out of order', { duplicate: 0, delay: 0.5, longestDelayMs: 5_000 }],
    ['minutes too late', { duplicate: 0.1, delay: 0.1, longestDelayMs: 240_000 }],
  ])('%s change nothing', async (_name, mangling) => {
    const scene = await watching();
    scene.server.mangling = mangling;
    await scene.run(minutes(15));
    scene.server.mangling = null;
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('messages to the server', () => {
  it('never come faster than 5 a second, however often the connection breaks', async () => {
    const scene = await watching();
    for (let round = 0; round < 60; round++) {
      dropAll(scene.server, 1006);
      await scene.run(900 + 130 * round);
    }
    expect(scene.server.limits.busiestSecond).toBeLessThanOrEqual(5);
    expect(await harmTo(scene)).toEqual([]);
  });

  it('never come faster than 5 a second, however fast the watchlist changes', async () => {
    const scene = await watching();
    for (let round = 0; round < 100; round++) {
      const type = round % 2 === 0 ? 'unwatchSymbol' : 'watchSymbol';
      scene.tab.send({ type, symbol: 'BBBUSDT' });
      await scene.run(10 + round);
    }
    await scene.run(minutes(1));
    const { busiestSecond, violations } = scene.server.limits;
    expect(busiestSecond).toBeGreaterThan(2);
    expect(busiestSecond).toBeLessThanOrEqual(5);
    expect(violations).toEqual([]);
  });
});
