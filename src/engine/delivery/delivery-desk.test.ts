import { describe, expect, it } from 'vitest';
import { deliveryIds } from '../../protocol/delivery.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Delivery } from '../../protocol/delivery.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { createDeliveryDesk } from './delivery-desk.ts';

const HOUR = 3_600_000;

function createDesk({ isSure = true } = {}) {
  const clock = createFakeClock();
  const deliveries: Delivery[] = [];
  let sure = isSure;
  const desk = createDeliveryDesk({
    clock,
    deliver: (delivery) => deliveries.push(delivery),
    isSure: () => sure,
  });
  const beSure = (next = true): void => {
    sure = next;
    desk.tell();
  };
  const alert = (id: string, changes: Partial<Alert> = {}) =>
    sampleAlert({ id, createdAt: clock.now(), ...changes });
  /** `a`, `b` for single alerts, `[c d]` for a summary, `late[e]` for a late one. */
  const told = () =>
    deliveries.map((delivery) =>
      delivery.type === 'alert'
        ? delivery.alert.id
        : `${delivery.late ? 'late' : ''}[${deliveryIds(delivery).join(' ')}]`,
    );
  return { clock, desk, deliveries, alert, told, beSure };
}

describe('single alerts', () => {
  it('are told at once, one by one, as they are', () => {
    const { desk, deliveries, alert } = createDesk();
    desk.submit([alert('a')]);
    desk.submit([alert('b'), alert('c')]);
    expect(deliveries).toEqual(['a', 'b', 'c'].map((id) => ({ type: 'alert', alert: alert(id) })));
  });

  it('are told once, however often they are submitted', () => {
    const { clock, desk, alert, told } = createDesk();
    desk.submit([alert('a'), alert('a')]);
    desk.submit([alert('a')]);
    clock.advance(HOUR);
    desk.submit([alert('a')]);
    clock.advance(HOUR);
    expect(told()).toEqual(['a']);
  });

  it('that were announced or dismissed need no telling; an expired one that nobody told of does', () => {
    const { desk, alert, told } = createDesk();
    desk.submit([
      alert('announced', { announcedAt: 1 }),
      alert('dismissed', { status: 'DISMISSED' }),
      alert('expired', { status: 'EXPIRED' }),
    ]);
    expect(told()).toEqual(['expired']);
  });
});

