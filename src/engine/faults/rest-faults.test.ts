/** What REST suffers while a gap has to be filled. */
import { describe, expect, it, vi } from 'vitest';
import { minutes } from '../../testing/market-server/price-course.ts';
import type { RestFault } from '../../testing/market-server/rest-faults.ts';
import { harmTo, watching } from '../../testing/market-server/watching.ts';
import type { Watching } from '../../testing/market-server/watching.ts';

// Simulated hours may take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Candles close unseen, so that history is needed. */
async function makeGap(scene: Watching): Promise<void> {
  scene.server.upgrades = 'refuse';
  for (const connection of scene.server.connections) connection.drop(1006);
  await scene.run(minutes(2) + 10_000);
  scene.server.upgrades = 'accept';
  await scene.run(40_000);
}

/** As long as they last nothing can be filled; afterwards nothing may have been taken for true. */
const FAULTS: readonly (readonly [string, RestFault])[] = [
  ['500', { kind: 'status', status: 500 }],
  ['502', { kind: 'status', status: 502 }],
  ['403', { kind: 'status', status: 403 }],
  ['a timeout', { kind: 'timeout' }],
  ['no answer at all', { kind: 'unreachable' }],
  ['a truncated body', { kind: 'truncated' }],
  ['rows in the wrong order', { kind: 'disorder' }],
];

describe('while a gap has to be filled', () => {
  it.each(FAULTS)('REST that gives %s for four minutes loses nothing', async (_name, fault) => {
    const scene = await watching();
    scene.server.rest.fault = fault;
    await makeGap(scene);
    await scene.run(minutes(4));
    scene.server.rest.fault = null;
    expect(await harmTo(scene)).toEqual([]);
  });

  it.each([429, 418])(
    'REST that answers %i is left alone for as long as it asks',
    async (status) => {
      const scene = await watching();
      const until = scene.line.now + minutes(5);
      scene.server.rest.fault = { kind: 'status', status, until };
      // The connection opens again at once, so that only candles are asked for.
      for (const connection of scene.server.connections) connection.drop(1006);
      await scene.run(until - scene.line.now);
      scene.server.rest.fault = null;
      const asked = scene.server.rest.asked.length;
      await scene.run(minutes(2));
      expect(scene.server.rest.asked.length).toBeGreaterThan(asked);
      expect(await harmTo(scene)).toEqual([]);
    },
  );

  it.each([1_000, 5_000, 15_000, 45_000, 90_000])(
    'REST that lags %i ms behind the stream loses nothing',
    async (lagMs) => {
      const scene = await watching();
      scene.server.rest.lagMs = lagMs;
      for (const offsetMs of [300, 2_000, 7_000, 30_000, 55_000]) {
        await scene.run(minutes(1) - (scene.line.now % minutes(1)) + offsetMs);
        for (const connection of scene.server.connections) connection.drop(1006);
      }
      await scene.run(minutes(3));
      scene.server.rest.lagMs = 0;
      expect(await harmTo(scene)).toEqual([]);
    },
  );

  it('an answer that lacks rows is not believed: the exchange is asked again', async () => {
    const scene = await watching();
    const spoiled = new Set<string>();
    scene.server.rest.fault = { kind: 'missing-rows', share: 0.5 };
    scene.server.rest.isFaulty = (path) => {
      const [series] = /symbol=\w+&interval=\w+/.exec(path) ?? [];
      if (series === undefined || spoiled.has(series)) return false;
      spoiled.add(series);
      return true;
    };
    await makeGap(scene);
    expect(spoiled.size).toBe(6);
    expect(await harmTo(scene)).toEqual([]);
  });

  it('only the answers about candles fail, and prices go on', async () => {
    const scene = await watching();
    scene.server.rest.fault = { kind: 'status', status: 500 };
    scene.server.rest.isFaulty = (path) => path.includes('klines');
    await makeGap(scene);
    await scene.run(minutes(4));
    scene.server.rest.fault = null;
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('candles that the exchange itself does not have', () => {
  it('are no gap: rules go on over the hole', async () => {
    const hole = { from: 1_699_992_480_000, to: 1_699_992_660_000 };
    const scene = await watching({ holes: [hole] });
    await scene.run(minutes(12));
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('an exchange that asks to be left alone', () => {
  it.each([429, 418])('by a %i is left alone, also by the probe', async (status) => {
    const scene = await watching();
    const until = scene.line.now + minutes(5);
    scene.server.rest.fault = { kind: 'status', status, until };
    scene.server.upgrades = 'refuse';
    for (const connection of scene.server.connections) connection.drop(1006);
    await scene.run(minutes(2));
    scene.server.upgrades = 'accept';
    await scene.run(until - scene.line.now);
    scene.server.rest.fault = null;
    expect(scene.server.limits.violations).toEqual([]);
  });
});

describe('history that lags behind the stream', () => {
  // From a server that lags, a last row that closed before the request was made is the candle as it
  // stood some time before its close.
  it.each([45_000, 90_000])('by %i ms is not taken for final', async (lagMs) => {
    const scene = await watching();
    scene.server.rest.lagMs = lagMs;
    // The connection is away while a candle closes, and back before the next frame.
    for (const offsetMs of [57_800, 58_300, 58_800, 59_300, 59_800]) {
      await scene.run(minutes(1) - (scene.line.now % minutes(1)) + offsetMs);
      for (const connection of scene.server.connections) connection.drop(1006);
    }
    await scene.run(minutes(4));
    scene.server.rest.lagMs = 0;
    expect(await harmTo(scene)).toEqual([]);
  });
});
