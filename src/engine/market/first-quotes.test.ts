import { beforeEach, describe, expect, it } from 'vitest';
import type { RestClient } from '../../binance/rest.ts';
import type { Ticker } from '../../domain/market.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import type { FakeClock } from '../../testing/fake-clock.ts';
import { ticker } from '../../testing/market-events.ts';
import { createFirstQuotes } from './first-quotes.ts';
import type { FirstQuotes } from './first-quotes.ts';

const MANY = Array.from({ length: 150 }, (_, index) => `S${index}`);

let clock: FakeClock;
let asked: (readonly string[] | undefined)[];
let told: string[][];
let unknown: ReadonlySet<string>;
let quotes: FirstQuotes;

beforeEach(() => {
  clock = createFakeClock(1_700_000_000_000);
  asked = [];
  told = [];
  unknown = new Set();
  const rest: Pick<RestClient, 'tickers24h'> = {
    tickers24h(symbols) {
      asked.push(symbols);
      if (symbols?.some((symbol) => unknown.has(symbol))) {
        const failure = { type: 'refused', status: 400, code: -1121, message: '' } as const;
        return { result: Promise.resolve({ ok: false, failure }), cancel: () => undefined };
      }
      const rows: Ticker[] = [...(symbols ?? MANY), 'OTHER'].map((symbol) => ticker({ symbol }));
      const value = { rows, rejections: [] };
      return { result: Promise.resolve({ ok: true, value }), cancel: () => undefined };
    },
  };
  quotes = createFirstQuotes({
    clock,
    rest,
    onTickers: (tickers) => told.push(Array.from(tickers, ({ symbol }) => symbol)),
  });
});

describe('first quotes', () => {
  it('are asked for once, by name, and told together', async () => {
    quotes.load(['A', 'B']);
    quotes.load(['A', 'B', 'C']);
    quotes.load(['C']);
    await clock.advanceAsync(0);
    expect(asked).toEqual([['A', 'B'], ['C']]);
    expect(told).toEqual([['A', 'B'], ['C']]);
  });

  it('of many are asked for without names, once a minute at most', async () => {
    quotes.load(MANY);
    await clock.advanceAsync(0);
    expect([asked, told]).toEqual([[undefined], [MANY]]);
    quotes.keep(() => false);
    quotes.load(MANY);
    quotes.load(MANY);
    await clock.advanceAsync(59_000);
    expect(asked).toHaveLength(1);
    await clock.advanceAsync(1_000);
    expect([asked.length, told.length]).toEqual([2, 2]);
    await clock.advanceAsync(60_000);
    expect([asked.length, clock.pendingTimers]).toEqual([2, 0]);
  });

  it('come for all but the symbols that the exchange does not know', async () => {
    unknown = new Set(['C', 'F']);
    quotes.load(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
    await clock.advanceAsync(0);
    expect(told.flat().toSorted()).toEqual(['A', 'B', 'D', 'E', 'G']);
    expect(asked.length).toBeLessThan(12);
    quotes.load(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
    expect(asked.length).toBeLessThan(12);
  });

  it('are not asked for again of what is followed no more when the refusal comes', async () => {
    unknown = new Set(['C']);
    quotes.load(['A', 'B', 'C', 'D']);
    quotes.keep((symbol) => symbol !== 'C');
    await clock.advanceAsync(0);
    expect(asked.slice(1)).toEqual([['A', 'B'], ['D']]);
    expect(told).toEqual([['A', 'B'], ['D']]);
  });

  it('of many are asked for by name first where they are urgent', () => {
    quotes.load(MANY, ['S7', 'S8']);
    expect(asked).toEqual([['S7', 'S8'], undefined]);
    quotes.load(['A', 'B'], ['B']);
    expect(asked.slice(2)).toEqual([['A', 'B']]);
  });

  it('are asked for again of what was not followed meanwhile', () => {
    quotes.load(['A', 'B']);
    quotes.keep((symbol) => symbol === 'A');
    quotes.load(['A', 'B']);
    expect(asked).toEqual([['A', 'B'], ['B']]);
  });

  it('that had to wait and are not followed any more are not asked for', async () => {
    quotes.load(MANY);
    quotes.keep(() => false);
    quotes.load(MANY);
    quotes.keep(() => false);
    await clock.advanceAsync(120_000);
    expect(asked).toHaveLength(1);
  });

  it('leave no timer behind', () => {
    quotes.load(MANY);
    quotes.dispose();
    expect(clock.pendingTimers).toBe(0);
  });
});
