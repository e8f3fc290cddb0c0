import type { RecordedFrame } from './recording.ts';
import { isRecord } from './recording.ts';

/** A closed candle as the recording's last closing frame for it says. */
export interface RecordedCandle {
  readonly openTime: number;
  readonly closeTime: number;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume: string;
}

/** What a recording amounts to, in the recorded strings. Keys are symbols in upper case. */
export interface RecordingSummary {
  readonly streams: readonly string[];
  readonly symbols: readonly string[];
  /** First and last event time (ms); undefined when no frame has one. */
  readonly firstEventTime: number | undefined;
  readonly lastEventTime: number | undefined;
  /** Price of the last `trade` or `aggTrade`. */
  readonly lastTrade: Readonly<Record<string, string>>;
  /** Last price of the last `ticker` or `miniTicker`. */
  readonly lastTicker: Readonly<Record<string, string>>;
  /** Best bid and ask of the last `bookTicker`, or of the last `ticker` where there is none. */
  readonly book: Readonly<Record<string, { readonly bid: string; readonly ask: string }>>;
  /** Closed candles, oldest first, by `SYMBOL interval`, as in `BTCUSDT 1m`. */
  readonly closed: Readonly<Record<string, readonly RecordedCandle[]>>;
}

/** Works out what a client must have arrived at after these frames, each in its order. */
export function summarizeRecording(frames: readonly RecordedFrame[]): RecordingSummary {
  const streams = new Set<string>();
  const symbols = new Set<string>();
  const times: number[] = [];
  const lastTrade: Record<string, string> = {};
  const lastTicker: Record<string, string> = {};
  const books: Record<string, { bid: string; ask: string }> = {};
  const tickerBooks: Record<string, { bid: string; ask: string }> = {};
  const closed: Record<string, RecordedCandle[]> = {};

  const note = (event: unknown): void => {
    if (!isRecord(event) || typeof event['s'] !== 'string') return;
    const symbol = event['s'];
    const text = (name: string): string => String(event[name]);
    symbols.add(symbol);
    if (typeof event['E'] === 'number') times.push(event['E']);
    switch (event['e']) {
      case 'trade':
      case 'aggTrade':
        lastTrade[symbol] = text('p');
        break;
      case '24hrTicker':
        tickerBooks[symbol] = { bid: text('b'), ask: text('a') };
        lastTicker[symbol] = text('c');
        break;
      case '24hrMiniTicker':
        lastTicker[symbol] = text('c');
        break;
      case 'kline':
        noteCandle(symbol, event['k'], closed);
        break;
      case undefined:
        if ('u' in event) books[symbol] = { bid: text('b'), ask: text('a') };
        break;
      default:
    }
  };

  for (const { stream, event } of frames) {
    streams.add(stream);
    for (const each of Array.isArray(event) ? (event as readonly unknown[]) : [event]) note(each);
  }
  return {
    streams: [...streams],
    symbols: [...symbols],
    firstEventTime: times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b)),
    lastEventTime: times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b)),
    lastTrade,
    lastTicker,
    book: { ...tickerBooks, ...books },
    closed,
  };
}

function noteCandle(
  symbol: string,
  kline: unknown,
  closed: Record<string, RecordedCandle[]>,
): void {
  if (!isRecord(kline) || kline['x'] !== true) return;
  const candle: RecordedCandle = {
    openTime: Number(kline['t']),
    closeTime: Number(kline['T']),
    open: String(kline['o']),
    high: String(kline['h']),
    low: String(kline['l']),
    close: String(kline['c']),
    volume: String(kline['v']),
  };
  const key = `${symbol} ${String(kline['i'])}`;
  const others = (closed[key] ?? []).filter((each) => each.openTime !== candle.openTime);
  closed[key] = [...others, candle].toSorted((left, right) => left.openTime - right.openTime);
}
