import { effect } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aQuote, aSymbol } from '../testing/fixtures.ts';
import { applyQuotes, keepQuotesOf, quoteCells, quotesRevision, reformatQuotes } from './quotes.ts';
import { symbols } from './symbols.ts';

let frames: (() => void)[] = [];
const showFrame = () => {
  for (const frame of frames.splice(0)) frame();
};

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  symbols.value = [aSymbol('BTC', 'USDT')];
  keepQuotesOf([]);
});

describe('quotes', () => {
  it('are written on the next frame, and once however many came before it', () => {
    const { last } = quoteCells('BTCUSDT');
    applyQuotes([aQuote({ lastPrice: '1.00' })]);
    applyQuotes([aQuote({ lastPrice: '2.00' })]);
    expect(last.value).toBe('–');
    expect(frames).toHaveLength(1);
    showFrame();
    expect(last.value).toBe('2.00');
  });

  it('write nothing where nothing changed', () => {
    const cells = quoteCells('BTCUSDT');
    applyQuotes([aQuote()]);
    showFrame();
    const written: string[] = [];
    const watched = ['last', 'bid', 'ask', 'change', 'volume', 'move', 'trend'] as const;
    const stops = watched.map((name) => effect(() => void written.push(cells[name].value && name)));
    written.length = 0;
    applyQuotes([aQuote({ eventTime: 1, receivedAt: 2 })]);
    showFrame();
    expect(written).toEqual([]);
    applyQuotes([aQuote({ askPrice: '64250.20000000' })]);
    showFrame();
    expect(written).toEqual(['ask']);
    for (const stop of stops) stop();
  });

  it('tell the direction of the last move, and light it for a moment', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const { move, isFresh } = quoteCells('BTCUSDT');
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

  it('show what is not known as unknown', () => {
    const cells = quoteCells('BTCUSDT');
    applyQuotes([aQuote({ lastPrice: null, changePercent: null, quoteVolume: null })]);
    showFrame();
    expect([cells.last.value, cells.change.value, cells.volume.value]).toEqual(['–', '–', '–']);
    expect(cells.trend.value).toBe('flat');
  });

  it('are written again once tick sizes are known', () => {
    symbols.value = [];
    const { last } = quoteCells('BTCUSDT');
    applyQuotes([aQuote({ lastPrice: '64250.10000000' })]);
    showFrame();
    expect(last.value).toBe('64,250.1');
    symbols.value = [aSymbol('BTC', 'USDT')];
    reformatQuotes();
    showFrame();
    expect(last.value).toBe('64,250.10');
  });

  it('count one revision a frame', () => {
    const before = quotesRevision.value;
    applyQuotes([aQuote(), aQuote({ symbol: 'ETHUSDT' })]);
    applyQuotes([aQuote({ lastPrice: '7' })]);
    showFrame();
    expect(quotesRevision.value).toBe(before + 1);
  });
});
