/**
 * Frames as Binance sends them, a mix of trades, candles, tickers and book tickers: recorded ones where
 * `../shared/data` is there, otherwise of the local exchange's invented market.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { intervalMs, isInterval } from '../../../src/domain/interval.ts';
import type { SeriesName } from '../../../src/engine/market/series-name.ts';
import { createMarket } from '../../exchange/market.ts';
import { isRecord, readRecording } from '../../exchange/recording.ts';

export interface FrameMix {
  /**
   * The mix again and again, each time later than before, so that no frame repeats another. The first
   * pass is for warming up.
   */
  readonly passes: readonly (readonly string[])[];
  readonly symbols: readonly string[];
  readonly series: readonly FirstCandle[];
  readonly source: string;
}

export interface FirstCandle extends SeriesName {
  readonly openTime: number;
}

interface Piece {
  readonly stream: string;
  readonly event: unknown;
}

const KINDS = ['@trade', '@aggTrade', '@kline_', '@ticker', '@bookTicker'] as const;
const RECORDINGS = [
  'ws/2021-04-04_btcusdt-ethusdt-dotusdt_aggTrade-kline1m-depth.jsonl',
  'ws/2021-08-14_ftmusdt-sxpbtc-badgerbtc-xmrbtc_bookTicker-aggTrade-kline1m-depth.jsonl',
  'derived/ws-trade_from-REST_BTCUSDT_2020-08-31.jsonl',
  'derived/ws-ticker+miniTicker_from-REST_2020-04-15.jsonl',
];
/** Of each kind, so that none of them outweighs the others. */
const MOST_OF_A_KIND = 400;

export function readFrameMix(root: string, passes: number): FrameMix {
  const files = RECORDINGS.map((name) => join(root, '../shared/data', name));
  return files.every((file) => existsSync(file))
    ? mixOf(
        files.flatMap((file) => readRecording(file)),
        passes,
        'recorded frames',
      )
    : mixOf(inventFrames(), passes, 'frames of the local exchange');
}

/** Interleaved evenly, each kind in its own order. */
function mixOf(pieces: readonly Piece[], passes: number, source: string): FrameMix {
  const mixed = KINDS.map((kind) =>
    pieces.filter(({ stream }) => stream.includes(kind)).slice(0, MOST_OF_A_KIND),
  )
    .flatMap((ofKind) => ofKind.map((piece, index) => ({ piece, at: index / ofKind.length })))
    .toSorted((one, other) => one.at - other.at)
    .map(({ piece }) => piece);
  const spans = spansOf(mixed);
  return {
    passes: Array.from({ length: passes + 1 }, (_, pass) =>
      mixed.map(({ stream, event }) =>
        // A flat string, as it comes from a socket.
        Buffer.from(
          JSON.stringify({ stream, data: later(event, pass, spans.get(stream)) }),
        ).toString('latin1'),
      ),
    ),
    symbols: [...new Set(mixed.map(({ stream }) => stream.split('@')[0]?.toUpperCase() ?? ''))],
    series: [...spans.values()].map(({ symbol, interval, openTime }) => ({
      symbol,
      interval,
      openTime,
    })),
    source,
  };
}

/** The candles that a stream's frames tell of. */
interface Span extends FirstCandle {
  /** From the first candle to the one that a repetition has to begin with. */
  lengthMs: number;
}

function spansOf(pieces: readonly Piece[]): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const { stream, event } of pieces) {
    const kline = isRecord(event) ? event['k'] : undefined;
    if (!isRecord(kline)) continue;
    const { i: interval, s: symbol, t: time, x: isClosed } = kline;
    if (typeof interval !== 'string' || !isInterval(interval)) continue;
    const openTime = Number(time);
    const span = spans.get(stream) ?? { symbol: String(symbol), interval, openTime, lengthMs: 0 };
    span.lengthMs = openTime - span.openTime + (isClosed === true ? intervalMs(interval) : 0);
    spans.set(stream, span);
  }
  return spans;
}

const PASS_MS = 600_000;
const PASS_IDS = 1_000_000;

/** The event as it would be that many passes later: other times, other ids, the same prices. */
function later(event: unknown, pass: number, span: Span | undefined): unknown {
  if (!isRecord(event)) return event;
  const moved: Record<string, unknown> = { ...event };
  const add = (field: string, amount: number): void => {
    if (typeof moved[field] === 'number') moved[field] += pass * amount;
  };
  add('E', PASS_MS);
  add('u', PASS_IDS);
  if (event['e'] === 'trade' || event['e'] === 'aggTrade') {
    add('T', PASS_MS);
    for (const id of ['t', 'a', 'f', 'l']) add(id, PASS_IDS);
  }
  const kline = event['k'];
  if (isRecord(kline) && span !== undefined) {
    const shift = pass * span.lengthMs;
    moved['k'] = { ...kline, t: Number(kline['t']) + shift, T: Number(kline['T']) + shift };
  }
  return moved;
}

/** Steps of the invented market, of a second each. */
const STEPS = 90;

function inventFrames(): Piece[] {
  const pieces: Piece[] = [];
  const market = createMarket({ machineNow: () => 0, startAt: Date.UTC(2026, 0, 5, 10, 20) });
  const symbols = market
    .symbols()
    .slice(0, 8)
    .map(({ symbol }) => symbol);
  market.onEvent((stream, event) => {
    if (!stream.includes('@kline_') || stream.endsWith('_1m')) pieces.push({ stream, event });
  });
  for (let step = 0; step < STEPS; step++) {
    market.advance(1000);
    market.closeDueCandles();
    for (const symbol of symbols) {
      const price = market.lastPrice(symbol);
      market.trade(symbol, price, '0.25');
      market.bookTicker(symbol, { bidPrice: price, askPrice: price });
    }
    market.pushCandles(['1m']);
    market.pushTickers(symbols);
  }
  return pieces;
}
