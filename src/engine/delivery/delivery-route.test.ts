import { describe, expect, it } from 'vitest';
import { deliveryIds } from '../../protocol/delivery.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import { alertDue } from '../../testing/deliveries.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import type { View } from '../view/view.ts';
import { createViews } from '../views.ts';
import { createDeliveryRoute } from './delivery-route.ts';

function setUp() {
  const clock = createFakeClock();
  const views = createViews();
  const route = createDeliveryRoute({ clock, foremost: views.foremost });
  /** `page: id`, and how long the page has. */
  const asked: [string, number][] = [];
  const open = (name: string, isVisible = false): View => {
    const post = (event: EngineEvent): void => {
      if (event.type !== 'deliveryDue') return;
      asked.push([`${name}: ${deliveryIds(event.delivery).join(' ')}`, event.until - clock.now()]);
    };
    const view = { isVisible, post, dispose: () => undefined } as unknown as View;
    views.add(view);
    route.opened();
    return view;
  };
  const close = (view: View): void => {
    views.remove(view);
    route.closed(view);
  };
  const pages = () => asked.map(([page]) => page);
  return { clock, route, open, close, asked, pages };
}

describe('a delivery', () => {
  it('goes to a page that is seen, and once it is confirmed to no other', () => {
    const { clock, route, open, close, asked } = setUp();
    open('hidden');
    const seen = open('seen', true);
    route.deliver(alertDue({ id: 'a' }));
    route.confirm(['a']);
    clock.advance(3_600_000);
    close(seen);
    expect(asked).toEqual([['seen: a', 5_000]]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('waits for a page', () => {
    const { clock, route, open, pages } = setUp();
    route.deliver(alertDue({ id: 'a' }));
    clock.advance(60_000);
    open('first');
    expect(pages()).toEqual(['first: a']);
  });

  it('of a page that goes is handed to another', () => {
    const { route, open, close, pages } = setUp();
    const first = open('first', true);
    open('second');
    route.deliver(alertDue({ id: 'a' }));
    close(first);
    expect(pages()).toEqual(['first: a', 'second: a']);
  });

  it('that a page leaves lying is handed to another a second after its time is over', () => {
    const { clock, route, open, pages } = setUp();
    open('frozen', true);
    open('awake');
    route.deliver(alertDue({ id: 'a' }));
    clock.advance(5_999);
    expect(pages()).toEqual(['frozen: a']);
    clock.advance(1);
    expect(pages()).toEqual(['frozen: a', 'awake: a']);
  });

  it('that the only page leaves lying is asked of it again, and it has twice as long each time', () => {
    const { clock, route, open, asked } = setUp();
    open('slow');
    route.deliver(alertDue({ id: 'a' }));
    clock.advance(24 * 3_600_000);
    expect(asked.slice(0, 3)).toEqual([
      ['slow: a', 5_000],
      ['slow: a', 10_000],
      ['slow: a', 20_000],
    ]);
    expect(asked.length).toBeLessThan(300);
    route.dispose();
    expect(clock.pendingTimers).toBe(0);
  });
});
