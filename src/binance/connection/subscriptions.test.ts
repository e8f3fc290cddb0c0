import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import type { Reply } from './frame.ts';
import { createSubscriptions } from './subscriptions.ts';

interface Sent {
  readonly method: string;
  readonly params: readonly string[];
  readonly id: number;
  readonly at: number;
}

function setUp() {
  const clock = createFakeClock();
  const start = clock.now();
  const sent: Sent[] = [];
  const acknowledged: string[] = [];
  const lost: string[] = [];
  const hooks = { onSend: (_message: Sent) => {} };
  const subscriptions = createSubscriptions({
    clock,
    random: () => 0.5,
    send(text) {
      const { method, params = [], id } = JSON.parse(text) as Sent;
      const message = { method, params, id, at: clock.now() - start };
      sent.push(message);
      hooks.onSend(message);
    },
    handlers: {
      onAcknowledged: (streams) => acknowledged.push(...streams),
      onRemoved: () => {},
      onLost: (streams) => lost.push(...streams),
      onChange: () => {},
    },
  });
  const reply = (id: number | null, error: string | null = null, list: string[] | null = null) =>
    subscriptions.onReply({ type: 'reply', id, error, list } satisfies Reply);
  const acknowledgeAfter = (delayMs: number) => {
    hooks.onSend = ({ id }) => void clock.setTimer(() => reply(id), delayMs);
  };
  return { clock, sent, acknowledged, lost, hooks, subscriptions, reply, acknowledgeAfter };
}

const names = (count: number, prefix = 's'): Set<string> =>
  new Set(Array.from({ length: count }, (_, index) => `${prefix}${index}@trade`));

