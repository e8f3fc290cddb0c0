import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFakeClock, settle } from '../../testing/fake-clock.ts';
import { createAttemptLedger } from './attempt-ledger.ts';
import type { AttemptStore } from './attempt-ledger.ts';

function createStore(initial: readonly number[] = []): AttemptStore & { times: readonly number[] } {
  const store = {
    times: initial,
    load: () => Promise.resolve(store.times),
    save: (times: readonly number[]) => {
      store.times = times;
      return Promise.resolve();
    },
  };
  return store;
}

function setUp(options: { limit?: number; store?: AttemptStore } = {}) {
  const clock = createFakeClock();
  const errors: unknown[] = [];
  const store = options.store ?? createStore();
  const create = () =>
    createAttemptLedger({
      clock,
      store,
      reportError: (error) => void errors.push(error),
      ...(options.limit === undefined ? {} : { limit: options.limit }),
    });
  return { clock, errors, store, create };
}

describe('the attempt ledger', () => {
  test('admits attempts up to the limit and tells how long to wait then', () => {
    const { clock, create } = setUp({ limit: 3 });
    const ledger = create();
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(ledger.waitMs()).toBe(0);
      ledger.record();
      clock.advance(1000);
    }
    expect(ledger.waitMs()).toBe(297_000);
    clock.advance(297_000);
    expect(ledger.waitMs()).toBe(0);
  });

  test('keeps a margin below the 300 of the exchange', () => {
    const ledger = setUp().create();
    for (let attempt = 0; attempt < 280; attempt++) ledger.record();
    expect(ledger.waitMs()).toBe(300_000);
  });

  test('counts attempts made before a reload', async () => {
    const { create } = setUp({ limit: 2 });
    const before = create();
    before.record();
    before.record();
    await settle();
    const after = create();
    expect(after.waitMs()).toBe(0);
    await after.load();
    expect(after.waitMs()).toBe(300_000);
  });

  test('counts attempts made while it was still loading', async () => {
    const { clock, create } = setUp({ limit: 3, store: createStore() });
    const ledger = create();
    const loading = ledger.load();
    ledger.record();
    await loading;
    expect(ledger.count).toBe(1);
    expect(clock.now()).toBeGreaterThan(0);
  });

  test('treats a time in the future as now: the clock was set back', async () => {
    const { clock, create } = setUp({
      limit: 1,
      store: createStore([1_700_000_000_000 + 3_600_000]),
    });
    const ledger = create();
    await ledger.load();
    expect(ledger.waitMs()).toBe(300_000);
    clock.advance(300_000);
    expect(ledger.waitMs()).toBe(0);
  });

  test('works in memory when storage fails, and reports that once', async () => {
    const failing: AttemptStore = {
      load: () => Promise.reject(new Error('no storage')),
      save: () => {
        throw new Error('no storage');
      },
    };
    const { errors, create } = setUp({ limit: 2, store: failing });
    const ledger = create();
    await ledger.load();
    ledger.record();
    ledger.record();
    await settle();
    expect(ledger.waitMs()).toBe(300_000);
    expect(errors).toHaveLength(1);
  });

  test('does not wait for storage that never answers', async () => {
    const hanging: AttemptStore = {
      load: () => new Promise(() => {}),
      save: () => Promise.resolve(),
    };
    const { clock, create } = setUp({ store: hanging });
    let isLoaded = false;
    void create()
      .load()
      .then(() => (isLoaded = true));
    await clock.advanceAsync(999);
    expect(isLoaded).toBe(false);
    await clock.advanceAsync(1);
    expect(isLoaded).toBe(true);
  });

  test('ignores stored rubbish', async () => {
    const store = createStore([Number.NaN, 'yesterday', null] as unknown as number[]);
    const ledger = setUp({ store }).create();
    await ledger.load();
    expect(ledger.count).toBe(0);
  });

  test('never admits more than the limit in any window', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { maxLength: 120 }), (pauses) => {
        const { clock, create } = setUp({ limit: 5 });
        const ledger = create();
        const admitted: number[] = [];
        for (const pause of pauses) {
          clock.advance(pause);
          if (ledger.waitMs() > 0) continue;
          ledger.record();
          admitted.push(clock.now());
        }
        for (const time of admitted) {
          const inWindow = admitted.filter((other) => other > time - 300_000 && other <= time);
          expect(inWindow.length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
});
