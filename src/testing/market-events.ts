import type { Candle } from '../domain/candle.ts';
import { openTimeAt, shiftOpenTime } from '../domain/interval.ts';
import type { Interval } from '../domain/interval.ts';
import type { BookTicker, CandleUpdate, Ticker, Trade } from '../domain/market.ts';
import type { HistoryRow } from '../engine/market/series-keeper.ts';

/** 2023-11-14T22:00:00Z, a round hour: the first candle of test series. */
export const FIRST_OPEN = openTimeAt('1h', 1_700_000_000_000);

export function candle(openTime: number, close = 100, volume = 1): Candle {
  return { openTime, open: close, high: close + 1, low: close - 1, close, volume };
}

/** Candle number `index` of a series whose number 0 opens at `FIRST_OPEN`. */
export function nthOpen(index: number, interval: Interval = '1h'): number {
  return shiftOpenTime(interval, FIRST_OPEN, index);
}

export function candleUpdate(
  index: number,
  options: Partial<Omit<CandleUpdate, 'type' | 'candle'>> & { close?: number } = {},
): CandleUpdate {
  const { interval = '1h', close = 100, isClosed = false } = options;
  const openTime = nthOpen(index, interval);
  const closeTime = nthOpen(index + 1, interval) - 1;
  return {
    type: 'candle',
    symbol: 'BTCUSDT',
    interval,
    candle: candle(openTime, close),
    closeText: close.toFixed(2),
    closeTime,
    isClosed,
    eventTime: options.eventTime ?? (isClosed ? closeTime + 1 : openTime + 1),
    ...(options.symbol ? { symbol: options.symbol } : {}),
  };
}

/** Rows of history from candle `from` to candle `to`, both included. */
export function historyRows(from: number, to: number, interval: Interval = '1h'): HistoryRow[] {
  return Array.from({ length: to - from + 1 }, (_, offset) => ({
    candle: candle(nthOpen(from + offset, interval), 100 + from + offset),
    closeTime: nthOpen(from + offset + 1, interval) - 1,
  }));
}

export function trade(price: string, tradeId: number, options: Partial<Trade> = {}): Trade {
  const tradeTime = options.tradeTime ?? FIRST_OPEN + tradeId;
  return {
    type: 'trade',
    symbol: 'BTCUSDT',
    price,
    quantity: '1.0',
    tradeId,
    isAggregate: false,
    tradeTime,
    eventTime: tradeTime,
    ...options,
  };
}

export function ticker(options: Partial<Ticker> = {}): Ticker {
  return {
    type: 'ticker',
    symbol: 'BTCUSDT',
    lastPrice: '100.00',
    bidPrice: '99.00',
    askPrice: '101.00',
    volume: '1000.0',
    quoteVolume: '100000.0',
    changePercent: '1.5',
    eventTime: FIRST_OPEN,
    ...options,
  };
}

export function bookTicker(updateId: number, bidPrice: string, askPrice: string): BookTicker {
  return {
    type: 'bookTicker',
    symbol: 'BTCUSDT',
    updateId,
    bidPrice,
    bidQuantity: '1',
    askPrice,
    askQuantity: '1',
  };
}
