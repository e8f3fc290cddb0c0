/** A made-up market of any size: its REST side, and the payloads of its streams. */
import { toRow } from '../../exchange/candle.ts';
import { createExchange } from '../../exchange/exchange.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { Interval } from '../../exchange/intervals.ts';
import { createSymbol } from '../../exchange/symbols.ts';

const TYPICAL = 10_000;
const PAST_CANDLES = 1_000;

export function symbolNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `C${String(index).padStart(4, '0')}USDT`);
}

/**
 * The exchange for tests, its clock at `startAt` or following the machine's, without the limits that
 * keep a client from asking so much at once.
 */
export function openRest(count: number, startAt?: number): Promise<Exchange> {
  const symbols = symbolNames(count).map((symbol) =>
    createSymbol({
      symbol,
      baseAsset: symbol.slice(0, -4),
      quoteAsset: 'USDT',
      typicalPrice: TYPICAL,
    }),
  );
  return createExchange({
    symbols,
    ...(startAt === undefined ? {} : { startAt }),
    limits: { maxWeight: 1e9, maxMessagesPerSecond: 1e6 },
  });
}

/**
 * Candles in which the price stands where the streams leave it (`STILL_CANDLE`): no rule has a word to say
 * about them, nor about what follows.
 */
export function stillHistory({ market }: Exchange, intervals: readonly Interval[]): void {
  const price = TYPICAL.toFixed(2);
  for (const { symbol } of market.symbols()) {
    for (const interval of intervals) {
      const rows = market.candles(symbol, interval, { limit: PAST_CANDLES });
      const still = rows.map((candle) =>
        toRow({ ...candle, open: price, high: price, low: price, close: price }, interval),
      );
      market.setCandles(symbol, interval, still);
    }
  }
}

/** A price that tells by itself which of the symbol's trades it comes from. */
export function priceOf(sequence: number): string {
  return (TYPICAL + sequence / 100).toFixed(2);
}

/** The other way round, from what the page has painted. */
export function sequenceOf(text: string): number {
  return Number(text.replaceAll(/\D/g, '')) - TYPICAL * 100;
}

export function tradePayload(symbol: string, id: number, time: number): string {
  return `{"e":"trade","E":${time},"s":"${symbol}","t":${id},"p":"${priceOf(id)}","q":"0.50000000","T":${time},"m":true,"M":true}`;
}

export function bookPayload(symbol: string, id: number): string {
  return `{"u":${id},"s":"${symbol}","b":"${priceOf(id)}","B":"1.20000000","a":"${priceOf(id + 1)}","A":"0.30000000"}`;
}

export function tickerPayload(symbol: string, id: number, time: number): string {
  const price = priceOf(id);
  return `{"e":"24hrTicker","E":${time},"s":"${symbol}","p":"100.00000000","P":"1.010","w":"${price}","x":"${price}","c":"${price}","Q":"0.5","b":"${price}","B":"1","a":"${price}","A":"1","o":"9900.00","h":"11000.00","l":"9800.00","v":"1000.5","q":"10005000.25","O":${time - 86_400_000},"C":${time},"F":1,"L":${id},"n":${id}}`;
}

export function miniTicker(symbol: string, id: number, time: number): string {
  return `{"e":"24hrMiniTicker","E":${time},"s":"${symbol}","c":"${priceOf(id)}","o":"9900.00","h":"11000.00","l":"9800.00","v":"1000.5","q":"10005000.25"}`;
}

/** What a candle is made of, in the exchange's texts. */
export interface CandleTexts {
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume: string;
}

/** A candle in which the price did not move. */
export const STILL_CANDLE = candleAt(TYPICAL.toFixed(2));

/** A candle in which nothing but that trade has happened. */
function candleOf(id: number): CandleTexts {
  return candleAt(priceOf(id));
}

function candleAt(price: string): CandleTexts {
  return { open: price, high: price, low: price, close: price, volume: '53.38997' };
}

/** A candle as it stands with that trade, unless told how; of an interval that divides the day. */
export function klinePayload(
  symbol: string,
  candle: { readonly interval: string; readonly openTime: number; readonly lengthMs: number },
  id: number,
  { time, isClosed }: { readonly time: number; readonly isClosed: boolean },
  texts = candleOf(id),
): string {
  const { interval, openTime, lengthMs } = candle;
  const { open, high, low, close, volume } = texts;
  return `{"e":"kline","E":${time},"s":"${symbol}","k":{"t":${openTime},"T":${openTime + lengthMs - 1},"s":"${symbol}","i":"${interval}","f":1,"L":${id},"o":"${open}","c":"${close}","h":"${high}","l":"${low}","v":"${volume}","n":${id},"x":${isClosed},"q":"2492731.2","V":"28.7","Q":"1342722.0","B":"0"}}`;
}