describe('subscriptions', () => {
  test('send nothing before the link is open, then all in one message', () => {
    const { subscriptions, sent } = setUp();
    subscriptions.setStreams(new Set(['a@trade', 'b@ticker']));
    expect(sent).toEqual([]);
    subscriptions.start();
    expect(sent).toEqual([{ method: 'SUBSCRIBE', params: ['a@trade', 'b@ticker'], id: 1, at: 0 }]);
  });

  test('count a stream only when acknowledged', () => {
    const { subscriptions, reply, acknowledged } = setUp();
    subscriptions.setStreams(names(3));
    subscriptions.start();
    expect(subscriptions.acknowledged).toBe(0);
    expect(subscriptions.isSettled).toBe(false);
    reply(1);
    expect(subscriptions.acknowledged).toBe(3);
    expect(subscriptions.isSettled).toBe(true);
    expect(acknowledged).toHaveLength(3);
  });

  test('go out in batches of at most 200, one at a time, 260 ms after each answer', () => {
    const { clock, subscriptions, sent, acknowledgeAfter } = setUp();
    acknowledgeAfter(40);
    subscriptions.setStreams(names(1024));
    subscriptions.start();
    clock.advance(5000);
    expect(sent.map(({ params }) => params.length)).toEqual([200, 200, 200, 200, 200, 24]);
    expect(sent.map(({ at }) => at)).toEqual([0, 300, 600, 900, 1200, 1500]);
    expect(subscriptions.acknowledged).toBe(1024);
  });

  test('remove before they add, and never hold more than 1,024', () => {
    const { clock, subscriptions, sent, acknowledgeAfter } = setUp();
    acknowledgeAfter(10);
    subscriptions.setStreams(names(1024));
    subscriptions.start();
    clock.advance(5000);
    const before = sent.length;
    subscriptions.setStreams(names(1024, 't'));
    clock.advance(20_000);
    let held = 1024;
    for (const { method, params } of sent.slice(before)) {
      held += method === 'SUBSCRIBE' ? params.length : -params.length;
      expect(held).toBeLessThanOrEqual(1024);
    }
    expect(subscriptions.acknowledged).toBe(1024);
  });

  test('a stream taken back while it is being asked for is removed afterwards', () => {
    const { clock, subscriptions, sent, acknowledgeAfter } = setUp();
    acknowledgeAfter(10);
    subscriptions.setStreams(new Set(['a@trade']));
    subscriptions.start();
    subscriptions.setStreams(new Set());
    clock.advance(2000);
    expect(sent.map(({ method }) => method)).toEqual(['SUBSCRIBE', 'UNSUBSCRIBE']);
  });

  test('an unanswered message is sent again after 5 s', () => {
    const { clock, subscriptions, sent, reply } = setUp();
    subscriptions.setStreams(new Set(['a@trade']));
    subscriptions.start();
    clock.advance(5000);
    expect(sent).toHaveLength(1);
    clock.advance(1000);
    expect(sent.map(({ id }) => id)).toEqual([1, 2]);
    reply(2);
    expect(subscriptions.acknowledged).toBe(1);
  });

  test('an answer that comes late still counts', () => {
    const { clock, subscriptions, sent, reply } = setUp();
    subscriptions.setStreams(new Set(['a@trade']));
    subscriptions.start();
    clock.advance(5100);
    reply(1);
    expect(subscriptions.acknowledged).toBe(1);
    clock.advance(20_000);
    expect(sent).toHaveLength(1);
  });

  test('a refusal that comes late is not counted twice', () => {
    const { clock, subscriptions, reply, sent } = setUp();
    subscriptions.setStreams(names(200));
    subscriptions.start();
    clock.advance(5100);
    reply(1, 'too late');
    clock.advance(5000);
    expect(sent.map(({ params }) => params.length)).toEqual([200, 200]);
  });

  test('an error without an id means the message that waits', () => {
    const { clock, subscriptions, sent, reply } = setUp();
    subscriptions.setStreams(new Set(['a@trade']));
    subscriptions.start();
    reply(null, 'Invalid JSON');
    clock.advance(1000);
    expect(sent).toHaveLength(2);
  });

  test('answers to nothing change nothing', () => {
    const { subscriptions, reply } = setUp();
    subscriptions.setStreams(new Set(['a@trade']));
    subscriptions.start();
    reply(99);
    reply(99, 'error');
    expect(subscriptions.acknowledged).toBe(0);
    expect(subscriptions.failedStreams()).toEqual([]);
  });

  test('one bad name among hundreds is found, reported as failed, and harms no other', () => {
    const { clock, subscriptions, hooks, reply, sent } = setUp();
    hooks.onSend = ({ id, params }) =>
      void clock.setTimer(() => reply(id, params.includes('s77@trade') ? 'bad' : null), 20);
    subscriptions.setStreams(names(300));
    subscriptions.start();
    clock.advance(60_000);
    expect(subscriptions.acknowledged).toBe(299);
    expect(subscriptions.failedStreams()).toEqual(['s77@trade']);
    expect(subscriptions.isSettled).toBe(true);
    expect(sent.length).toBeLessThan(40);
  });

  test('a failed stream is tried again every 5 minutes', () => {
    const { clock, subscriptions, hooks, reply, sent } = setUp();
    let isBad = true;
    hooks.onSend = ({ id }) => void clock.setTimer(() => reply(id, isBad ? 'bad' : null), 20);
    subscriptions.setStreams(new Set(['a@trade']));
    subscriptions.start();
    clock.advance(60_000);
    expect(subscriptions.failedStreams()).toEqual(['a@trade']);
    const tries = sent.length;
    clock.advance(240_000);
    expect(sent).toHaveLength(tries);
    isBad = false;
    clock.advance(120_000);
    expect(subscriptions.failedStreams()).toEqual([]);
    expect(subscriptions.acknowledged).toBe(1);
  });

  test('a server that never answers is asked again and again, and the streams are shown as failed', () => {
    const { clock, subscriptions } = setUp();
    subscriptions.setStreams(names(2));
    subscriptions.start();
    clock.advance(120_000);
    expect(subscriptions.failedStreams()).toHaveLength(2);
  });

  test('the list of the server mends what it has forgotten and what it has too much', () => {
    const { clock, subscriptions, hooks, reply, sent, lost } = setUp();
    subscriptions.setStreams(new Set(['a@trade', 'b@trade']));
    subscriptions.start();
    reply(1);
    clock.advance(1000);
    subscriptions.verify();
    expect(sent.at(-1)).toMatchObject({ method: 'LIST_SUBSCRIPTIONS', params: [] });
    hooks.onSend = ({ id }) => void clock.setTimer(() => reply(id), 10);
    reply(2, null, ['a@trade', 'stray@trade']);
    expect(lost).toEqual(['b@trade']);
    clock.advance(2000);
    expect(sent.slice(2).map(({ method, params }) => [method, ...params])).toEqual([
      ['UNSUBSCRIBE', 'stray@trade'],
      ['SUBSCRIBE', 'b@trade'],
    ]);
    expect(subscriptions.acknowledged).toBe(2);
  });

  test('a stream that is renewed is removed and added again, and counts meanwhile as absent', () => {
    const { clock, subscriptions, sent, acknowledgeAfter, acknowledged } = setUp();
    acknowledgeAfter(10);
    subscriptions.setStreams(new Set(['a@trade', 'b@trade']));
    subscriptions.start();
    clock.advance(1000);
    subscriptions.renew(['b@trade', 'unknown@trade']);
    expect(subscriptions.isSettled).toBe(false);
    clock.advance(1000);
    expect(sent.slice(1).map(({ method, params }) => [method, ...params])).toEqual([
      ['UNSUBSCRIBE', 'b@trade'],
      ['SUBSCRIBE', 'b@trade'],
    ]);
    expect(acknowledged).toEqual(['a@trade', 'b@trade', 'b@trade']);
    expect(subscriptions).toMatchObject({ isSettled: true, acknowledged: 2 });
  });

  test('a removal for renewal that gets no answer is tried again before anything is added', () => {
    const { clock, subscriptions, sent, hooks, reply } = setUp();
    subscriptions.setStreams(new Set(['a@trade']));
    subscriptions.start();
    reply(1);
    clock.advance(1000);
    subscriptions.renew(['a@trade']);
    clock.advance(5000);
    hooks.onSend = ({ id }) => void clock.setTimer(() => reply(id), 10);
    clock.advance(5000);
    expect(sent.slice(1).map(({ method }) => method)).toEqual([
      'UNSUBSCRIBE',
      'UNSUBSCRIBE',
      'SUBSCRIBE',
    ]);
  });

  test('nothing is sent and no timer runs after stop', () => {
    const { clock, subscriptions, sent, reply } = setUp();
    subscriptions.setStreams(names(500));
    subscriptions.start();
    reply(1, 'bad');
    subscriptions.stop();
    subscriptions.setStreams(names(3));
    clock.advance(600_000);
    expect(sent).toHaveLength(1);
    expect(clock.pendingTimers).toBe(0);
  });

  const step = fc.record({
    streams: fc.uniqueArray(fc.nat(400), { maxLength: 60 }),
    pauseMs: fc.nat(700),
    clockSetBy: fc.constantFrom(0, 0, 0, 3_600_000, -3_600_000),
    verifies: fc.boolean(),
    renewed: fc.uniqueArray(fc.nat(400), { maxLength: 30 }),
  });
  const fate = fc.constantFrom(
    'acknowledge',
    'acknowledge',
    'acknowledge',
    'lose',
    'refuse',
    'late',
  );

  test('never more than 4 messages in a second, whatever is wished for, and the wish comes true', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.array(fate, { maxLength: 40 }),
        (steps, fates) => {
          const { clock, subscriptions, sent, hooks, reply } = setUp();
          const server = new Set<string>();
          const sentAt: number[] = [];
          let elapsed = 0;
          const advance = (ms: number): void => {
            for (let done = 0; done < ms; done += 10) {
              clock.advance(10);
              elapsed += 10;
            }
          };
          hooks.onSend = ({ id, method, params }) => {
            sentAt.push(elapsed);
            const what = fates[sent.length - 1] ?? 'acknowledge';
            if (what === 'refuse') return void clock.setTimer(() => reply(id, 'no'), 30);
            for (const name of params ?? []) {
              if (method === 'SUBSCRIBE') server.add(name);
              else server.delete(name);
            }
            const list = method === 'LIST_SUBSCRIPTIONS' ? [...server] : null;
            const answer = () => reply(id, null, list);
            if (what !== 'lose') clock.setTimer(answer, what === 'late' ? 5500 : 30);
          };
          subscriptions.start();
          let desired = new Set<string>();
          for (const { streams, pauseMs, clockSetBy, verifies, renewed } of steps) {
            desired = new Set(streams.map((index) => `s${index}@trade`));
            subscriptions.setStreams(desired);
            subscriptions.renew(renewed.map((index) => `s${index}@trade`));
            if (verifies) subscriptions.verify();
            clock.jump(clockSetBy);
            advance(pauseMs);
          }
          advance(400_000);
          for (const [index, time] of sentAt.entries()) {
            expect((sentAt[index + 4] ?? Infinity) - time).toBeGreaterThanOrEqual(1000);
          }
          expect([...server].toSorted()).toEqual([...desired].toSorted());
          expect(subscriptions.acknowledged).toBe(desired.size);
        },
      ),
      { numRuns: 40 },
    );
  });
});
