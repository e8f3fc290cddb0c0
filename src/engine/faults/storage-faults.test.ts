/** Storage that fails at each step: the app goes on in memory, and recovers. */
import { describe, expect, it, vi } from 'vitest';
import { DISK_STEPS } from '../../testing/market-server/fault-catalogue.ts';
import { FREQUENT_RULES } from '../../testing/market-server/market-rules.ts';
import { minutes } from '../../testing/market-server/price-course.ts';
import { createScene } from '../../testing/market-server/scene.ts';
import { harmTo, watching } from '../../testing/market-server/watching.ts';

// Simulated hours may take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const FAILURES = DISK_STEPS.flatMap((step) => [
  { step, how: 'reject' as const },
  { step, how: 'hang' as const },
]);

describe('storage', () => {
  it.each(FAILURES)('where $step begins to $how loses no alert', async ({ step, how }) => {
    const scene = await watching();
    scene.browser.disk.fail(step, how);
    await scene.run(minutes(6));
    scene.browser.disk.repair();
    expect(await harmTo(scene)).toEqual([]);
  });

  it.each(FAILURES)(
    'where $step begins to $how and the tab is opened anew',
    async ({ step, how }) => {
      const scene = await watching();
      scene.tab.close();
      await scene.run(minutes(1));
      scene.browser.disk.fail(step, how);
      scene.browser.openTab();
      await scene.run(minutes(3));
      scene.browser.disk.repair();
      expect(await harmTo(scene)).toEqual([]);
    },
  );

  it.each(FAILURES)(
    'where $step begins to $how holds what happened meanwhile once it is well again',
    async ({ step, how }) => {
      const scene = await watching();
      scene.browser.disk.fail(step, how);
      await scene.run(minutes(6));
      scene.browser.disk.repair();
      await scene.run(minutes(6));
      const shown = [...scene.browser.diary.alerts.keys()].toSorted();
      expect([...scene.browser.disk.rows.alerts.keys()].toSorted()).toEqual(shown);
    },
  );

  it('that is taken away is opened again', async () => {
    const scene = await watching();
    scene.browser.disk.lose('the browser closed the database');
    await scene.run(minutes(5));
    scene.tab.close();
    await scene.run(minutes(3));
    scene.browser.openTab();
    expect(await harmTo(scene)).toEqual([]);
  });

  it('that never opens leaves an app that works in memory', async () => {
    const scene = createScene({ rules: [] });
    scene.browser.disk.fail('open', 'reject');
    const tab = scene.browser.openTab();
    await scene.run(minutes(3));
    expect(tab.last('engineStarted')?.venue).toBe('Binance');
    expect(tab.last('limitationFound')?.limitation).toBe('storage');
    expect(tab.last('connectionChanged')?.connection.state).toBe('CONNECTED');
  });
});

describe('an alert that is still being stored', () => {
  it('when the tab is closed is raised by the next engine', async () => {
    const scene = await watching();
    for (let round = 0; round < 4; round++) {
      await scene.run(minutes(1) - (scene.line.now % minutes(1)) - 10);
      scene.browser.disk.fail('alerts.put', 'hang');
      await scene.run(2_610);
      scene.browser.tabs[0]?.close();
      await scene.run(1_000);
      scene.browser.disk.repair();
      scene.browser.openTab();
    }
    expect(await harmTo(scene)).toEqual([]);
  });
});

describe('a page that rang for alerts which could not be stored', () => {
  it('does not ring for them again', async () => {
    const scene = await watching();
    scene.browser.disk.fail('put', 'reject');
    await scene.run(minutes(1) - (scene.line.now % minutes(1)) + minutes(2) - 100);
    scene.browser.tabs[0]?.crashWorker('told');
    await scene.run(minutes(1));
    const { rings } = scene.browser.diary;
    expect(rings.length).toBeGreaterThan(5);
    expect(rings).toHaveLength(new Set(rings.map(({ id }) => id)).size);
  });
});

describe('alerts that were stored but not rung for', () => {
  // A start takes up the `historySize` alerts with the newest time of creation: an untold one is not
  // among them where more came since, or where the clock was set back.
  it('are made up for by the next engine, also after the clock was set back', async () => {
    // Of all that speak together three are told one by one; the rest waits for a summary.
    const rules = FREQUENT_RULES.flatMap((rule) =>
      [1, 2, 3, 4].map((copy) => ({ ...rule, id: `${rule.id}-${copy}` })),
    );
    const scene = await watching({ rules, settings: { historySize: 10 } });
    await scene.run(minutes(8));
    scene.line.setClock(-3_600_000);
    for (let round = 0; round < 5; round++) {
      await scene.run(minutes(1) - (scene.line.now % minutes(1)) + 5_000);
      scene.browser.tabs[0]?.crashWorker('told');
    }
    expect(await harmTo(scene)).toEqual([]);
  });
});