describe('a burst', () => {
  it('is told as three alerts and, ten seconds after the fourth came, one summary', () => {
    const { clock, desk, deliveries, alert, told } = createDesk();
    desk.submit([alert('a'), alert('b'), alert('c')]);
    clock.advance(2_000);
    desk.submit([
      alert('d', { signalType: 'SELL' }),
      alert('e', { symbol: 'ETHUSDT' }),
      alert('f', { symbol: 'ETHUSDT' }),
    ]);
    clock.advance(9_999);
    expect(told()).toEqual(['a', 'b', 'c']);
    clock.advance(1);
    expect(deliveries.slice(3)).toEqual([
      {
        type: 'summary',
        signals: [
          { id: 'd', side: 'SELL', symbol: 'BTCUSDT', time: expect.any(Number) },
          { id: 'e', side: 'BUY', symbol: 'ETHUSDT', time: expect.any(Number) },
          { id: 'f', side: 'BUY', symbol: 'ETHUSDT', time: expect.any(Number) },
        ],
        late: false,
      },
    ]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('that ends with one alert left tells it as itself', () => {
    const { clock, desk, alert, told } = createDesk();
    desk.submit(['a', 'b', 'c', 'd'].map((id) => alert(id)));
    clock.advance(10_000);
    expect(told()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that goes on is told as one summary every ten seconds, and loses none', () => {
    const { clock, desk, deliveries, told, alert } = createDesk();
    for (let index = 0; index < 60; index++) {
      desk.submit([alert(`${index}`)]);
      clock.advance(500);
    }
    clock.advance(10_000);
    const ids = deliveries.flatMap((delivery) => deliveryIds(delivery));
    expect(ids).toEqual(Array.from({ length: 60 }, (_, index) => `${index}`));
    expect(told().length).toBeLessThanOrEqual(12);
  });

  it('that is over lets the next alert be told at once again', () => {
    const { clock, desk, alert, told } = createDesk();
    desk.submit(['a', 'b', 'c'].map((id) => alert(id)));
    clock.advance(10_000);
    desk.submit([alert('d')]);
    expect(told()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('whose waiting alerts are all withdrawn ends in silence', () => {
    const { clock, desk, alert, told } = createDesk();
    desk.submit(['a', 'b', 'c', 'd', 'e'].map((id) => alert(id)));
    desk.withdraw(['d', 'e', 'unknown']);
    clock.advance(HOUR);
    expect(told()).toEqual(['a', 'b', 'c']);
  });
});

describe('late alerts', () => {
  it('are told as one summary, two seconds after the first', () => {
    const { clock, desk, alert, told } = createDesk();
    desk.submit([alert('a', { late: true })]);
    clock.advance(1_999);
    desk.submit([alert('b', { late: true })]);
    expect(told()).toEqual([]);
    clock.advance(1);
    expect(told()).toEqual(['late[a b]']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('do not hold up news, and do not count towards a burst', () => {
    const { clock, desk, alert, told } = createDesk();
    desk.submit(['a', 'b', 'c', 'd'].map((id) => alert(id, { late: true })));
    desk.submit([alert('e'), alert('f')]);
    expect(told()).toEqual(['e', 'f']);
    clock.advance(2_000);
    expect(told()).toEqual(['e', 'f', 'late[a b c d]']);
  });

  it('an alert that nobody told for more than a minute has become late', () => {
    const { clock, desk, alert, told, beSure } = createDesk({ isSure: false });
    desk.submit([alert('old')]);
    clock.advance(1);
    desk.submit([alert('new')]);
    clock.advance(60_000);
    beSure();
    expect(told()).toEqual(['new']);
    clock.advance(2_000);
    expect(told()).toEqual(['new', 'late[old]']);
  });
});

describe('leadership', () => {
  it('a tab that does not lead tells nothing and keeps what is open', () => {
    const { clock, desk, alert, told, beSure } = createDesk({ isSure: false });
    desk.submit(['a', 'b', 'c', 'd', 'e'].map((id) => alert(id)));
    clock.advance(30_000);
    expect(told()).toEqual([]);
    beSure();
    clock.advance(10_000);
    expect(told()).toEqual(['a', 'b', 'c', '[d e]']);
  });

  it('what another tab has told meanwhile is not told again, even when it is submitted again', () => {
    const { clock, desk, alert, told, beSure } = createDesk({ isSure: false });
    desk.submit([alert('a'), alert('b')]);
    desk.withdraw(['a']);
    desk.submit([alert('a')]);
    beSure();
    clock.advance(HOUR);
    expect(told()).toEqual(['b']);
  });

  it('word of an alert that comes after word of its announcement is not told', () => {
    const { desk, alert, told } = createDesk();
    desk.withdraw(['a']);
    desk.submit([alert('a')]);
    expect(told()).toEqual([]);
  });

  it('gained twice, it tells nothing twice', () => {
    const { clock, desk, alert, told, beSure } = createDesk({ isSure: false });
    desk.submit([alert('a'), alert('b', { late: true })]);
    beSure();
    beSure();
    clock.advance(HOUR);
    expect(told()).toEqual(['a', 'late[b]']);
  });
});

describe('a clock that is set', () => {
  it('forward while a burst waits: the rest is told as late, not kept for ever', () => {
    const { clock, desk, alert, told } = createDesk();
    desk.submit(['a', 'b', 'c', 'd', 'e'].map((id) => alert(id)));
    clock.jump(HOUR);
    clock.advance(10_000);
    expect(told()).toEqual(['a', 'b', 'c']);
    clock.advance(2_000);
    expect(told()).toEqual(['a', 'b', 'c', 'late[d e]']);
  });

  it('back while late alerts wait: they are told all the same', () => {
    const { clock, desk, alert, told, beSure } = createDesk({ isSure: false });
    desk.submit([alert('a')]);
    clock.advance(61_000);
    beSure();
    clock.jump(-HOUR);
    clock.advance(2_000);
    expect(told()).toEqual(['a']);
  });

  it('back an hour after a burst: the next alert is not held up by it', () => {
    const { clock, desk, alert, told } = createDesk();
    desk.submit(['a', 'b', 'c'].map((id) => alert(id)));
    clock.jump(-HOUR);
    desk.submit([alert('d')]);
    expect(told()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('disposal', () => {
  it('leaves no timer', () => {
    const { clock, desk, alert } = createDesk();
    desk.submit(['a', 'b', 'c', 'd'].map((id) => alert(id)));
    desk.submit([alert('e', { late: true })]);
    expect(clock.pendingTimers).toBe(2);
    desk.dispose();
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('an alert whose rule wants neither sound nor notification', () => {
  it('is not delivered, and takes nobody’s place', () => {
    const { clock, desk, alert, told } = createDesk();
    const mute = { sound: false, notification: false };
    desk.submit(['a', 'b', 'c', 'd'].map((id) => alert(id, { channels: mute })));
    desk.submit([alert('loud')]);
    clock.advance(HOUR);
    expect(told()).toEqual(['loud']);
  });

  it('that wants one of the two is delivered', () => {
    const { desk, alert, told } = createDesk();
    desk.submit([alert('a', { channels: { sound: false } })]);
    expect(told()).toEqual(['a']);
  });
});
