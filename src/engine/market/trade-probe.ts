/**
 * Asks the exchange's history whether a symbol was traded while its streams were silent.
 *
 * Guarantees: at most three questions a minute, one candle list of weight 2 each; candles of minutes
 * that began after the last frame decide, so what had been pushed before is no evidence.
 */
import { LARGEST_KLINE_LIMIT } from '../../binance/rest.ts';
import type { RestClient } from '../../binance/rest.ts';
import { REQUEST_PRIORITY } from './urgency.ts';

export interface TradeProbe {
  /** A question may be asked at this turn time. */
  isFree(turn: number): boolean;
  /** `from`: an answer of `firstWholeMinute`. Null where no answer came. */
  ask(symbol: string, from: number, turn: number): Promise<TradeAnswer | null>;
}

export interface TradeAnswer {
  /** Open times of the minutes in which it was traded. */
  readonly tradedAt: readonly number[];
  /** What is not known yet begins here. */
  readonly knownUntil: number;
}

const MINUTE_MS = 60_000;
const MOST_A_MINUTE = 3;
/** The newest minute has to have lasted this long to say anything. */
const SHORTEST_EVIDENCE_MS = 10_000;

/** Begin of the first minute after a time; all on the exchange's clock. */
export function firstWholeMinute(time: number): number {
  return (Math.floor(time / MINUTE_MS) + 1) * MINUTE_MS;
}

/** Whether history can say anything of the time from there on. */
export function isTellable(from: number, exchangeTime: number): boolean {
  return exchangeTime >= from + SHORTEST_EVIDENCE_MS;
}

export function createTradeProbe(options: {
  readonly rest: Pick<RestClient, 'klines'>;
  readonly exchangeTime: () => number;
}): TradeProbe {
  const { rest, exchangeTime } = options;
  let askedAt: readonly number[] = [];

  return {
    isFree(turn) {
      askedAt = askedAt.filter((time) => turn - time < MINUTE_MS);
      return askedAt.length < MOST_A_MINUTE;
    },
    async ask(symbol, from, turn) {
      askedAt = [...askedAt, turn];
      const earliest = firstWholeMinute(exchangeTime()) - LARGEST_KLINE_LIMIT * MINUTE_MS;
      const startTime = Math.max(from, earliest);
      const limit = LARGEST_KLINE_LIMIT;
      const query = { symbol, interval: '1m', startTime, limit } as const;
      const answer = await rest.klines(query, REQUEST_PRIORITY.asked).result;
      if (!answer.ok) return null;
      const candles = answer.value.rows.map(({ candle }) => candle);
      const traded = candles.filter(({ openTime, volume }) => openTime >= from && volume > 0);
      return {
        tradedAt: traded.map(({ openTime }) => openTime),
        knownUntil: candles.at(-1)?.openTime ?? startTime,
      };
    },
  };
}
