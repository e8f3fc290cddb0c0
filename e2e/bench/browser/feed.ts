/** Frames for what is subscribed, at a steady rate, each newer than the one before. */
import {
  bookPayload,
  klinePayload,
  miniTicker,
  symbolNames,
  tickerPayload,
  tradePayload,
} from './market.ts';
import type { CandleTexts } from './market.ts';
import type { Pump } from './pump.ts';

export interface FeedRates {
  /** Trades and book tickers together, over all symbols of which these are subscribed. */
  readonly ticksPerSecond: number;
  /** Whether tickers, the array and open candles come as well, each once a second (candles: two). */
  readonly hasOthers: boolean;
  /** How many symbols there are in the whole market's array. */
  readonly listed: number;
  /** If given, only streams of such names. */
  readonly only?: RegExp;
  /** How many times faster than a clock the market's time goes by. */
  readonly speed?: number;
  /** How a candle closed, where REST will be asked for it; of the newest trade alone, unless given. */
  readonly closedCandle?: (
    symbol: string,
    interval: string,
    openTime: number,
  ) => CandleTexts | undefined;
}

/** When a trade was sent; epoch milliseconds with a fraction. */
export interface SentTrade {
  readonly symbol: string;
  readonly sequence: number;
  readonly at: number;
}

export interface Feed {
  readonly trades: readonly SentTrade[];
  stop(): void;
}

const STEP_MS = 2;
const TICKER_EVERY_MS = 1_000;
const CANDLE_EVERY_MS = 2_000;
/** Of a fast market, whose frames would be too many. */
const LEAST_PAUSE_MS = 400;
const MINUTE_MS = 60_000;
const INTERVAL_MS: Readonly<Record<string, number>> = {
  '1m': MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '15m': 15 * MINUTE_MS,
  '1h': 60 * MINUTE_MS,
};

/** Ids go on from one feed to the next: what is older than the last would be no news. */
let nextId = 1;

export function startFeed(
  pump: Pump,
  { ticksPerSecond, hasOthers, listed, only = /./, speed = 1, closedCandle }: FeedRates,
): Feed {
  const names = symbolNames(listed);
  const trades: SentTrade[] = [];
  const started = performance.now();
  const startedAt = Date.now();
  const marketNow = (): number => Math.floor(startedAt + (performance.now() - started) * speed);
  let sent = 0;
  let turn = 0;
  let ticking = ticksOf(pump, only);
  let readAt = pump.changedAt;

  const tick = (): void => {
    const stream = ticking[turn++ % ticking.length];
    if (stream === undefined) return;
    const [name = '', kind] = stream.split('@');
    const symbol = name.toUpperCase();
    const id = nextId++;
    if (kind === 'trade') {
      trades.push({ symbol, sequence: id, at: performance.timeOrigin + performance.now() });
      pump.publish(stream, tradePayload(symbol, id, marketNow()));
    } else pump.publish(stream, bookPayload(symbol, id));
  };

  const step = setInterval(() => {
    if (readAt !== pump.changedAt) {
      ticking = ticksOf(pump, only);
      readAt = pump.changedAt;
    }
    const due = ((performance.now() - started) / 1000) * ticksPerSecond;
    for (; sent < due; sent++) tick();
    pump.flush();
  }, STEP_MS);

  const others = [TICKER_EVERY_MS, CANDLE_EVERY_MS].map((everyMs) =>
    setInterval(
      () => {
        if (!hasOthers) return;
        for (const stream of pump.subscriptions) publishOther(stream, everyMs === CANDLE_EVERY_MS);
      },
      Math.max(LEAST_PAUSE_MS, everyMs / speed),
    ),
  );

  const publishOther = (stream: string, isCandleTurn: boolean): void => {
    const [name = '', kind = ''] = stream.split('@');
    const symbol = name.toUpperCase();
    const time = marketNow();
    if (kind.startsWith('kline_')) {
      if (isCandleTurn) publishCandle(stream, symbol, kind.slice('kline_'.length), time);
    } else if (isCandleTurn) return;
    else if (kind === 'ticker') pump.publish(stream, tickerPayload(symbol, nextId++, time));
    else if (stream === '!miniTicker@arr') {
      pump.publish(stream, `[${names.map((each) => miniTicker(each, nextId++, time)).join(',')}]`);
    }
  };

  const formingOf = new Map<string, number>();

  /** A candle that is over is told as closed before anything of the next. */
  const publishCandle = (stream: string, symbol: string, interval: string, time: number): void => {
    const lengthMs = INTERVAL_MS[interval] ?? MINUTE_MS;
    const openTime = Math.floor(time / lengthMs) * lengthMs;
    const before = formingOf.get(stream) ?? openTime;
    for (let open = before; open <= openTime; open += lengthMs) {
      const candle = { interval, openTime: open, lengthMs };
      const isClosed = open < openTime;
      const texts = isClosed ? closedCandle?.(symbol, interval, open) : undefined;
      pump.publish(stream, klinePayload(symbol, candle, nextId++, { time, isClosed }, texts));
    }
    formingOf.set(stream, openTime);
  };

  return {
    trades,
    stop() {
      clearInterval(step);
      for (const other of others) clearInterval(other);
    },
  };
}

/** Trades and books in turns, symbol by symbol. */
function ticksOf({ subscriptions }: Pump, only: RegExp): readonly string[] {
  return [...subscriptions].filter((each) => /@(trade|bookTicker)$/.test(each) && only.test(each));
}
