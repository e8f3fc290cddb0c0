import { miniTickerArrayStream, streamKind, streamSymbol } from '../binance/stream-name.ts';
import { isInterval } from '../domain/interval.ts';
import type { Interval } from '../domain/interval.ts';
import {
  bookTickerEvent,
  candlesBetween,
  klineEvent,
  SLOT_MS,
  tradeEvents,
} from './demo-frames.ts';
import type { DemoMarket } from './demo-market.ts';
import { miniTickerEvent, tickerEvent } from './demo-tickers.ts';
import { hash } from './hash.ts';

/** The payloads of one stream that fall due after slot `from`, until slot `to`. */
export type DemoStream = (from: number, to: number) => readonly unknown[];

const SLOTS_PER_SECOND = 1000 / SLOT_MS;
const NOTHING: readonly unknown[] = [];
/** A best bid or ask changes in about half of all slots. */
const BOOK_PACE = 0.5;

/** Null where the demo market has no such symbol or stream: as at the exchange, it stays silent. */
export function readDemoStream(
  name: string,
  markets: ReadonlyMap<string, DemoMarket>,
): DemoStream | null {
  if (name === miniTickerArrayStream) return miniTickerArray([...markets.values()]);
  const [lower = '', channel = ''] = name.split('@');
  const market = [...markets.values()].find(({ pair }) => streamSymbol(pair.symbol) === lower);
  if (!market) return null;
  switch (streamKind(name)) {
    case 'trade':
      return trades(market, channel === 'aggTrade');
    case 'candle':
      return candles(market, channel.slice('kline_'.length));
    case 'ticker':
      return everySecond(market, (time) => tickerEvent(market, time));
    case 'miniTicker':
      return everySecond(market, (time) => miniTickerEvent(market, time));
    case 'bookTicker':
      return bookTickers(market);
    default:
      return null;
  }
}

function trades(market: DemoMarket, isAggregate: boolean): DemoStream {
  return (from, to) => {
    const events: object[] = [];
    // A slot's trades are complete when the next slot begins.
    for (let slot = from; slot < to; slot++) events.push(...tradeEvents(market, slot, isAggregate));
    return events;
  };
}

function candles(market: DemoMarket, interval: string): DemoStream | null {
  if (!isInterval(interval)) return null;
  const period = (interval === '1s' ? 1 : 2) * SLOTS_PER_SECOND;
  return (from, to) => {
    const isBoundary = from < to && opensBetween(interval, from, to);
    if (!isBoundary && !isDue(market, period, from, to)) return NOTHING;
    const time = to * SLOT_MS;
    const { closed, open } = candlesBetween(market, interval, from * SLOT_MS, time);
    const events = closed.map((candle) => klineEvent(market, interval, candle, true, time));
    events.push(klineEvent(market, interval, open, false, time));
    return events;
  };
}

function everySecond(market: DemoMarket, eventAt: (time: number) => object): DemoStream {
  return (from, to) =>
    isDue(market, SLOTS_PER_SECOND, from, to) ? [eventAt(to * SLOT_MS)] : NOTHING;
}

/** One payload with all pairs, each second. */
function miniTickerArray(markets: readonly DemoMarket[]): DemoStream {
  return (from, to) => {
    if (Math.floor(from / SLOTS_PER_SECOND) === Math.floor(to / SLOTS_PER_SECOND)) return NOTHING;
    return [markets.map((market) => miniTickerEvent(market, to * SLOT_MS))];
  };
}

function bookTickers(market: DemoMarket): DemoStream {
  return (from, to) => {
    const isChanged = from < to && hash(market.key, to | 0, 95) < BOOK_PACE;
    return isChanged ? [bookTickerEvent(market, to)] : NOTHING;
  };
}

/** Whether a period begins; each pair has its own phase, so that not all speak at once. */
function isDue(market: DemoMarket, period: number, from: number, to: number): boolean {
  const phase = Math.floor(period * hash(market.key, period, 96));
  return Math.floor((to + phase) / period) > Math.floor((from + phase) / period);
}

/** Candles open on whole seconds only: between those there is nothing to look up. */
function opensBetween(interval: Interval, from: number, to: number): boolean {
  const unit = (interval === '1s' ? 1 : 60) * SLOTS_PER_SECOND;
  return Math.floor(from / unit) < Math.floor(to / unit);
}
