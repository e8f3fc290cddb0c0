import type { MarketEvent } from '../domain/market.ts';
import { usualPayload } from './envelope.ts';
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
 * is the name under which the frame came, as it stands in the envelope (a link has read it there),
 * or `''` where it is not known. Never throws of itself: what cannot be used is told as a rejection.
 * Prices and quantities stay the exchange's texts, checked to be plain decimals.
 */
export function readFrame(stream: StreamName, text: string, reader: FrameReader): void {
  const payload = usualPayload(stream, text);
  if (payload !== undefined) return readPayload(payload, streamKind(stream), reader);
  const frame = parseJson(text);
  if (typeof frame !== 'object' || frame === null) {
    return reader.onRejection({ kind: 'not-json', field: '' });
  }
  const { stream: named, data }: WireEnvelope = frame;
  const isWrapped = typeof named === 'string' && data !== undefined;
  const name = isWrapped ? named : stream;
  readPayload(isWrapped ? data : frame, name === '' ? undefined : streamKind(name), reader);
}

function readPayload(payload: unknown, kind: StreamKind | undefined, reader: FrameReader): void {
  if (!Array.isArray(payload)) return tell(parsePayload(payload, kind), reader);
  for (const one of payload) tell(parsePayload(one, kind), reader);
}

function tell(parsed: Parsed, reader: FrameReader): void {
  if (!parsed) return;
  if (isRejection(parsed)) reader.onRejection(parsed);
  else reader.onEvent(parsed);
}

/**
 * By the stream's kind first: each line then sees objects of one shape, whose properties are found
 * at once. What is not of that kind is a fault of the exchange's, or a forgery.
 */
function parsePayload(payload: unknown, kind: StreamKind | undefined): Parsed {
  if (!isRecord(payload)) return { kind: 'unknown-type', field: 'data' };
  const event: WireEvent = payload;
  switch (kind ?? kindOf(event)) {
    case 'trade':
      if (event.e === 'trade' || event.e === 'aggTrade') return parseTrade(event);
      break;
    case 'candle':
      if (event.e === 'kline') return parseKlineEvent(event);
      break;
    case 'ticker':
      if (event.e === '24hrTicker') return parseTickerEvent(event);
      break;
    case 'miniTicker':
      if (event.e === '24hrMiniTicker') return parseMiniTicker(event);
      break;
    case 'bookTicker':
      if (event.e === undefined) return parseBookTicker(payload);
      break;
    case 'control':
    case 'other':
  }
  return refuseOther(event);
}

/** What an event is by itself; a book ticker is the only one without an `e`. */
function kindOf(event: WireEvent): StreamKind {
  switch (event.e) {
    case 'trade':
    case 'aggTrade':
      return 'trade';
    case 'kline':
      return 'candle';
    case '24hrTicker':
      return 'ticker';
    case '24hrMiniTicker':
      return 'miniTicker';
    case undefined:
      return 'u' in event ? 'bookTicker' : 'other';
    default:
      return 'other';
  }
}

/** Undefined for control messages. */
function refuseOther(event: WireEvent): Rejection | undefined {
  if (isControl(event)) return undefined;
  if (event.e === undefined) return { kind: 'missing-field', field: 'e' };
  return { kind: kindOf(event) === 'other' ? 'unknown-type' : 'wrong-stream', field: 'e' };
}

function isControl(event: WireEvent): boolean {
  if (event.e !== undefined) return event.e === 'serverShutdown';
  return 'result' in event || 'error' in event || ('code' in event && 'msg' in event);
}
