import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../protocol/messages.ts';
import type { Quote } from '../../protocol/market-state.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createOutbox } from './outbox.ts';

const FRAME_MS = 16;
const PAUSE_MS = 4;
const FACT: EngineEvent = { type: 'refused', faults: [] };

function createPage(updateIntervalMs = 100) {
  const clock = createFakeClock();
  const posts: { readonly at: number; readonly event: EngineEvent }[] = [];
  const start = clock.now();
  const known = new Set(['BTCUSDT', 'ETHUSDT']);
  const quote = (symbol: string): Quote | undefined =>
    known.has(symbol)
      ? {
          symbol,
          lastPrice: String(clock.now() - start),
          bidPrice: null,
          askPrice: null,
          volume: null,
          quoteVolume: null,
          changePercent: null,
          eventTime: 0,
          receivedAt: 0,
          isStale: false,
        }
      : undefined;
  const outbox = createOutbox({
    clock,
    updateIntervalMs,
    send: (event) => posts.push({ at: clock.now() - start, event }),
    quote,
  });
  const forming = (close: number, openTime = 0) => ({
    symbol: 'BTCUSDT',
    interval: '1m' as const,
    candle: { openTime, open: 1, high: 1, low: 1, close, volume: 1 },
    isClosed: false,
  });
  /** What was posted when: `0 BTCUSDT=0`, `16 candle=2`, `3 refused`. */
  const log = () =>
    posts.map(({ at, event }) => {
      if (event.type === 'quotesChanged') {
        const quotes = event.quotes.map(({ symbol, lastPrice }) => `${symbol}=${lastPrice}`);
        return `${at} ${quotes.join(' ')}`;
      }
      return `${at} ${event.type === 'candleChanged' ? `candle=${event.candle.close}` : event.type}`;
    });
  return { clock, outbox, posts, log, known, forming };
}

describe('quotes', () => {
  it('the first change is posted at once', () => {
    const { outbox, log } = createPage();
    outbox.quoteChanged('BTCUSDT');
    expect(log()).toEqual(['0 BTCUSDT=0']);
  });

  it('later changes wait for a moment and go together, each symbol once, as it is then', () => {
    const { clock, outbox, log } = createPage();
    outbox.quoteChanged('BTCUSDT');
    for (let tick = 0; tick < 3; tick++) {
      clock.advance(1);
      outbox.quoteChanged('BTCUSDT');
      outbox.quoteChanged('ETHUSDT');
    }
    clock.advance(FRAME_MS);
    expect(log()).toEqual(['0 BTCUSDT=0', '4 BTCUSDT=4 ETHUSDT=4']);
  });

  it('a steady stream is posted several times a frame', () => {
    const { clock, outbox, posts } = createPage();
    for (let tick = 0; tick < 40; tick++) {
      outbox.quoteChanged('BTCUSDT');
      clock.advance(1);
    }
    expect(posts.map(({ at }) => at)).toEqual(
      Array.from({ length: 11 }, (_, index) => index * PAUSE_MS),
    );
  });

  it('after a pause the next change is posted at once again, and no timer runs in between', () => {
    const { clock, outbox, log } = createPage();
    outbox.quoteChanged('BTCUSDT');
    clock.advance(FRAME_MS);
    expect(clock.pendingTimers).toBe(0);
    clock.advance(1_000);
    outbox.quoteChanged('ETHUSDT');
    expect(log()).toEqual(['0 BTCUSDT=0', '1016 ETHUSDT=1016']);
  });

  it('a symbol that is not watched any more is left out, and alone makes no post', () => {
    const { clock, outbox, known, log } = createPage();
    outbox.quoteChanged('BTCUSDT');
    outbox.quoteChanged('BTCUSDT');
    outbox.quoteChanged('ETHUSDT');
    known.delete('BTCUSDT');
    clock.advance(FRAME_MS);
    outbox.quoteChanged('BTCUSDT');
    clock.advance(FRAME_MS);
    expect(log()).toEqual(['0 BTCUSDT=0', '4 ETHUSDT=4']);
  });
});

