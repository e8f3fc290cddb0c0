/**
 * What the watchlist shows of each symbol, one signal per displayed text.
 *
 * Guarantees: quotes that arrive between two frames are merged, newest per symbol; a signal is
 * written only when its text changed, so that a cell is one text node touched only then.
 */
import { batch, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { Quote } from '../../protocol/market-state.ts';
import { formatCompact } from '../format/compact.ts';
import { formatPercent } from '../format/percent.ts';
import { formatPrice, tickDecimals } from '../format/price.ts';
import { onNextFrame } from './frame.ts';
import { tickSizeOf } from './symbols.ts';

export type Trend = 'up' | 'down' | 'flat';

export interface QuoteCells {
  readonly symbol: string;
  readonly last: Signal<string>;
  readonly change: Signal<string>;
  readonly bid: Signal<string>;
  readonly ask: Signal<string>;
  readonly volume: Signal<string>;
  /** Direction of the 24-hour change. */
  readonly trend: Signal<Trend>;
  /** Direction of the last price's last move. */
  readonly move: Signal<Trend>;
  /** Whether that move was just now. */
  readonly isFresh: Signal<boolean>;
  readonly isStale: Signal<boolean>;
  /** The quote behind the texts, for sorting; null until one has come. */
  readonly quote: Signal<Quote | null>;
}

const UNKNOWN = '–';

const cellsBySymbol = new Map<string, QuoteCells>();
const pending = new Map<string, Quote>();

/** Grows once per frame in which any quote changed. */
export const quotesRevision = signal(0);

/** The cells of a symbol, made when first asked for. */
export function quoteCells(symbol: string): QuoteCells {
  const known = cellsBySymbol.get(symbol);
  if (known) return known;
  const cells: QuoteCells = {
    symbol,
    last: signal(UNKNOWN),
    change: signal(UNKNOWN),
    bid: signal(UNKNOWN),
    ask: signal(UNKNOWN),
    volume: signal(UNKNOWN),
    trend: signal('flat'),
    move: signal('flat'),
    isFresh: signal(false),
    isStale: signal(false),
    quote: signal(null),
  };
  cellsBySymbol.set(symbol, cells);
  return cells;
}

/** Takes in changed quotes; they are shown with the next frame. */
export function applyQuotes(quotes: readonly Quote[]): void {
  for (const quote of quotes) pending.set(quote.symbol, quote);
  onNextFrame(showPending);
}

/** Writes every price again, for when tick sizes have become known. */
export function reformatQuotes(): void {
  for (const { symbol, quote } of cellsBySymbol.values()) {
    const known = quote.peek();
    if (known && !pending.has(symbol)) pending.set(symbol, known);
  }
  if (pending.size > 0) onNextFrame(showPending);
}

/** Forgets symbols that are no longer watched. */
export function keepQuotesOf(symbols: readonly string[]): void {
  const kept = new Set(symbols);
  for (const symbol of cellsBySymbol.keys()) if (!kept.has(symbol)) cellsBySymbol.delete(symbol);
}

function showPending(): void {
  batch(() => {
    for (const quote of pending.values()) show(quoteCells(quote.symbol), quote);
    pending.clear();
    quotesRevision.value += 1;
  });
}

function show(cells: QuoteCells, quote: Quote): void {
  const before = cells.quote.peek();
  const decimals = tickDecimals(tickSizeOf(quote.symbol));
  const price = (text: string | null) => (text === null ? UNKNOWN : formatPrice(text, decimals));
  const change = quote.changePercent;
  const volume = quote.quoteVolume;
  cells.last.value = price(quote.lastPrice);
  cells.bid.value = price(quote.bidPrice);
  cells.ask.value = price(quote.askPrice);
  cells.change.value = change === null ? UNKNOWN : formatPercent(Number(change));
  cells.volume.value = volume === null ? UNKNOWN : formatCompact(Number(volume));
  cells.trend.value = trendOf(Number(change ?? 0));
  cells.isStale.value = quote.isStale;
  const move = Number(quote.lastPrice ?? 0) - Number(before?.lastPrice ?? quote.lastPrice ?? 0);
  if (move !== 0) {
    cells.move.value = trendOf(move);
    light(cells);
  }
  cells.quote.value = quote;
}

/**
 * A move is lit for a moment by a change of style, and unlit by another. An animation would draw
 * sixty frames a second for it: with eight symbols that doubled the whole page's work.
 */
const LIT_MS = 400;
const lit = new Map<QuoteCells, number>();

function light(cells: QuoteCells): void {
  if (lit.size === 0) setTimeout(unlight, LIT_MS);
  lit.set(cells, performance.now() + LIT_MS);
  cells.isFresh.value = true;
}

function unlight(): void {
  const now = performance.now();
  batch(() => {
    for (const [cells, until] of lit) {
      if (until > now) continue;
      cells.isFresh.value = false;
      lit.delete(cells);
    }
  });
  if (lit.size > 0) setTimeout(unlight, LIT_MS / 2);
}

function trendOf(change: number): Trend {
  if (change > 0) return 'up';
  return change < 0 ? 'down' : 'flat';
}
