import { shiftOpenTime } from '../domain/interval.ts';
import type { Interval } from '../domain/interval.ts';

/** Frames and rows as Binance writes them, for tests that go through the parser. */
export interface WireCandle {
  readonly symbol: string;
  readonly interval: Interval;
  readonly openTime: number;
  readonly close: number;
  readonly isClosed: boolean;
}

export function klineFrame({ symbol, interval, openTime, close, isClosed }: WireCandle): string {
  const closeTime = shiftOpenTime(interval, openTime, 1) - 1;
  const price = close.toFixed(2);
  return envelope(`${symbol.toLowerCase()}@kline_${interval}`, {
    e: 'kline',
    E: isClosed ? closeTime + 1 : openTime + 1,
    s: symbol,
    k: {
      t: openTime,
      T: closeTime,
      s: symbol,
      i: interval,
      f: 1,
      L: 2,
      o: price,
      c: price,
      h: price,
      l: price,
      v: '1.00',
      n: 2,
      x: isClosed,
      q: '1.00',
      V: '0.50',
      Q: '0.50',
      B: '0',
    },
  });
}

export function tradeFrame(symbol: string, price: string, id: number, time: number): string {
  return envelope(`${symbol.toLowerCase()}@trade`, {
    e: 'trade',
    E: time,
    s: symbol,
    t: id,
    p: price,
    q: '1.0',
    T: time,
    m: false,
    M: true,
  });
}

/** Rows of `/api/v3/klines`: `closes` one per candle from `openTime` on. */
export function klineRows(
  interval: Interval,
  openTime: number,
  closes: readonly number[],
): unknown[] {
  return closes.map((close, index) => {
    const open = shiftOpenTime(interval, openTime, index);
    const closeTime = shiftOpenTime(interval, open, 1) - 1;
    const price = close.toFixed(2);
    return [open, price, price, price, price, '1.0', closeTime, '1.0', 1, '1.0', '1.0', '0'];
  });
}

function envelope(stream: string, data: unknown): string {
  return JSON.stringify({ stream, data });
}
