/** Frames for what is subscribed, at a given rate, each newer than the one before. */
import { createRandom } from '../../exchange/random.ts';
import {
  bookPayload,
  klinePayload,
  miniTicker,
  STILL_CANDLE,
  symbolNames,
  tickerPayload,
  tradePayload,
} from './market.ts';
import type { CandleTexts } from './market.ts';
import type { Pump } from './pump.ts';

export interface FeedRates {
  /** Trades and book tickers together, over all symbols of which these are subscribed. */
  readonly ticksPerSecond: number;
  /** So many symbols share them, subscribed or not: only what is subscribed is sent. */
  readonly sharedBy?: number;
  /** Whether tickers, the array and open candles come as well, each once a second (candles: two). */
  readonly hasOthers: boolean;
  /** How many symbols there are in the whole market's array. */
  readonly listed: number;
  /** If given, how much each symbol is traded; `ticksPerSecond` says nothing then. */
  readonly paceOf?: (symbol: string) => Pace;
  /** All candles stand where those of `stillHistory` do: no rule has a word to say about them. */
  readonly isStill?: boolean;
  /** How many times faster than a clock the market's time goes by. */
  readonly speed?: number;
  /** How a candle closed, where REST will be asked for it; of the newest trade alone, unless given. */
  readonly closedCandle?: (
    symbol: string,
    interval: string,
    openTime: number,
  ) => CandleTexts | undefined;
}

