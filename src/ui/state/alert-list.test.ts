import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { compareAlerts, placeOf, withAlerts } from './alert-list.ts';

const anyAlert = fc
  .record({ number: fc.integer({ min: 0, max: 30 }), isOver: fc.boolean() })
  .map(({ number, isOver }) =>
    sampleAlert({
      id: `alert-${number}`,
      // Some share their moment.
      createdAt: 1_700_000_000_000 + Math.floor(number / 3),
      status: isOver ? 'EXPIRED' : 'ACTIVE',
    }),
  );
const anyAlerts = fc.array(anyAlert, { maxLength: 20 });

describe('a list of alerts', () => {
  it('is newest first and has each alert once, as it came last', () => {
    fc.assert(
      fc.property(fc.array(anyAlerts, { maxLength: 5 }), (parts) => {
        const list = parts.reduce(withAlerts, []);
        const last = new Map(parts.flat().map((alert) => [alert.id, alert]));
        expect(list).toEqual([...last.values()].toSorted(compareAlerts));
      }),
    );
  });

  it('knows the place of each of its alerts', () => {
    fc.assert(
      fc.property(anyAlerts, (alerts) => {
        const list = withAlerts([], alerts);
        expect(list.map((alert) => placeOf(list, alert))).toEqual(list.map((_, index) => index));
      }),
    );
  });

  it('leaves the list that it was given as it was', () => {
    const list = withAlerts([], [sampleAlert({ id: 'a' })]);
    withAlerts(list, [sampleAlert({ id: 'b' }), sampleAlert({ id: 'a', status: 'EXPIRED' })]);
    expect(list.map(({ id, status }) => [id, status])).toEqual([['a', 'ACTIVE']]);
  });
});
