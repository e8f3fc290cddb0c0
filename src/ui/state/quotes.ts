/**
 * The newest quote of every symbol that was heard of, and the texts of those that are on screen.
 *
 * Guarantees: quotes that arrive between two frames are merged, newest per symbol; only what somebody
 * shows is put into words, so that a market of thousands costs what its rows in view cost; a signal
 * is written only when its text changed, so that a cell is one text node touched only then.
 */
import { batch, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Quote } from '../../protocol/market-state.ts';
import { formatCompact } from '../format/compact.ts';
import { formatPercent } from '../format/percent.ts';
import { formatPrice, tickDecimals } from '../format/price.ts';
import { onNextFrame } from './frame.ts';
import { light, unlightDue } from './lit-moves.ts';
import { tickSizeOf } from './symbols.ts';

export type Trend = 'up' | 'down' | 'flat';

/** What is shown of one symbol. Live while any of its signals is followed, and as it was otherwise. */
export interface QuoteCells {
  readonly symbol: string;
  readonly last: ReadonlySignal<string>;
  readonly change: ReadonlySignal<string>;
  readonly bid: ReadonlySignal<string>;
  readonly ask: ReadonlySignal<string>;
  readonly volume: ReadonlySignal<string>;
  /** Direction of the 24-hour change. */
  readonly trend: ReadonlySignal<Trend>;
  /** Direction of the last price's last move. */
  readonly move: ReadonlySignal<Trend>;
  /** Whether that move was just now. */
  readonly isFresh: ReadonlySignal<boolean>;
  readonly isStale: ReadonlySignal<boolean>;
  /** The quote behind the texts; null until one has come. */
  readonly quote: ReadonlySignal<Quote | null>;
}

type WritableCells = {
  readonly [Key in keyof QuoteCells]: QuoteCells[Key] extends ReadonlySignal<infer Value>
    ? Signal<Value>
    : QuoteCells[Key];
};

const UNKNOWN = '–';

const quotes = new Map<string, Quote>();
/** Cells that somebody follows. */
const shown = new Map<string, WritableCells>();
const pending = new Set<string>();
let kept: ReadonlySet<string> = new Set();
let isEveryQuoteKept = false;
let version = 0;

/** The newest quote, whether shown or not. */
export function quoteOf(symbol: string): Quote | undefined {
  return quotes.get(symbol);
}

/** Grows with every change of any quote: for those who look now and then. */
export function quotesVersion(): number {
  return version;
}

/** The cells of a symbol. Those who show the same symbol at the same time share them. */
export function quoteCells(symbol: string): QuoteCells {
  return shown.get(symbol) ?? createCells(symbol);
}

/** Takes in changed quotes; those on screen are shown with the next frame. */
export function applyQuotes(changed: readonly Quote[]): void {
  version += 1;
  for (const quote of changed) {
    quotes.set(quote.symbol, quote);
    if (shown.has(quote.symbol)) pending.add(quote.symbol);
  }
  if (pending.size > 0) onNextFrame(showPending);
}

/** Writes every price on screen again: tick sizes have become known, or the language has changed. */
export function reformatQuotes(): void {
  for (const symbol of shown.keys()) pending.add(symbol);
  if (pending.size > 0) onNextFrame(showPending);
}

/** Forgets symbols that are no longer watched: what is not followed any more would be taken for live. */
export function keepQuotesOf(symbols: readonly string[]): void {
  kept = new Set(symbols);
  forgetUnwanted();
}

/** While the whole market is shown the quotes of all symbols are kept. */
export function keepEveryQuote(isEvery: boolean): void {
  isEveryQuoteKept = isEvery;
  forgetUnwanted();
}

function forgetUnwanted(): void {
  for (const symbol of quotes.keys()) if (!isWanted(symbol)) quotes.delete(symbol);
}

function isWanted(symbol: string): boolean {
  return isEveryQuoteKept || kept.has(symbol) || shown.has(symbol);
}

function createCells(symbol: string): WritableCells {
  let followed = 0;
  const following = {
    watched() {
      followed += 1;
      if (followed > 1) return;
      shown.set(symbol, cells);
      // Heard of since the cells were made.
      if (quotes.get(symbol) === (cells.quote.peek() ?? undefined)) return;
      pending.add(symbol);
      onNextFrame(showPending);
    },
    unwatched() {
      followed -= 1;
      if (followed > 0) return;
      shown.delete(symbol);
      if (!isWanted(symbol)) quotes.delete(symbol);
    },
  };
  const quote = quotes.get(symbol);
  const texts = textsOf(quote);
  const cells: WritableCells = {
    symbol,
    last: signal(texts.last, following),
    change: signal(texts.change, following),
    bid: signal(texts.bid, following),
    ask: signal(texts.ask, following),
    volume: signal(texts.volume, following),
    trend: signal<Trend>(changeTrend(quote?.changePercent), following),
    move: signal<Trend>('flat', following),
    isFresh: signal(false, following),
    isStale: signal(quote?.isStale ?? false, following),
    quote: signal<Quote | null>(quote ?? null, following),
  };
  return cells;
}

function showPending(): void {
  batch(() => {
    for (const symbol of pending) {
      const cells = shown.get(symbol);
      if (cells) show(cells, quotes.get(symbol));
    }
    pending.clear();
    unlightDue();
  });
}

function show(cells: WritableCells, quote: Quote | undefined): void {
  const before = cells.quote.peek();
  const texts = textsOf(quote);
  cells.last.value = texts.last;
  cells.change.value = texts.change;
  cells.bid.value = texts.bid;
  cells.ask.value = texts.ask;
  cells.volume.value = texts.volume;
  cells.trend.value = changeTrend(quote?.changePercent);
  cells.isStale.value = quote?.isStale ?? false;
  const move = Number(quote?.lastPrice ?? 0) - Number(before?.lastPrice ?? quote?.lastPrice ?? 0);
  if (move !== 0) {
    cells.move.value = trendOf(move);
    light(cells.isFresh);
  }
  cells.quote.value = quote ?? null;
}

function textsOf(quote: Quote | undefined) {
  const decimals = quote ? tickDecimals(tickSizeOf(quote.symbol)) : null;
  const price = (text: string | null | undefined) => (text ? formatPrice(text, decimals) : UNKNOWN);
  const { changePercent, quoteVolume } = quote ?? { changePercent: null, quoteVolume: null };
  return {
    last: price(quote?.lastPrice),
    bid: price(quote?.bidPrice),
    ask: price(quote?.askPrice),
    change: changePercent === null ? UNKNOWN : changeText(Number(changePercent)),
    volume: quoteVolume === null ? UNKNOWN : formatCompact(Number(quoteVolume)),
  };
}

/** A change of more than the whole is told well enough by its first digits. */
function changeText(percent: number): string {
  const size = Math.abs(percent);
  return formatPercent(percent, size >= 1000 ? 0 : size >= 100 ? 1 : 2);
}

/** A change that is shown as nothing has no direction. */
const LEAST_PERCENT = 0.005;

function changeTrend(percent: string | null | undefined): Trend {
  const size = Number(percent ?? 0);
  return Math.abs(size) < LEAST_PERCENT ? 'flat' : trendOf(size);
}

function trendOf(move: number): Trend {
  if (move > 0) return 'up';
  return move < 0 ? 'down' : 'flat';
}