/** Frames a second of one symbol; of candles, those of each interval. */
export interface Pace {
  readonly trades: number;
  readonly books: number;
  readonly candles: number;
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

const TRADE = '@trade';
const TICKER = '@ticker';
const CANDLE = '@kline_';
const ARRAY = '!miniTicker@arr';

/** Of its trades, of its best bids and asks. */
const STREAMS_OF_A_SYMBOL = 2;
const SEED = 20;
const STEP_MS = 2;
const ARRAY_EVERY_MS = 1_000;
const TICKER_EVERY_MS = 1_000;
const CANDLE_EVERY_MS = 2_000;
/** Of a fast market, whose frames would be too many. */
const LEAST_PAUSE_MS = 400;
/** Of different paces, after so long the turns begin anew. */
const TURNS_SECONDS = 10;
const MINUTE_MS = 60_000;
const INTERVAL_MS: Readonly<Record<string, number>> = {
  '1m': MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '15m': 15 * MINUTE_MS,
  '1h': 60 * MINUTE_MS,
};

/** Ids go on from one feed to the next: what is older than the last would be no news. */
let nextId = 1;

export function startFeed(pump: Pump, rates: FeedRates): Feed {
  const { hasOthers, listed, paceOf, isStill = false, speed = 1, closedCandle } = rates;
  const names = symbolNames(listed);
  const trades: SentTrade[] = [];
  const started = performance.now();
  const startedAt = Date.now();
  const marketNow = (): number => Math.floor(startedAt + (performance.now() - started) * speed);
  let ticking = ticksOf(pump, rates);
  let tickers = streamsOf(pump, TICKER);
  let candles = streamsOf(pump, CANDLE);
  let readAt = pump.changedAt;

  const tick = (stream: string): void => {
    const symbol = symbolOf(stream);
    const id = nextId++;
    if (stream.endsWith(TRADE)) {
      trades.push({ symbol, sequence: id, at: performance.timeOrigin + performance.now() });
      pump.publish(stream, tradePayload(symbol, id, marketNow()));
    } else pump.publish(stream, bookPayload(symbol, id));
  };

  const tickTurns = createTurns(tick, randomPauses());
  // Each symbol's ticker and candles have moments of their own, as in what was recorded.
  const tickerTurns = createTurns((stream) =>
    pump.publish(stream, tickerPayload(symbolOf(stream), nextId++, marketNow())),
  );
  const candleTurns = createTurns((stream) => publishCandle(stream));
  let steppedAt = started;
  const candleEveryMs = Math.max(LEAST_PAUSE_MS, CANDLE_EVERY_MS / speed);
  const step = setInterval(() => {
    if (readAt !== pump.changedAt) {
      ticking = ticksOf(pump, rates);
      tickers = streamsOf(pump, TICKER);
      candles = streamsOf(pump, CANDLE);
      readAt = pump.changedAt;
    }
    const now = performance.now();
    const sinceMs = now - steppedAt;
    steppedAt = now;
    tickTurns.take(ticking.streams, (sinceMs / 1000) * ticking.perSecond);
    if (hasOthers) {
      tickerTurns.take(tickers, (sinceMs / TICKER_EVERY_MS) * tickers.length);
      candleTurns.take(candles, (sinceMs / candleEveryMs) * candles.length);
    }
    pump.flush();
  }, STEP_MS);

  const array = setInterval(
    () => {
      if (!hasOthers || !pump.subscriptions.has(ARRAY)) return;
      const tickersOfAll = names.map((each) => miniTicker(each, nextId++, marketNow()));
      pump.publish(ARRAY, `[${tickersOfAll.join(',')}]`);
    },
    Math.max(LEAST_PAUSE_MS, ARRAY_EVERY_MS / speed),
  );

  const formingOf = new Map<string, number>();
  /** Candles that are due, of streams that have not one each turn. */
  const dueOf = new Map<string, number>();

  /** A candle that is over is told as closed before anything of the next. */
  const publishCandle = (stream: string): void => {
    const symbol = symbolOf(stream);
    const interval = stream.slice(stream.indexOf(CANDLE) + CANDLE.length);
    const time = marketNow();
    const lengthMs = INTERVAL_MS[interval] ?? MINUTE_MS;
    const openTime = Math.floor(time / lengthMs) * lengthMs;
    const before = formingOf.get(stream) ?? openTime;
    const perTurn = paceOf ? paceOf(symbol).candles * (CANDLE_EVERY_MS / 1000) : 1;
    const due = (dueOf.get(stream) ?? 0) + perTurn;
    dueOf.set(stream, due % 1);
    if (due < 1 && before === openTime) return;
    for (let open = before; open <= openTime; open += lengthMs) {
      const candle = { interval, openTime: open, lengthMs };
      const isClosed = open < openTime;
      const told = isClosed ? closedCandle?.(symbol, interval, open) : undefined;
      const texts = isStill ? STILL_CANDLE : told;
      pump.publish(stream, klinePayload(symbol, candle, nextId++, { time, isClosed }, texts));
    }
    formingOf.set(stream, openTime);
  };

  return {
    trades,
    stop() {
      clearInterval(step);
      clearInterval(array);
    },
  };
}

/** Streams of which each has its turn, one after the other; `pause`: between two turns, 1 on average. */
function createTurns(publish: (stream: string) => void, pause = () => 1) {
  let turn = 0;
  let due = 0;
  return {
    /** So many more. */
    take(streams: readonly string[], more: number): void {
      if (streams.length === 0) return;
      due += more;
      for (; due > 0; due -= pause()) publish(streams[turn++ % streams.length] ?? '');
    },
  };
}

/**
 * Pauses between events that know nothing of each other. Ticks at even distances would meet the displayed
 * frames at the same few moments again and again.
 */
function randomPauses(): () => number {
  const random = createRandom(SEED);
  return () => -Math.log(1 - random());
}

function streamsOf({ subscriptions }: Pump, kind: string): readonly string[] {
  return [...subscriptions].filter((stream) => stream.includes(kind));
}

function symbolOf(stream: string): string {
  return stream.slice(0, stream.indexOf('@')).toUpperCase();
}

/** Trades and books, symbol by symbol; of paces, each as often as it has to, spread evenly. */
function ticksOf(
  { subscriptions }: Pump,
  { ticksPerSecond, sharedBy, paceOf }: FeedRates,
): { readonly streams: readonly string[]; readonly perSecond: number } {
  const streams = [...subscriptions].filter((each) => /@(trade|bookTicker)$/.test(each));
  if (!paceOf) {
    const share = sharedBy === undefined ? 1 : streams.length / (STREAMS_OF_A_SYMBOL * sharedBy);
    return { streams, perSecond: ticksPerSecond * share };
  }
  const turns = streams.flatMap((stream) => {
    const [name = '', kind] = stream.split('@');
    const { trades, books } = paceOf(name.toUpperCase());
    const count = Math.round((kind === 'trade' ? trades : books) * TURNS_SECONDS);
    return Array.from({ length: count }, (_, index) => ({ stream, at: (index + 0.5) / count }));
  });
  return {
    streams: turns.toSorted((one, other) => one.at - other.at).map(({ stream }) => stream),
    perSecond: turns.length / TURNS_SECONDS,
  };
}
