import { describe, expect, it } from 'vitest';
import { CHECK_INTERVAL_MS, createUpdates, POSTPONE_MS } from './updates.ts';
import type { WorkerRegistrar } from './updates.ts';

async function setUp({
  isControlled = true,
  ...given
}: Partial<WorkerRegistrar> & { isControlled?: boolean } = {}) {
  const listeners = new Map<string, () => void>();
  const calls: string[] = [];
  const hourly: (() => void)[] = [];
  const clock = { now: 0 };
  const updates = createUpdates({
    openRegistrar: async () => ({
      register: async () => calls.push('register'),
      update: async () => void calls.push('update'),
      messageSkipWaiting: () => void calls.push('skipWaiting'),
      addEventListener: (type, listener) => void listeners.set(type, listener),
      ...given,
    }),
    missing: null,
    isControlled,
    reload: () => void calls.push('reload'),
    now: () => clock.now,
    every: (intervalMs, act) => {
      expect(intervalMs).toBe(CHECK_INTERVAL_MS);
      hourly.push(act);
    },
  });
  const tick = async (): Promise<void> => {
    for (const act of hourly) act();
    await Promise.resolve();
    await Promise.resolve();
  };
  await updates.start();
  return { updates, calls, clock, tick, hourly, fire: (type: string) => listeners.get(type)?.() };
}

describe('a new version', () => {
  it('waits for the user', async () => {
    const { updates, calls, fire } = await setUp();
    expect(updates.isReady.value).toBe(false);
    fire('waiting');
    expect(updates.isReady.value).toBe(true);
    expect(calls).toEqual(['register']);
  });

  it('takes over and reloads once the user says so', async () => {
    const { updates, calls, fire } = await setUp();
    fire('waiting');
    updates.accept();
    expect(calls).toEqual(['register', 'skipWaiting']);
    fire('controlling');
    expect(calls).toEqual(['register', 'skipWaiting', 'reload']);
  });

  it('that another tab let in is announced, and reloads nothing by itself', async () => {
    const { updates, calls, fire } = await setUp();
    fire('controlling');
    expect(updates.isReady.value).toBe(true);
    expect(calls).toEqual(['register']);
    updates.accept();
    expect(calls).toEqual(['register', 'reload']);
  });

  it('is not what the first worker of a first visit brings', async () => {
    const { updates, fire } = await setUp({ isControlled: false });
    fire('controlling');
    expect(updates.isReady.value).toBe(false);
    fire('controlling');
    expect(updates.isReady.value).toBe(true);
  });

  it('that vanished while waiting is reached by a second click', async () => {
    const { updates, calls, fire } = await setUp();
    fire('waiting');
    updates.accept();
    updates.accept();
    expect(calls).toEqual(['register', 'skipWaiting', 'reload']);
  });

  it('put off is offered again after a day, not before', async () => {
    const { updates, clock, fire, tick } = await setUp();
    fire('waiting');
    updates.postpone();
    clock.now = POSTPONE_MS - 1;
    await tick();
    expect(updates.isReady.value).toBe(false);
    clock.now = POSTPONE_MS;
    await tick();
    expect(updates.isReady.value).toBe(true);
  });
});

describe('checking for a new version', () => {
  it('happens every hour', async () => {
    const { calls, tick } = await setUp();
    await tick();
    await tick();
    expect(calls).toEqual(['register', 'update', 'update']);
  });

  it('that fails is a value, and the next one goes on', async () => {
    let isOffline = true;
    const { updates, tick } = await setUp({
      update: () => (isOffline ? Promise.reject(new Error('offline')) : Promise.resolve()),
    });
    await tick();
    expect(updates.checkFailure.value).toContain('offline');
    isOffline = false;
    await tick();
    expect(updates.checkFailure.value).toBeNull();
  });
});

describe('without a service worker', () => {
  it('the reason is said and the app goes on', async () => {
    const updates = createUpdates({
      openRegistrar: null,
      missing: 'not secure',
      isControlled: false,
      reload: () => expect.unreachable(),
      now: () => 0,
      every: () => expect.unreachable(),
    });
    await updates.start();
    expect(updates.missing.value).toBe('not secure');
  });

  it('a registration that fails is a value, and nothing is checked', async () => {
    const { updates, hourly } = await setUp({
      register: () => Promise.reject(new Error('SecurityError')),
    });
    expect(updates.missing.value).toContain('SecurityError');
    expect(hourly).toEqual([]);
  });

  it('what registers it that cannot be fetched is a value too', async () => {
    const updates = createUpdates({
      openRegistrar: () => Promise.reject(new TypeError('not fetched')),
      missing: null,
      isControlled: false,
      reload: () => expect.unreachable(),
      now: () => 0,
      every: () => expect.unreachable(),
    });
    await updates.start();
    expect(updates.missing.value).toContain('not fetched');
    updates.accept();
  });
});
