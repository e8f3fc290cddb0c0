import { describe, expect, it } from 'vitest';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { createHeldAlerts } from './held-alerts.ts';

const ALERT = sampleAlert();
const DISMISSED = { status: 'DISMISSED', dismissedAt: 7 } as const;

describe('alerts held for the database', () => {
  it('are as they have become: changes that came before and after the alert itself', () => {
    const held = createHeldAlerts();
    expect(held.holdChange([ALERT.id], { announcedAt: 5 })).toEqual([]);
    held.hold(ALERT);
    expect(held.holdChange([ALERT.id], DISMISSED)).toEqual([
      { ...ALERT, ...DISMISSED, announcedAt: 5 },
    ]);
    expect(held.get(ALERT.id)).toEqual({ ...ALERT, ...DISMISSED, announcedAt: 5 });
    expect(held.unsaved()).toHaveLength(1);
  });

  it('that change while they are written are written again', () => {
    const held = createHeldAlerts();
    held.hold(ALERT);
    const written = held.unsaved();
    held.holdChange([ALERT.id], DISMISSED);
    held.noteSaved(written);
    expect(held.unsaved()).toMatchObject([{ alert: DISMISSED }]);
    held.noteSaved(held.unsaved());
    expect(held.unsaved()).toEqual([]);
    expect(held.get(ALERT.id)).toMatchObject(DISMISSED);
  });

  it('that are stored are kept for a new database, the newest thousand of them', () => {
    const held = createHeldAlerts();
    for (let time = 0; time < 1_100; time++) {
      held.remember(sampleAlert({ id: `${time}`, createdAt: time }));
    }
    expect(held.unsaved()).toEqual([]);
    held.holdAll();
    const ids = held.unsaved().map(({ id }) => id);
    expect([ids.length, ids[0]]).toEqual([1_000, '100']);
  });

  it('a change to one that is not known is shown on the row that the database answers', () => {
    const held = createHeldAlerts();
    held.holdChange([ALERT.id], { announcedAt: 5 });
    held.holdChange([ALERT.id], DISMISSED);
    const page = { alerts: [ALERT], faults: [], older: 'none' } as const;
    expect(held.complete(page, 10, Infinity, {}).alerts).toEqual([
      { ...ALERT, ...DISMISSED, announcedAt: 5 },
    ]);
    expect(held.unsaved()).toEqual([
      { id: ALERT.id, alert: undefined, changes: [{ announcedAt: 5 }, DISMISSED] },
    ]);
  });
});
