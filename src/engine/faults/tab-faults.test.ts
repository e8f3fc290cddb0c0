/** What tabs and their workers suffer. */
import { describe, expect, it, vi } from 'vitest';
import { expectedAlerts } from '../../testing/market-server/expected-alerts.ts';
import { minutes } from '../../testing/market-server/price-course.ts';
import { SCENE_INTERVALS, SCENE_START } from '../../testing/market-server/scene.ts';
import type { SimulatedTab } from '../../testing/market-server/simulated-tab.ts';
import { harmTo, watching } from '../../testing/market-server/watching.ts';
import type { Watching } from '../../testing/market-server/watching.ts';

// Simulated hours may take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** A second tab has joined, and the first one leads. */
async function watchingInTwoTabs(): Promise<Watching & { readonly second: SimulatedTab }> {
  const scene = await watching();
  const second = scene.browser.openTab();
  await scene.run(minutes(1));
  expect(scene.server.connections).toHaveLength(1);
  return { ...scene, second };
}

/** The moment at which candles of a minute have just closed and are being told of. */
async function runToBurst({ line, run }: Watching, afterMs: number): Promise<void> {
  await run(minutes(1) - (line.now % minutes(1)) + afterMs);
}

describe('a tab that is frozen', () => {
  it.each([5_000, 90_000, 600_000])('for %i ms catches up', async (durationMs) => {
    const scene = await watching();
    scene.tab.freeze();
    await scene.run(durationMs);
    scene.tab.thaw();
    expect(await harmTo(scene)).toEqual([]);
  });

  it('that is left and gone back to catches up', async () => {
    const scene = await watching();
    scene.tab.leave();
    await scene.run(minutes(7));
    scene.tab.comeBack();
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('a tab that is gone', () => {
  it.each([2_000, 240_000, 3_600_000])(
    'and opened again after %i ms catches up',
    async (pauseMs) => {
      const scene = await watching();
      scene.tab.close();
      await scene.run(pauseMs);
      scene.browser.openTab();
      expect(await harmTo(scene)).toEqual([]);
    },
  );

  it('and opened again has its candles from before, and asks for those that came since', async () => {
    const scene = await watching({ settings: { bufferSize: 50 } });
    for (const pauseMs of [2_000, 600_000, 7_000]) {
      await scene.run(minutes(11));
      scene.browser.tabs[0]?.close();
      await scene.run(pauseMs);
      const asked = scene.server.rest.asked.length;
      scene.browser.openTab();
      await scene.run(minutes(1));
      const questions = scene.server.rest.asked.slice(asked).filter((url) => /klines/.test(url));
      expect(questions.length).toBeGreaterThan(0);
      for (const url of questions) {
        const from = Number(/startTime=(\d+)/.exec(url)?.[1]);
        expect(scene.line.now - from).toBeLessThan(minutes(30));
      }
    }
    expect(await harmTo(scene)).toEqual([]);
  });

  it('without a word while candles close, again and again, loses nothing', async () => {
    const scene = await watching();
    let { tab } = scene;
    for (let round = 0; round < 12; round++) {
      await runToBurst(scene, round * 40);
      tab.kill();
      await scene.run(3_000 + round * 1_500);
      tab = scene.browser.openTab();
      await scene.run(20_000);
    }
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('two tabs', () => {
  it('are served by one set of connections, and show the same', async () => {
    const scene = await watchingInTwoTabs();
    await scene.run(minutes(5));
    expect(scene.server.connections).toHaveLength(1);
    expect(scene.second.last('connectionChanged')?.connection.state).toBe('CONNECTED');
    expect(await harmTo(scene)).toEqual([]);
  });

  it.each(['close', 'kill', 'freeze'] as const)(
    'of which the leading one meets %s: the other takes over within two seconds',
    async (how) => {
      const scene = await watchingInTwoTabs();
      const [before] = scene.server.connections;
      scene.tab[how]();
      await scene.run(2_000);
      const after = scene.server.connections.filter((connection) => connection !== before);
      expect(after).toHaveLength(1);
      await scene.run(minutes(4));
      scene.tab.thaw();
      expect(await harmTo(scene)).toEqual([]);
    },
  );

  it.each([0, 20, 40, 80, 120, 200, 300])(
    'of which the leading one is killed %i ms after a close lose nothing',
    async (afterMs) => {
      const scene = await watchingInTwoTabs();
      await runToBurst(scene, afterMs);
      scene.tab.kill();
      expect(await harmTo(scene)).toEqual([]);
    },
  );

  it('that take turns being frozen lose nothing', async () => {
    const scene = await watchingInTwoTabs();
    for (let round = 0; round < 4; round++) {
      for (const tab of [scene.tab, scene.second]) {
        await runToBurst(scene, round * 60);
        tab.freeze();
        await scene.run(40_000);
        tab.thaw();
      }
    }
    expect(await harmTo(scene)).toEqual([]);
  });

  it('opened in the same instant do not both take over from one that is frozen', async () => {
    const scene = await watching();
    scene.browser.openTab();
    scene.browser.openTab();
    await scene.run(minutes(1));
    scene.tab.freeze();
    await scene.run(minutes(3));
    scene.tab.thaw();
    expect(await harmTo(scene)).toEqual([]);
  });

  it('of two builds, as while an update is under way, lose nothing', async () => {
    const scene = await watching();
    const updated = scene.browser.openTab({ build: 'the next build' });
    await scene.run(minutes(2));
    expect(scene.server.connections).toHaveLength(1);
    scene.tab.close();
    await scene.run(minutes(2));
    expect(updated.last('connectionChanged')?.connection.state).toBe('CONNECTED');
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('a worker that crashes', () => {
  it.each(['told', 'silent'] as const)('(%s) is replaced, and nothing is lost', async (how) => {
    const scene = await watching();
    scene.tab.crashWorker(how);
    expect(await harmTo(scene)).toEqual([]);
  });

  it.each([0, 30, 60, 100, 140, 180, 220, 260, 300])(
    'in the middle of a burst, %i ms after a close, loses and doubles nothing',
    async (afterMs) => {
      const scene = await watching();
      for (let round = 0; round < 3; round++) {
        await runToBurst(scene, afterMs + round * 7);
        scene.tab.crashWorker('told');
      }
      expect(await harmTo(scene)).toEqual([]);
    },
  );
});

/** A minute whose close rings by a rule that also looks at the five minutes which close with it. */
async function watchingUntilBothClose(): Promise<Watching> {
  for (let marketSeed = 1; marketSeed < 50; marketSeed++) {
    const scene = await watching({ marketSeed });
    const range = { from: SCENE_START, to: SCENE_START + minutes(20) };
    const ids = [...expectedAlerts(scene.market, scene.rules, SCENE_INTERVALS, range)];
    const openTimes = ids
      .filter((id) => id.startsWith('above-5m:AAAUSDT'))
      .map((id) => Number(id.split(':')[3]));
    const closesWithFive = openTimes.find(
      (time) => (time + minutes(1)) % minutes(5) === 0 && time > scene.line.now,
    );
    if (closesWithFive === undefined) continue;
    await scene.line.runUntil(closesWithFive);
    return scene;
  }
  throw new Error('no market has such a minute');
}

describe('a close that waits for a candle of another interval', () => {
  it('is judged by the next engine when this one ends meanwhile', async () => {
    const scene = await watchingUntilBothClose();
    for (const connection of scene.server.connections) {
      connection.mute((stream) => stream === 'aaausdt@kline_5m');
    }
    await scene.run(minutes(1) + 8_000);
    scene.browser.tabs[0]?.kill();
    scene.browser.openTab();
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('a page that is frozen when it is asked to ring', () => {
  // The request waits for it with its other messages; meanwhile another page was asked, and has rung.
  it('does not ring on waking for what another page has rung for', async () => {
    const scene = await watching();
    const seen = scene.browser.openTab({ isVisible: true });
    await scene.run(minutes(1));
    for (let round = 0; round < 5; round++) {
      await scene.run(minutes(1) - (scene.line.now % minutes(1)) - 50);
      seen.freeze();
      await scene.run(15_000);
      seen.thaw();
    }
    expect(await harmTo(scene)).toEqual([]);
  });
});
