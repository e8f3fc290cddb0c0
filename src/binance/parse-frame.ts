import type { MarketEvent } from '../domain/market.ts';
import { parseKlineEvent } from './parse-candle.ts';
import { parseJson } from './parse-json.ts';
import { parseBookTicker, parseMiniTicker, parseTickerEvent } from './parse-ticker.ts';
import { parseTrade } from './parse-trade.ts';
import { isRejection } from './rejection.ts';
import type { Rejection } from './rejection.ts';
import { streamKind } from './stream-name.ts';
import type { StreamKind, StreamName } from './stream-name.ts';
import { isRecord } from './wire.ts';
import type { WireEnvelope, WireEvent } from './wire.ts';

/**
 * Takes what a frame holds, piece by piece: nothing of a control message (an acknowledgement, an
 * error reply, `serverShutdown`), which is the connection's business; of an array of tickers many
 * of both.
 */
export interface FrameReader {
  readonly onEvent: (event: MarketEvent) => void;
  readonly onRejection: (rejection: Rejection) => void;
}

type Parsed = MarketEvent | Rejection | undefined;

/**
 * Reads one frame of a combined stream (with its envelope) or of a raw one (bare payload). `stream`
 * is the name under which the frame came, or `''` where it is not known; the envelope's own name
 * goes first. Never throws of itself: what cannot be used is told as a rejection. Prices and
 * quantities stay the exchange's texts, checked to be plain decimals.
 */
export function readFrame(stream: StreamName, text: string, reader: FrameReader): void {
  const frame = parseJson(text);
  if (typeof frame !== 'object' || frame === null) {
    return reader.onRejection({ kind: 'not-json', field: '' });
  }
  const { stream: named, data }: WireEnvelope = frame;
  const isWrapped = typeof named === 'string' && data !== undefined;
  const name = isWrapped ? named : stream;
  const payload = isWrapped ? data : frame;
  const kind = name === '' ? undefined : streamKind(name);
  if (!Array.isArray(payload)) return tell(parsePayload(payload, kind), reader);
  for (const one of payload) tell(parsePayload(one, kind), reader);
}

function tell(parsed: Parsed, reader: FrameReader): void {
  if (!parsed) return;
  if (isRejection(parsed)) reader.onRejection(parsed);
  else reader.onEvent(parsed);
}

function parsePayload(payload: unknown, kind: StreamKind | undefined): Parsed {
  if (!isRecord(payload)) return { kind: 'unknown-type', field: 'data' };
  const event: WireEvent = payload;
  switch (event.e) {
    case 'trade':
    case 'aggTrade':
      return belongs('trade', kind) ?? parseTrade(event);
    case 'kline':
      return belongs('candle', kind) ?? parseKlineEvent(event);
    case '24hrTicker':
      return belongs('ticker', kind) ?? parseTickerEvent(event);
    case '24hrMiniTicker':
      return belongs('miniTicker', kind) ?? parseMiniTicker(event);
    case undefined:
      return parseUntyped(event, kind);
    case 'serverShutdown':
      return undefined;
    default:
      return { kind: 'unknown-type', field: 'e' };
  }
}

/** A book ticker or a control message: the payloads without an `e`. */
function parseUntyped(payload: object, kind: StreamKind | undefined): Parsed {
  if (kind === 'bookTicker' || (kind === undefined && 'u' in payload)) {
    return parseBookTicker(payload);
  }
  const isControl = 'result' in payload || ('code' in payload && 'msg' in payload);
  if (isControl || 'error' in payload) return undefined;
  return { kind: 'missing-field', field: 'e' };
}

/** An event on a stream of another type is a fault of the exchange's, or a forgery. */
function belongs(type: StreamKind, kind: StreamKind | undefined): Rejection | undefined {
  return kind === undefined || kind === type ? undefined : { kind: 'wrong-stream', field: 'e' };
}
