/** What the computer under the app suffers: its clock, its sleep, its network. */
import { describe, expect, it, vi } from 'vitest';
import { minutes } from '../../testing/market-server/price-course.ts';
import { staleNews } from '../../testing/market-server/ring-invariants.ts';
import { harmTo, watching } from '../../testing/market-server/watching.ts';

// Simulated hours may take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const HOUR = 3_600_000;

describe('a clock that is set', () => {
  it.each([
    ['an hour back', [-HOUR]],
    ['an hour forward', [HOUR]],
    ['back and forth', [HOUR, -HOUR, 0]],
    ['a day forward and back', [24 * HOUR, 0]],
  ])('%s changes nothing', async (_name, errors) => {
    const scene = await watching();
    for (const error of errors) {
      scene.line.setClock(error);
      await scene.run(minutes(5) + 13_000);
    }
    expect(await harmTo(scene)).toEqual([]);
  });

  it('just when candles close changes nothing', async () => {
    const scene = await watching();
    for (const error of [HOUR, 0, -HOUR, 0, HOUR]) {
      await scene.run(minutes(1) - (scene.line.now % minutes(1)) + 35);
      scene.line.setClock(error);
    }
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('a daylight change', () => {
  it('changes nothing', async () => {
    const scene = await watching();
    for (const offset of [2 * HOUR, HOUR, 2 * HOUR]) {
      scene.browser.setTimeZone(offset);
      await scene.run(minutes(3) + 13_000);
    }
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('a computer that sleeps', () => {
  const hows = [
    { timers: 'late', isTold: true },
    { timers: 'late', isTold: false },
    { timers: 'paused', isTold: true },
    { timers: 'paused', isTold: false },
  ] as const;

  it.each(hows)('for 10 minutes catches up: $timers timers, told $isTold', async (how) => {
    const scene = await watching();
    scene.browser.sleep();
    await scene.run(minutes(10));
    scene.browser.wake(how);
    expect(await harmTo(scene)).toEqual([]);
  });

  it.each(hows)('for 10 hours catches up: $timers timers, told $isTold', async (how) => {
    const scene = await watching();
    scene.browser.sleep();
    await scene.run(10 * HOUR);
    scene.browser.wake(how);
    expect(await harmTo(scene)).toEqual([]);
    expect(scene.browser.disk.rows.alerts.size).toBeGreaterThan(500);
  });

  it('for moments, again and again, loses nothing', async () => {
    const scene = await watching();
    for (let round = 1; round <= 12; round++) {
      scene.browser.sleep();
      await scene.run(round * 4_000);
      scene.browser.wake({ timers: round % 2 === 0 ? 'late' : 'paused', isTold: round % 3 === 0 });
      await scene.run(9_000 * (round % 4) + 500);
    }
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('a computer without a network', () => {
  it.each([3_000, 30_000, 300_000])('for %i ms loses nothing', async (durationMs) => {
    const scene = await watching();
    scene.browser.setOnline(false);
    await scene.run(durationMs);
    scene.browser.setOnline(true);
    expect(await harmTo(scene)).toEqual([]);
  });

  it('for 20 minutes says that it is offline, and catches up', async () => {
    const scene = await watching();
    scene.browser.setOnline(false);
    await scene.run(minutes(20));
    expect(scene.tab.last('connectionChanged')?.connection.outage).toBe('offline');
    scene.browser.setOnline(true);
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('what happened while the computer slept', () => {
  it('is told as late, without sound', async () => {
    const scene = await watching();
    scene.browser.sleep();
    await scene.run(minutes(10));
    scene.browser.wake({ timers: 'late', isTold: true });
    await scene.run(minutes(2));
    expect(staleNews(scene)).toEqual([]);
  });
});

describe('what is told minutes after its candle closed', () => {
  // What was pushed while a series is loaded for the first time waits for its history.
  it('is late also where the first history was long in coming', async () => {
    const scene = await watching();
    scene.tab.close();
    await scene.run(minutes(1));
    scene.server.rest.fault = { kind: 'status', status: 500 };
    scene.browser.openTab();
    await scene.run(minutes(5));
    scene.server.rest.fault = null;
    await scene.run(minutes(3));
    expect(staleNews(scene)).toEqual([]);
  });

  // What time it is at the exchange is counted on by the computer's clock until the exchange says it
  // again, and history comes first.
  it('is late also after a sleep during which the clock was set back', async () => {
    const scene = await watching();
    scene.browser.sleep();
    // Frames come every ten seconds: there is time for history before the next.
    await scene.run(minutes(10) + 2_000);
    scene.line.setClock(-3_600_000);
    scene.browser.wake({ timers: 'late', isTold: true });
    await scene.run(minutes(3));
    expect(staleNews(scene)).toEqual([]);
  });
});
