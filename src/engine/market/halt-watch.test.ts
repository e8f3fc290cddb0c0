import { describe, expect, it } from 'vitest';
import { fault } from '../../domain/result.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createHaltWatch } from './halt-watch.ts';

const MINUTE = 60_000;

function setUp() {
  const clock = createFakeClock();
  const start = clock.now();
  /** What the exchange says, and what the directory knows of it. */
  const closed = new Set<string>();
  let known = new Set<string>();
  const asked: { at: number; symbols: readonly string[] }[] = [];
  const told: string[] = [];
  const exchange = { isReachable: true, isListed: true };
  const halts = createHaltWatch({
    clock,
    directory: {
      get isListed() {
        return exchange.isListed;
      },
      faultOf: (symbol) =>
        known.has(symbol) ? fault('symbol', symbol, 'a symbol that trades') : undefined,
      refresh(symbols) {
        asked.push({ at: clock.now() - start, symbols });
        if (exchange.isReachable) known = new Set(closed);
        return Promise.resolve(exchange.isReachable);
      },
    },
    onHalted: (symbol) => told.push(`${symbol} halted`),
    onReopened: (symbol) => told.push(`${symbol} reopened`),
  });
  halts.follow(['A', 'B', 'C']);
  halts.listed();
  /** Halts a symbol, and lets it be found out. */
  const haltedA = async (): Promise<void> => {
    closed.add('A');
    halts.suspect(['A']);
    await clock.advanceAsync(3 * MINUTE);
    asked.length = 0;
    told.length = 0;
  };
  return { clock, start, halts, closed, asked, told, exchange, haltedA };
}

describe('a symbol that does not seem to trade', () => {
  it('is asked about once the last answer is 3 minutes old, and halted if it is so', async () => {
    const { clock, halts, closed, asked, told } = setUp();
    closed.add('A');
    halts.suspect(['A']);
    await clock.advanceAsync(3 * MINUTE - 1);
    expect(asked).toEqual([]);
    await clock.advanceAsync(1);
    expect(asked).toEqual([{ at: 3 * MINUTE, symbols: ['A'] }]);
    expect(told).toEqual(['A halted']);
    expect(halts.isHalted('A')).toBe(true);
  });

  it('is asked about at once after a long time, together with others', async () => {
    const { clock, halts, asked } = setUp();
    await clock.advanceAsync(60 * MINUTE);
    halts.suspect(['A', 'B', 'unknown']);
    await clock.advanceAsync(0);
    expect(asked).toEqual([{ at: 60 * MINUTE, symbols: ['A', 'B'] }]);
  });

  it('and trades all the same is asked about ever more rarely', async () => {
    const { clock, halts, asked } = setUp();
    for (let minute = 0; minute < 60; minute++) {
      halts.suspect(['A']);
      await clock.advanceAsync(MINUTE);
    }
    const gaps = asked.map(({ at }, index) => (at - (asked[index - 1]?.at ?? 0)) / MINUTE);
    expect(gaps.slice(0, 4)).toEqual([3, 6, 12, 12]);
  });

  it('is not asked about before the exchange has listed its symbols', async () => {
    const { clock, halts, asked, exchange } = setUp();
    exchange.isListed = false;
    halts.suspect(['A']);
    await clock.advanceAsync(60 * MINUTE);
    expect(asked).toEqual([]);
  });

  it('is asked about once more where no answer came', async () => {
    const { clock, halts, closed, exchange, told } = setUp();
    closed.add('A');
    exchange.isReachable = false;
    halts.suspect(['A']);
    await clock.advanceAsync(3 * MINUTE);
    expect(told).toEqual([]);
    exchange.isReachable = true;
    halts.suspect(['A']);
    await clock.advanceAsync(3 * MINUTE);
    expect(told).toEqual(['A halted']);
  });
});

describe('a halted symbol', () => {
  it('is asked about every 5 minutes, until it trades', async () => {
    const { clock, asked, closed, told, haltedA, halts } = setUp();
    await haltedA();
    await clock.advanceAsync(60 * MINUTE);
    expect(asked).toHaveLength(12);
    expect(told).toEqual([]);
    closed.delete('A');
    await clock.advanceAsync(5 * MINUTE);
    expect(told).toEqual(['A reopened']);
    asked.length = 0;
    await clock.advanceAsync(60 * MINUTE);
    expect(asked).toEqual([]);
    expect(halts.isIdle).toBe(true);
  });

  it('that is heard from is asked about soon, but not for every frame', async () => {
    const { clock, asked, haltedA, halts } = setUp();
    await haltedA();
    for (let second = 0; second < 60; second++) {
      halts.hear('A');
      halts.hear('B');
      await clock.advanceAsync(1000);
    }
    expect(asked).toHaveLength(4);
    expect(asked.every(({ symbols }) => symbols.join() === 'A')).toBe(true);
  });

  it('that is not watched any more is forgotten', async () => {
    const { clock, asked, haltedA, halts } = setUp();
    await haltedA();
    halts.follow(['B']);
    await clock.advanceAsync(60 * MINUTE);
    expect(asked).toEqual([]);
    expect(halts.isHalted('A')).toBe(false);
  });

  it('that is watched on more intervals is told as halted for these too', async () => {
    const { told, haltedA, halts } = setUp();
    await haltedA();
    halts.follow(['A', 'B']);
    expect(told).toEqual(['A halted']);
  });
});

describe('a clock that is set back', () => {
  it('does not put off the next question', async () => {
    const { clock, halts, asked } = setUp();
    clock.jump(-24 * 60 * MINUTE);
    halts.suspect(['A']);
    await clock.advanceAsync(3 * MINUTE);
    expect(asked).toHaveLength(1);
  });
});
