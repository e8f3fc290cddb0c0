import { describe, expect, it } from 'vitest';
import type { Delivery } from '../protocol/delivery.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { alertDue, summaryOf } from '../testing/deliveries.ts';
import { createDeliver, REMEMBERED } from './deliver.ts';
import type { NotifyOutcome } from './notify/notifier.ts';
import type { RingOutcome } from './sound/bell.ts';

function setUp(ring: RingOutcome = 'rung', outcome: NotifyOutcome | 'pending' = { type: 'shown' }) {
  const rung: Delivery[] = [];
  const notified: { delivery: Delivery; silent: boolean }[] = [];
  const confirmed: (readonly string[])[] = [];
  const clock = createFakeClock();
  const deliver = createDeliver({
    now: clock.now,
    bell: {
      ring: (delivery) => {
        rung.push(delivery);
        return ring;
      },
    },
    notifier: {
      notify: (delivery, { silent }) => {
        notified.push({ delivery, silent });
        return outcome === 'pending' ? new Promise(() => undefined) : Promise.resolve(outcome);
      },
    },
    confirm: (ids) => void confirmed.push(ids),
  });
  return {
    /** Has `ms` left. */
    deliver: (delivery: Delivery, ms = 5_000) => deliver(delivery, clock.now() + ms),
    rung,
    notified,
    confirmed,
  };
}

describe('a delivery', () => {
  it('rings, notifies, counts and is confirmed', () => {
    const { deliver, rung, notified, confirmed } = setUp();
    deliver(alertDue({ id: 'a' }));
    expect(rung).toHaveLength(1);
    expect(notified).toHaveLength(1);
    expect(confirmed).toEqual([['a']]);
  });

  it('tells in the ways that its rule wants', () => {
    const noSound = setUp();
    noSound.deliver(alertDue({ id: 'a', channels: { sound: false } }));
    expect(noSound.rung).toHaveLength(0);
    expect(noSound.notified).toMatchObject([{ silent: true }]);
    const noNotification = setUp();
    noNotification.deliver(alertDue({ id: 'a', channels: { notification: false } }));
    expect(noNotification.rung).toHaveLength(1);
    expect(noNotification.notified).toHaveLength(0);
    expect(noNotification.confirmed).toEqual([['a']]);
  });

  it('told twice rings once and is confirmed twice', () => {
    const { deliver, rung, notified, confirmed } = setUp();
    deliver(alertDue({ id: 'a' }));
    deliver(alertDue({ id: 'a' }));
    expect(rung).toHaveLength(1);
    expect(notified).toHaveLength(1);
    expect(confirmed).toEqual([['a'], ['a']]);
  });

  it('of a summary of alerts that were all told rings no more', () => {
    const { deliver, rung, confirmed } = setUp();
    deliver(summaryOf('a', 'b'));
    deliver(summaryOf('b', 'a'));
    deliver(alertDue({ id: 'b' }));
    expect(rung).toHaveLength(1);
    expect(confirmed).toHaveLength(3);
  });

  it('of a summary with one new alert rings for that one alone, and confirms all', () => {
    const { deliver, rung, confirmed } = setUp();
    deliver(alertDue({ id: 'a' }));
    deliver(summaryOf('a', 'b'));
    expect(rung[1]).toEqual(summaryOf('b'));
    expect(confirmed[1]).toEqual(['a', 'b']);
  });

  it.each<[RingOutcome, boolean]>([
    ['rung', true],
    ['blocked', false],
    ['off', false],
    ['silent', false],
    ['unsupported', false],
  ])('whose sound is %s has a silent notification: %s', (ring, silent) => {
    const { deliver, notified } = setUp(ring);
    deliver(alertDue());
    expect(notified[0]?.silent).toBe(silent);
  });

  it('is confirmed although its notification failed', () => {
    const { deliver, confirmed } = setUp('off', { type: 'failed', reason: 'no' });
    deliver(alertDue({ id: 'a' }));
    expect(confirmed).toEqual([['a']]);
  });

  it('is confirmed though the browser keeps its notification waiting', () => {
    const { deliver, confirmed } = setUp('rung', 'pending');
    deliver(alertDue({ id: 'a' }));
    expect(confirmed).toEqual([['a']]);
  });

  it('whose time was over before the page came to it is left to others, and asked for again rings', () => {
    const { deliver, rung, notified, confirmed } = setUp();
    deliver(alertDue({ id: 'a' }), 0);
    expect({ rung, notified, confirmed }).toEqual({ rung: [], notified: [], confirmed: [] });
    deliver(alertDue({ id: 'a' }));
    expect(rung).toHaveLength(1);
  });

  it('that was asked before the clock was set back is left to others as well', () => {
    const { deliver, rung, confirmed } = setUp();
    deliver(alertDue({ id: 'a' }), 3_600_000);
    expect([rung, confirmed]).toEqual([[], []]);
  });

  it('is forgotten only after many others', () => {
    const { deliver, rung } = setUp();
    deliver(alertDue({ id: 'a' }));
    const many = Array.from({ length: REMEMBERED }, (_, index) => `n${index}`);
    deliver(summaryOf(...many.slice(1)));
    deliver(alertDue({ id: 'a' }));
    expect(rung).toHaveLength(2);
    deliver(summaryOf(...many.slice(0, 1), 'z'));
    deliver(alertDue({ id: 'a' }));
    expect(rung).toHaveLength(4);
  });
});
