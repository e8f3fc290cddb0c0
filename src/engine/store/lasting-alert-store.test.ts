import { describe, expect, it } from 'vitest';
import { createFakeAlertStore } from '../../testing/fake-alert-store.ts';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { createHeldAlerts } from './held-alerts.ts';
import type { IndexedAlertStore } from './indexed-alert-store.ts';
import { createLastingAlertStore } from './lasting-alert-store.ts';

const ALERTS = Array.from({ length: 2_100 }, (_, time) =>
  sampleAlert({ id: `${time}`, createdAt: time }),
);

/** A database whose rows are written by `upsert`, at most so many times and never those refused. */
function createLasting({ refused = '' } = {}) {
  const rows = createFakeAlertStore(ALERTS);
  let upserts = 0;
  const stored: IndexedAlertStore = {
    ...rows,
    async upsert(accounts) {
      upserts++;
      if (accounts.some(({ id }) => id === refused)) {
        throw new DOMException('full', 'QuotaExceededError');
      }
      for (const alert of accounts) rows.rows.set(alert.id, alert);
    },
    trim: () => Promise.resolve(true),
    isEmpty: () => Promise.resolve(false),
  };
  const held = createHeldAlerts();
  const database = {
    isOpen: true,
    run: <T>(work: (a: IndexedAlertStore) => Promise<T>) => work(stored),
  };
  const lasting = createLastingAlertStore({ held, database, onFailure: () => undefined });
  return { rows, held, lasting, upserts: () => upserts };
}

describe('a long history', () => {
  it('is read in parts, to the very number that was asked for', async () => {
    const { lasting, rows } = createLasting();
    const { alerts, older } = await lasting.newest(2_050);
    expect(alerts).toEqual(ALERTS.slice(50).toReversed());
    expect(older).toBe('some');
    expect(rows.calls).toHaveLength(3);
    expect((await lasting.newest(Infinity)).older).toBe('none');
  });
});

describe('many alerts that wait for the database', () => {
  const waiting = Array.from({ length: 1_200 }, (_, index) =>
    sampleAlert({ id: `new-${index}`, createdAt: 5_000 + index }),
  );

  it('are written in parts', async () => {
    const { held, lasting, rows, upserts } = createLasting();
    waiting.forEach(held.hold);
    await lasting.save();
    expect(rows.rows.size).toBe(ALERTS.length + waiting.length);
    expect(held.unsaved()).toEqual([]);
    expect(upserts()).toBe(3);
  });

  it('are all written but the one that is refused', async () => {
    const { held, lasting, rows } = createLasting({ refused: 'new-700' });
    waiting.forEach(held.hold);
    await expect(lasting.save()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(rows.rows.size).toBe(ALERTS.length + waiting.length - 1);
    expect(held.unsaved().map(({ id }) => id)).toEqual(['new-700']);
  });
});
