import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aQuote, aSymbol } from '../testing/fixtures.ts';
import {
  applyQuotes,
  keepEveryQuote,
  keepQuotesOf,
  quoteCells,
  quoteOf,
  quotesVersion,
  reformatQuotes,
} from './quotes.ts';
import type { QuoteCells } from './quotes.ts';
import { symbols } from './symbols.ts';

const TEXTS = ['last', 'bid', 'ask', 'change', 'volume', 'move', 'trend', 'isFresh'] as const;

let frames: (() => void)[] = [];
const stops: (() => void)[] = [];
const showFrame = () => {
  for (const frame of frames.splice(0)) frame();
};
/** Shows the cells of a symbol, as a row does; tells what is written. */
const follow = (symbol: string): { cells: QuoteCells; written: string[] } => {
  const cells = quoteCells(symbol);
  const written: string[] = [];
  for (const name of TEXTS) {
    stops.push(
      effect(() => {
        void cells[name].value;
        written.push(name);
      }),
    );
  }
  written.length = 0;
  return { cells, written };
};
const unfollow = () => {
  for (const stop of stops.splice(0)) stop();
};

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  symbols.value = [aSymbol('BTC', 'USDT')];
  keepEveryQuote(false);
  keepQuotesOf(['BTCUSDT', 'ETHUSDT']);
});
afterEach(() => {
  unfollow();
  keepQuotesOf([]);
  vi.unstubAllGlobals();
});

describe('quotes on screen', () => {
  it('are written on the next frame, and once however many came before it', () => {
    const { cells } = follow('BTCUSDT');
    applyQuotes([aQuote({ lastPrice: '1.00' })]);
    applyQuotes([aQuote({ lastPrice: '2.00' })]);
    expect(cells.last.value).toBe('–');
    expect(frames).toHaveLength(1);
    showFrame();
    expect(cells.last.value).toBe('2.00');
  });

  it('write nothing where nothing changed', () => {
    const { written } = follow('BTCUSDT');
    applyQuotes([aQuote()]);
    showFrame();
    written.length = 0;
    applyQuotes([aQuote({ eventTime: 1, receivedAt: 2 })]);
    showFrame();
    expect(written).toEqual([]);
    applyQuotes([aQuote({ askPrice: '64250.20000000' })]);
    showFrame();
    expect(written).toEqual(['ask']);
  });

  it('tell the direction of the last move, and light it for a moment', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const { move, isFresh } = follow('BTCUSDT').cells;
    const seen = ['1', '2', '3', '2', '2'].map((lastPrice) => {
      applyQuotes([aQuote({ lastPrice })]);
      showFrame();
      return `${move.value} ${isFresh.value}`;
    });
    expect(seen).toEqual(['flat false', 'up true', 'up true', 'down true', 'down true']);
    vi.advanceTimersByTime(700);
    expect([move.value, isFresh.value]).toEqual(['down', false]);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('are unlit together with what is drawn next, and by one timer where nothing is', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const quiet = follow('BTCUSDT').cells;
    const busy = follow('ETHUSDT').cells;
    const draw = (symbol: string, lastPrice: string): void => {
      applyQuotes([aQuote({ symbol, lastPrice })]);
      showFrame();
    };
    draw('BTCUSDT', '1');
    draw('ETHUSDT', '1');
    draw('BTCUSDT', '2');
    for (let price = 2; price < 12; price++) {
      vi.advanceTimersByTime(390);
      draw('ETHUSDT', String(price));
      expect([busy.isFresh.value, vi.getTimerCount()]).toEqual([true, 1]);
      expect(quiet.isFresh.value).toBe(price < 3);
    }
    vi.advanceTimersByTime(700);
    expect([busy.isFresh.value, vi.getTimerCount()]).toEqual([false, 0]);
    vi.useRealTimers();
  });

  it('show what is not known as unknown', () => {
    const { cells } = follow('BTCUSDT');
    applyQuotes([aQuote({ lastPrice: null, changePercent: null, quoteVolume: null })]);
    showFrame();
    expect([cells.last.value, cells.change.value, cells.volume.value]).toEqual(['–', '–', '–']);
    expect(cells.trend.value).toBe('flat');
  });

  it.each([
    ['2.310', '+2.31%', 'up'],
    ['-0.400', '−0.40%', 'down'],
    ['0.004', '0.00%', 'flat'],
    ['151.780', '+151.8%', 'up'],
    ['30905.800', '+30,906%', 'up'],
  ])('show a change of %s as %s, %s', (changePercent, shown, trend) => {
    const { cells } = follow('BTCUSDT');
    applyQuotes([aQuote({ changePercent })]);
    showFrame();
    expect([cells.change.value, cells.trend.value]).toEqual([shown, trend]);
  });

  it('are written again once tick sizes are known', () => {
    symbols.value = [];
    const { last } = follow('BTCUSDT').cells;
    applyQuotes([aQuote({ lastPrice: '64250.10000000' })]);
    showFrame();
    expect(last.value).toBe('64,250.1');
    symbols.value = [aSymbol('BTC', 'USDT')];
    reformatQuotes();
    showFrame();
    expect(last.value).toBe('64,250.10');
  });

  it('are shared by all who show the same symbol', () => {
    const { cells } = follow('BTCUSDT');
    expect(quoteCells('BTCUSDT')).toBe(cells);
  });
});

describe('quotes out of view', () => {
  it('cost no frame, and are there when they come into view', () => {
    const before = quotesVersion();
    applyQuotes([aQuote(), aQuote({ symbol: 'ETHUSDT', lastPrice: '3200.5' })]);
    expect(frames).toHaveLength(0);
    expect(quotesVersion()).toBe(before + 1);
    expect(quoteOf('ETHUSDT')?.lastPrice).toBe('3200.5');
    expect(follow('ETHUSDT').cells.last.value).toBe('3,200.5');
  });

  it('catch up when their cells are followed later than made', () => {
    const { last } = quoteCells('BTCUSDT');
    applyQuotes([aQuote({ lastPrice: '5.00' })]);
    stops.push(effect(() => void last.value));
    showFrame();
    expect(last.value).toBe('5.00');
  });

  it('are forgotten when they are neither watched nor shown', () => {
    applyQuotes([aQuote(), aQuote({ symbol: 'ETHUSDT' })]);
    follow('ETHUSDT');
    keepQuotesOf([]);
    expect(quoteOf('BTCUSDT')).toBeUndefined();
    expect(quoteOf('ETHUSDT')).toBeDefined();
    unfollow();
    expect(quoteOf('ETHUSDT')).toBeUndefined();
  });

  it('are all kept while the whole market is shown, and no longer', () => {
    keepEveryQuote(true);
    applyQuotes([aQuote({ symbol: 'SOLUSDT' })]);
    keepQuotesOf(['BTCUSDT']);
    expect(quoteOf('SOLUSDT')).toBeDefined();
    keepEveryQuote(false);
    expect(quoteOf('SOLUSDT')).toBeUndefined();
  });
});
