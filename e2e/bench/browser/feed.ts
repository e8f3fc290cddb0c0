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
  /** If given, how much each symbol is traded; `ticksPerSecond` says nothing then. */
  readonly paceOf?: (symbol: string) => Pace;
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

const STEP_MS = 2;
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

export function startFeed(
  pump: Pump,
  { ticksPerSecond, hasOthers, listed, paceOf, speed = 1, closedCandle }: FeedRates,
): Feed {
  const names = symbolNames(listed);
  const trades: SentTrade[] = [];
  const started = performance.now();
  const startedAt = Date.now();
  const marketNow = (): number => Math.floor(startedAt + (performance.now() - started) * speed);
  let ticking = ticksOf(pump, ticksPerSecond, paceOf);
  let tickers = tickersOf(pump);
  let readAt = pump.changedAt;

  const tick = (stream: string): void => {
    const [name = '', kind] = stream.split('@');
    const symbol = name.toUpperCase();
    const id = nextId++;
    if (kind === 'trade') {
      trades.push({ symbol, sequence: id, at: performance.timeOrigin + performance.now() });
      pump.publish(stream, tradePayload(symbol, id, marketNow()));
    } else pump.publish(stream, bookPayload(symbol, id));
  };

  const tickTurns = createTurns(tick);
  // Each symbol's ticker has a moment of its own within the second, as in the arrays that were recorded.
  const tickerTurns = createTurns((stream) => publishOther(stream, false));
  const step = setInterval(() => {
    if (readAt !== pump.changedAt) {
      ticking = ticksOf(pump, ticksPerSecond, paceOf);
      tickers = tickersOf(pump);
      readAt = pump.changedAt;
    }
    const seconds = (performance.now() - started) / 1000;
    tickTurns.take(ticking.streams, seconds * ticking.perSecond);
    if (hasOthers) tickerTurns.take(tickers, seconds * tickers.length);
    pump.flush();
  }, STEP_MS);

  const others = [TICKER_EVERY_MS, CANDLE_EVERY_MS].map((everyMs) =>
    setInterval(
      () => {
        if (!hasOthers) return;
        for (const stream of pump.subscriptions) {
          if (!stream.endsWith('@ticker')) publishOther(stream, everyMs === CANDLE_EVERY_MS);
        }
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
  /** Candles that are due, of streams that have not one each turn. */
  const dueOf = new Map<string, number>();

  /** A candle that is over is told as closed before anything of the next. */
  const publishCandle = (stream: string, symbol: string, interval: string, time: number): void => {
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

/** Streams of which each has its turn, one after the other. */
function createTurns(publish: (stream: string) => void) {
  let sent = 0;
  return {
    /** So many in all since the beginning. */
    take(streams: readonly string[], due: number): void {
      if (streams.length === 0) sent = due;
      for (; sent < due; sent++) publish(streams[Math.floor(sent) % streams.length] ?? '');
    },
  };
}

function tickersOf({ subscriptions }: Pump): readonly string[] {
  return [...subscriptions].filter((stream) => stream.endsWith('@ticker'));
}

/** Trades and books, symbol by symbol; of paces, each as often as it has to, spread evenly. */
function ticksOf(
  { subscriptions }: Pump,
  perSecond: number,
  paceOf?: (symbol: string) => Pace,
): { readonly streams: readonly string[]; readonly perSecond: number } {
  const streams = [...subscriptions].filter((each) => /@(trade|bookTicker)$/.test(each));
  if (!paceOf) return { streams, perSecond };
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
