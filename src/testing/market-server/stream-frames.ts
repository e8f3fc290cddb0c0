/** What the simulated exchange pushes at a moment, as Binance writes it. */
import { isInterval, openTimeAt, shiftOpenTime } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import type { Market, MarketCandle } from './price-course.ts';
import { STEP_MS } from './price-course.ts';

export interface Frame {
  readonly stream: string;
  readonly text: string;
  readonly isClosedCandle: boolean;
}

export interface FrameSource {
  /** Closed candles first, as the exchange has it; `time` is the beginning of a step. */
  framesOf(stream: string, time: number): readonly Frame[];
}

const QUOTE_STEPS = 3;

/** Frames are made once for a market, however many sockets and runs get them. */
const sources = new WeakMap<Market, FrameSource>();
const MOST_REMEMBERED = 20_000;

export function frameSourceOf(market: Market): FrameSource {
  const source = sources.get(market) ?? createFrameSource(market);
  sources.set(market, source);
  return source;
}

function createFrameSource(market: Market): FrameSource {
  const symbols = new Map(market.symbols.map((symbol) => [symbol.toLowerCase(), symbol]));
  const made = new Map<string, readonly Frame[]>();

  const make = (stream: string, time: number): readonly Frame[] => {
    const at = stream.indexOf('@');
    const symbol = symbols.get(stream.slice(0, at));
    const kind = stream.slice(at + 1);
    if (symbol === undefined) return [];
    const interval = kind.startsWith('kline_') ? kind.slice('kline_'.length) : '';
    if (isInterval(interval)) return klineFrames(market, symbol, interval, time);
    const data = quoteData(market, symbol, kind, time);
    return data ? [wrap(stream, data)] : [];
  };

  return {
    framesOf(stream, time) {
      const key = `${stream} ${time}`;
      const known = made.get(key);
      if (known) return known;
      if (made.size >= MOST_REMEMBERED) made.clear();
      const frames = make(stream, time);
      made.set(key, frames);
      return frames;
    },
  };
}

/** A candle that nobody traded in is never pushed, neither open nor closed. */
function klineFrames(market: Market, symbol: string, interval: Interval, time: number): Frame[] {
  const frames: Frame[] = [];
  const openTime = openTimeAt(interval, time);
  if (time === openTime) {
    const closed = market.candle(symbol, interval, shiftOpenTime(interval, openTime, -1));
    if (closed && closed.trades > 0) frames.push(klineFrame(symbol, interval, closed, time, true));
  }
  const open = market.candle(symbol, interval, openTime, time);
  if (open && open.trades > 0 && market.hasTraded(symbol, time)) {
    frames.push(klineFrame(symbol, interval, open, time, false));
  }
  return frames;
}

function klineFrame(
  symbol: string,
  interval: Interval,
  candle: MarketCandle,
  eventTime: number,
  isClosed: boolean,
): Frame {
  const stream = `${symbol.toLowerCase()}@kline_${interval}`;
  const { openTime, closeTime, open, high, low, close, volume, trades } = candle;
  const k = {
    t: openTime,
    T: closeTime,
    s: symbol,
    i: interval,
    f: 1,
    L: trades,
    o: open,
    c: close,
    h: high,
    l: low,
    v: volume,
    n: trades,
    x: isClosed,
    q: '1.00',
    V: '0.50',
    Q: '0.50',
    B: '0',
  };
  const data = { e: 'kline', E: eventTime, s: symbol, k };
  return { ...wrap(stream, data), isClosedCandle: isClosed };
}

function quoteData(market: Market, symbol: string, kind: string, time: number): object | undefined {
  const id = Math.floor(time / STEP_MS);
  // Apart from trades a simulated minute brings two of each: enough to notice when they are missing.
  if (!kind.endsWith('rade') && id % QUOTE_STEPS !== 0) return undefined;
  const price = market.priceAt(symbol, time);
  const hasTraded = market.hasTraded(symbol, time);
  switch (kind) {
    case 'trade':
      if (!hasTraded) return undefined;
      return {
        e: 'trade',
        E: time,
        s: symbol,
        t: id,
        p: price,
        q: '1.0',
        T: time,
        m: false,
        M: true,
      };
    case 'aggTrade':
      if (!hasTraded) return undefined;
      return {
        e: 'aggTrade',
        E: time,
        s: symbol,
        a: id,
        p: price,
        q: '1.0',
        f: id,
        l: id,
        T: time,
        m: false,
        M: true,
      };
    case 'ticker':
      return hasTraded ? tickerData(symbol, price, time) : undefined;
    case 'miniTicker':
      return hasTraded ? miniTickerData(symbol, price, time) : undefined;
    case 'bookTicker':
      return { u: id, s: symbol, b: price, B: '1.0', a: price, A: '1.0' };
    default:
      return undefined;
  }
}

function tickerData(symbol: string, price: string, time: number): object {
  const statistics = { P: '1.5', p: '1.50', w: price, x: price, Q: '1.0', o: '98.00', h: price };
  const volumes = { l: '90.00', v: '1000.0', q: '100000.0', O: time - 86_400_000, C: time };
  return {
    e: '24hrTicker',
    E: time,
    s: symbol,
    c: price,
    b: price,
    a: price,
    ...statistics,
    ...volumes,
  };
}

function miniTickerData(symbol: string, price: string, time: number): object {
  const volumes = { o: '98.00', h: price, l: '90.00', v: '1000.0', q: '100000.0' };
  return { e: '24hrMiniTicker', E: time, s: symbol, c: price, ...volumes };
}

function wrap(stream: string, data: object): Frame {
  return {
    stream,
    text: `{"stream":"${stream}","data":${JSON.stringify(data)}}`,
    isClosedCandle: false,
  };
}
