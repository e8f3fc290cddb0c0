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
 * What a frame holds. Both lists are empty for a control message (an acknowledgement, an error
 * reply, `serverShutdown`), which is the connection's business; an array of tickers may fill both.
 */
export interface FrameResult {
  readonly events: readonly MarketEvent[];
  readonly rejections: readonly Rejection[];
}

type Parsed = MarketEvent | Rejection | undefined;

const NO_EVENTS: readonly MarketEvent[] = [];
const NO_REJECTIONS: readonly Rejection[] = [];
const NOTHING: FrameResult = { events: NO_EVENTS, rejections: NO_REJECTIONS };

/**
 * Reads one frame of a combined stream (with its envelope) or of a raw one (bare payload). `stream`
 * is the name under which the frame came, or `''` where it is not known; the envelope's own name
 * goes first. Never throws: what cannot be used is told as a rejection. Prices and quantities stay
 * the exchange's texts, checked to be plain decimals.
 */
export function parseFrame(stream: StreamName, text: string): FrameResult {
  const frame = parseJson(text);
  if (typeof frame !== 'object' || frame === null)
    return rejection({ kind: 'not-json', field: '' });
  const { stream: named, data }: WireEnvelope = frame;
  const isWrapped = typeof named === 'string' && data !== undefined;
  const name = isWrapped ? named : stream;
  const payload = isWrapped ? data : frame;
  const kind = name === '' ? undefined : streamKind(name);
  if (Array.isArray(payload)) return parseAll(payload, kind);
  const parsed = parsePayload(payload, kind);
  if (!parsed) return NOTHING;
  return isRejection(parsed) ? rejection(parsed) : { events: [parsed], rejections: NO_REJECTIONS };
}

function parseAll(payloads: readonly unknown[], kind: StreamKind | undefined): FrameResult {
  const events: MarketEvent[] = [];
  const rejections: Rejection[] = [];
  for (const payload of payloads) {
    const parsed = parsePayload(payload, kind);
    if (!parsed) continue;
    if (isRejection(parsed)) rejections.push(parsed);
    else events.push(parsed);
  }
  return { events, rejections };
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

function rejection(reason: Rejection): FrameResult {
  return { events: NO_EVENTS, rejections: [reason] };
}
