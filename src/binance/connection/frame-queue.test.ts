import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createFrameQueue } from './frame-queue.ts';

function setUp(size = 1000, atOnce = 1) {
  const clock = createFakeClock();
  const delivered: { stream: string; text: string; at: number }[] = [];
  const hooks = { onFrame: (_stream: string, _text: string) => {} };
  const queue = createFrameQueue({
    clock,
    size,
    atOnce,
    onFrame(stream, text) {
      delivered.push({ stream, text, at: clock.now() });
      hooks.onFrame(stream, text);
    },
  });
  const start = clock.now();
  const push = (stream: string, text: string): void => queue.push(stream, text, clock.now());
  const texts = (): string[] => delivered.map(({ text }) => text);
  return { clock, queue, delivered, push, texts, start, hooks };
}

describe('the frame queue', () => {
  test('hands on the first frame after idle at once', () => {
    const { push, texts } = setUp();
    push('a@trade', '1');
    expect(texts()).toEqual(['1']);
  });

  test('hands on the frames of the next 4 ms together, in order', () => {
    const { clock, push, delivered, start } = setUp();
    push('a@trade', '1');
    clock.advance(1);
    push('b@ticker', '2');
    push('a@kline_1m', '3 "x":true');
    push('a@trade', '4');
    expect(delivered).toHaveLength(1);
    clock.advance(3);
    expect(delivered.map(({ at }) => at - start)).toEqual([0, 4, 4, 4]);
    expect(delivered.map(({ text }) => text[0])).toEqual(['1', '2', '3', '4']);
  });

  test('hands on the first few of a window at once, then the others together', () => {
    const { clock, push, delivered, start } = setUp(1000, 3);
    for (let ms = 0; ms < 4; ms++) {
      push('a@trade', String(2 * ms));
      push('a@trade', String(2 * ms + 1));
      clock.advance(1);
    }
    expect(delivered.map(({ at }) => at - start)).toEqual([0, 0, 1, 4, 4, 4, 4, 4]);
    expect(delivered.map(({ text }) => Number(text))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('nothing wakes it after frames that were handed on at once', () => {
    const { clock, push, texts } = setUp(1000, 2);
    push('a@trade', '1');
    clock.advance(3);
    push('a@trade', '2');
    expect(clock.pendingTimers).toBe(0);
    clock.advance(1);
    push('a@trade', '3');
    expect(texts()).toEqual(['1', '2', '3']);
    expect(clock.pendingTimers).toBe(0);
  });

  test('no frame waits longer than a window when the clock is set back', () => {
    const { clock, push, texts } = setUp();
    push('a@trade', '1');
    push('a@trade', '2');
    clock.jump(-3_600_000);
    clock.advance(4);
    expect(texts()).toEqual(['1', '2']);
    push('a@trade', '3');
    push('a@trade', '4');
    clock.jump(-3_600_000);
    push('a@trade', '5');
    clock.advance(4);
    expect(texts()).toEqual(['1', '2', '3', '4', '5']);
  });

  test('a frame never overtakes one that waits', () => {
    const { clock, push, texts, hooks } = setUp(1000, 3);
    hooks.onFrame = (_, text) => {
      if (text === '1') push('a@trade', '2');
    };
    push('a@trade', '1');
    push('a@trade', '3');
    clock.advance(4);
    expect(texts()).toEqual(['1', '2', '3']);
  });

  test('is idle again after a window without frames', () => {
    const { clock, push, texts } = setUp();
    push('a@trade', '1');
    push('a@trade', '2');
    clock.advance(8);
    expect(clock.pendingTimers).toBe(0);
    push('a@trade', '3');
    expect(texts()).toEqual(['1', '2', '3']);
  });

  test('a steady flow is handed on once per window', () => {
    const { clock, push, delivered } = setUp();
    for (let ms = 0; ms < 40; ms++) {
      push('a@trade', String(ms));
      clock.advance(1);
    }
    clock.advance(4);
    expect(delivered).toHaveLength(40);
    expect(new Set(delivered.map(({ at }) => at)).size).toBe(11);
  });

  test('works in slices when handling takes long, so that other timers run between', () => {
    const { clock, push, hooks, delivered, queue } = setUp();
    hooks.onFrame = () => clock.jump(1);
    for (let index = 0; index < 200; index++) push('a@trade', String(index));
    let seenBetween = -1;
    // The first frame, handed on at once, took a millisecond of the window.
    clock.setTimer(() => (seenBetween = delivered.length), 3);
    clock.advance(3);
    expect(seenBetween).toBeGreaterThan(1);
    expect(seenBetween).toBeLessThan(200);
    expect(queue.depth).toBe(0);
    expect(delivered).toHaveLength(200);
  });

  test('a handler that throws loses its own frame only', () => {
    const { clock, push, texts, hooks } = setUp();
    hooks.onFrame = (_stream, text) => {
      if (text === '2') throw new Error('broken');
    };
    push('a@trade', '1');
    push('a@trade', '2');
    push('a@trade', '3');
    expect(() => clock.advance(4)).toThrow('broken');
    clock.advance(4);
    expect(texts()).toEqual(['1', '2', '3']);
  });

  test('a frame pushed by the handler waits its turn', () => {
    const { clock, push, texts, hooks } = setUp();
    hooks.onFrame = (_stream, text) => {
      if (text === '1') push('a@trade', '2');
    };
    push('a@trade', '1');
    expect(texts()).toEqual(['1']);
    clock.advance(4);
    expect(texts()).toEqual(['1', '2']);
  });

  test('a frame pushed while others are handed on goes with them, and nothing wakes it again', () => {
    const { clock, push, texts, hooks } = setUp();
    hooks.onFrame = (_stream, text) => {
      if (text === '2') push('a@trade', '3');
    };
    push('a@trade', '1');
    push('a@trade', '2');
    clock.advance(4);
    expect(texts()).toEqual(['1', '2', '3']);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('the full frame queue', () => {
  test('first conflates states to the newest of each stream', () => {
    const { clock, queue, push, texts } = setUp(4);
    push('first@trade', 'first');
    push('a@ticker', 'a1');
    push('a@trade', 't1');
    push('b@bookTicker', 'b1');
    push('a@ticker', 'a2');
    push('b@bookTicker', 'b2');
    expect(queue.depth).toBe(3);
    clock.advance(4);
    expect(texts()).toEqual(['first', 't1', 'a2', 'b2']);
    expect(queue.drops()).toMatchObject({ ticker: 1, bookTicker: 1, trade: 0 });
  });

  test('then drops the oldest trades', () => {
    const { clock, queue, push, texts } = setUp(2);
    for (const text of ['first', '1', '2', '3', '4']) push('a@aggTrade', text);
    clock.advance(4);
    expect(texts()).toEqual(['first', '3', '4']);
    expect(queue.drops().trade).toBe(2);
  });

  test('then the oldest of the newest states, so that the cap holds', () => {
    const { clock, queue, push, texts } = setUp(2);
    push('first@trade', 'first');
    for (const name of ['a', 'b', 'c']) push(`${name}@miniTicker`, name);
    clock.advance(4);
    expect(texts()).toEqual(['first', 'b', 'c']);
    expect(queue.drops().miniTicker).toBe(1);
  });

  test('never drops a closed candle or a frame of unknown kind, nor lets them push others out', () => {
    const { clock, queue, push, delivered } = setUp(2);
    push('first@trade', 'first');
    push('a@ticker', 'a');
    for (let index = 0; index < 50; index++) {
      push('a@kline_1m', `${index} "x":true`);
      push('a@unheardOf', String(index));
    }
    expect(queue.depth).toBe(101);
    clock.advance(4);
    expect(delivered).toHaveLength(102);
    expect(Object.values(queue.drops()).every((count) => count === 0)).toBe(true);
  });

  test('an open candle is conflated, the closed one behind it stays in its place', () => {
    const { clock, push, texts } = setUp(1);
    push('first@trade', 'first');
    push('a@kline_1m', 'old "x":false');
    push('a@kline_1m', 'closed "x":true');
    push('a@kline_1m', 'next "x":false');
    clock.advance(4);
    expect(texts()).toEqual(['first', 'closed "x":true', 'next "x":false']);
  });

  test('a smaller size takes effect at once', () => {
    const { queue, push } = setUp(100);
    for (let index = 0; index < 51; index++) push('a@trade', String(index));
    queue.setSize(10);
    expect(queue.depth).toBe(10);
    expect(queue.size).toBe(10);
    expect(queue.drops().trade).toBe(40);
  });

  test('conflates no more once there is room again', () => {
    const { clock, push, texts } = setUp(2);
    push('first@trade', 'first');
    for (const text of ['1', '2', '3', '4']) push('a@ticker', text);
    clock.advance(4);
    push('a@ticker', '5');
    push('a@ticker', '6');
    clock.advance(4);
    expect(texts()).toEqual(['first', '4', '5', '6']);
  });

  const streams = ['a@trade', 'b@aggTrade', 'a@ticker', 'b@bookTicker', 'c@miniTicker'];
  const action = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record({ stream: fc.constantFrom(...streams), isClosed: fc.constant(false) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ stream: fc.constant('k@kline_1m'), isClosed: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.constant('advance' as const) },
  );

  test('keeps its promises under any flow', () => {
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 300 }),
        fc.integer({ min: 4, max: 20 }),
        (actions, size) => {
          const { clock, queue, delivered } = setUp(size);
          const pushed: { stream: string; text: string }[] = [];
          let kept = 0;
          for (const step of actions) {
            if (step === 'advance') {
              clock.advance(4);
              kept = 0;
              continue;
            }
            const text = `${pushed.length} "x":${step.isClosed}`;
            pushed.push({ stream: step.stream, text });
            queue.push(step.stream, text, 0);
            if (step.isClosed) kept++;
            expect(queue.depth - kept).toBeLessThanOrEqual(size);
          }
          clock.advance(100);
          const order = delivered.map(({ text }) => Number.parseInt(text, 10));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
          expect(new Set(order).size).toBe(order.length);
          const arrived = new Set(delivered.map(({ text }) => text));
          const isArrived = ({ text }: { text: string }): boolean => arrived.has(text);
          expect(pushed.filter(({ text }) => text.includes('true')).every(isArrived)).toBe(true);
          for (const name of ['a@ticker', 'b@bookTicker', 'c@miniTicker']) {
            const newest = pushed.findLast(({ stream }) => stream === name);
            expect(newest === undefined || isArrived(newest)).toBe(true);
          }
          const dropped = Object.values(queue.drops()).reduce((sum, count) => sum + count, 0);
          expect(delivered.length + dropped).toBe(pushed.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
