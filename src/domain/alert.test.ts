import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAlert } from '../testing/sample-alert.ts';
import { ALERT_STATUSES, alertId, mergeAlerts } from './alert.ts';
import { INTERVALS } from './interval.ts';

const anyAccount = fc
  .record({
    status: fc.constantFrom(...ALERT_STATUSES),
    dismissedAt: fc.option(fc.nat(), { nil: null }),
    announcedAt: fc.option(fc.nat(), { nil: null }),
  })
  .map((changes) => sampleAlert(changes));

const anySignal = fc.record({
  ruleId: fc.string({ minLength: 1 }),
  symbol: fc.stringMatching(/^[A-Z0-9]{1,12}$/),
  interval: fc.constantFrom(...INTERVALS),
  candleOpenTime: fc.nat(),
  side: fc.constantFrom('BUY' as const, 'SELL' as const),
});

describe('alertId', () => {
  it('is the same for the same signal, and for no other', () => {
    fc.assert(
      fc.property(anySignal, anySignal, (a, b) => {
        expect(alertId({ ...a })).toBe(alertId(a));
        const isSame = JSON.stringify(a) === JSON.stringify(b);
        expect(alertId(a) === alertId(b)).toBe(isSame);
      }),
    );
  });

  it('is not fooled by a rule whose id looks like more than one', () => {
    const rest = { interval: '1h', candleOpenTime: 7, side: 'BUY' } as const;
    expect(alertId({ ...rest, ruleId: 'a:B', symbol: 'C' })).not.toBe(
      alertId({ ...rest, ruleId: 'a', symbol: 'BC' }),
    );
  });
});

describe('mergeAlerts', () => {
  it('keeps what is final and the earlier of two times', () => {
    const here = sampleAlert({ status: 'EXPIRED', announcedAt: 9 });
    const there = sampleAlert({ status: 'DISMISSED', dismissedAt: 5, announcedAt: 7 });
    const merged = { ...here, status: 'DISMISSED', dismissedAt: 5, announcedAt: 7 };
    expect(mergeAlerts(here, there)).toEqual(merged);
  });

  it('comes to the same in any order, with accounts repeated and late', () => {
    fc.assert(
      fc.property(anyAccount, anyAccount, anyAccount, (a, b, c) => {
        const merged = mergeAlerts(mergeAlerts(a, b), c);
        expect(mergeAlerts(c, mergeAlerts(b, a))).toEqual(merged);
        expect(mergeAlerts(mergeAlerts(merged, a), b)).toEqual(merged);
        expect(mergeAlerts(a, a)).toEqual(a);
      }),
    );
  });

  it('never makes an alert active again', () => {
    fc.assert(
      fc.property(anyAccount, anyAccount, (a, b) => {
        const isActive = a.status === 'ACTIVE' && b.status === 'ACTIVE';
        expect(mergeAlerts(a, b).status === 'ACTIVE').toBe(isActive);
      }),
    );
  });
});