describe('the forming candle', () => {
  it('is coalesced to its newest state', () => {
    const { clock, outbox, log, forming } = createPage();
    outbox.formingChanged(forming(1));
    outbox.formingChanged(forming(2));
    outbox.formingChanged(forming(3));
    clock.advance(FRAME_MS);
    expect(log()).toEqual(['0 candle=1', '16 candle=3']);
  });

  it('that waits is forgotten once its series closed it: the fact is the last word', () => {
    const { clock, outbox, log, forming } = createPage();
    outbox.formingChanged(forming(1));
    outbox.formingChanged(forming(2));
    outbox.dropForming();
    outbox.post({ ...forming(9), type: 'candleChanged', isClosed: true });
    clock.advance(1_000);
    expect(log()).toEqual(['0 candle=1', '0 candle=9']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('is posted once per displayed frame, whatever the quotes do', () => {
    const { clock, outbox, log, forming } = createPage();
    for (let tick = 0; tick < 16; tick++) {
      outbox.quoteChanged('BTCUSDT');
      outbox.formingChanged(forming(tick));
      clock.advance(4);
    }
    expect(log().filter((line) => line.includes('candle'))).toEqual([
      '0 candle=0',
      '16 candle=3',
      '32 candle=7',
      '48 candle=11',
      '64 candle=15',
    ]);
  });
});

describe('facts', () => {
  it('are posted at once, each of them, seen or hidden, whatever waits', () => {
    const { outbox, log } = createPage();
    outbox.quoteChanged('BTCUSDT');
    outbox.quoteChanged('ETHUSDT');
    outbox.post(FACT);
    outbox.post(FACT);
    outbox.setVisibility(false);
    outbox.post(FACT);
    expect(log()).toEqual(['0 BTCUSDT=0', '0 refused', '0 refused', '0 refused']);
  });

  it('hand over the arrays that are to be transferred', () => {
    const clock = createFakeClock();
    const handed: unknown[] = [];
    const outbox = createOutbox({
      clock,
      updateIntervalMs: 100,
      send: (_, transfer) => handed.push(transfer),
      quote: () => undefined,
    });
    const buffers = [new ArrayBuffer(8)];
    outbox.post(FACT, buffers);
    outbox.post(FACT);
    expect(handed).toEqual([buffers, []]);
  });
});

describe('a hidden page', () => {
  it('is posted no state, and needs no timer', () => {
    const { clock, outbox, posts, forming } = createPage();
    outbox.setVisibility(false);
    for (let tick = 0; tick < 100; tick++) {
      outbox.quoteChanged('BTCUSDT');
      outbox.formingChanged(forming(tick));
      clock.advance(10);
    }
    expect(posts).toEqual([]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('is posted all that changed at once when it is seen again, in its present state', () => {
    const { clock, outbox, log, forming } = createPage();
    outbox.setVisibility(false);
    outbox.quoteChanged('BTCUSDT');
    clock.advance(5_000);
    outbox.quoteChanged('ETHUSDT');
    outbox.formingChanged(forming(1));
    outbox.formingChanged(forming(2));
    outbox.setVisibility(true);
    expect(log()).toEqual(['5000 BTCUSDT=5000 ETHUSDT=5000', '5000 candle=2']);
  });

  it('hidden and seen again within a pause, loses nothing and waits for its end', () => {
    const { clock, outbox, log } = createPage();
    outbox.quoteChanged('BTCUSDT');
    outbox.quoteChanged('ETHUSDT');
    outbox.setVisibility(false);
    clock.advance(3);
    outbox.setVisibility(true);
    expect(log()).toEqual(['0 BTCUSDT=0']);
    clock.advance(1);
    expect(log()).toEqual(['0 BTCUSDT=0', '4 ETHUSDT=4']);
  });

  it('hidden while a change waits, is posted it only when it is seen again', () => {
    const { clock, outbox, log } = createPage();
    outbox.quoteChanged('BTCUSDT');
    outbox.quoteChanged('ETHUSDT');
    outbox.setVisibility(false);
    clock.advance(1_000);
    expect(log()).toEqual(['0 BTCUSDT=0']);
    outbox.setVisibility(true);
    expect(log()).toEqual(['0 BTCUSDT=0', '1000 ETHUSDT=1000']);
  });

  it('seen again with nothing new is posted nothing', () => {
    const { outbox, posts } = createPage();
    outbox.setVisibility(false);
    outbox.setVisibility(true);
    outbox.setVisibility(true);
    expect(posts).toEqual([]);
  });
});

describe('the update interval', () => {
  it.each([16, 100, 5_000])('of %i ms is never exceeded by a change that waits', (interval) => {
    const { clock, outbox, posts } = createPage(interval);
    outbox.quoteChanged('BTCUSDT');
    clock.advance(1);
    outbox.quoteChanged('ETHUSDT');
    outbox.setUpdateInterval(interval);
    clock.advance(interval);
    expect(posts).toHaveLength(2);
  });

  it('is approached while the engine falls behind, and left when it has caught up', () => {
    const { clock, outbox, posts } = createPage(100);
    const pauses: number[] = [];
    for (const latenessMs of [0, 20, 20, 20, 20, 20, 20, 0, 0, 0, 0, 0, 0]) {
      outbox.quoteChanged('BTCUSDT');
      const before = posts.length;
      outbox.quoteChanged('ETHUSDT');
      clock.jump(latenessMs);
      let pause = 0;
      for (; posts.length === before; pause++) clock.advance(1);
      pauses.push(pause);
    }
    expect(Math.max(...pauses)).toBe(100);
    expect(pauses.at(0)).toBe(PAUSE_MS);
    expect(pauses.at(-1)).toBe(PAUSE_MS);
  });

  it('disposed, posts nothing that waited', () => {
    const { clock, outbox, log } = createPage();
    outbox.quoteChanged('BTCUSDT');
    outbox.quoteChanged('ETHUSDT');
    outbox.dispose();
    clock.advance(1_000);
    expect(log()).toEqual(['0 BTCUSDT=0']);
    expect(clock.pendingTimers).toBe(0);
  });
});
