import { readFileSync } from 'node:fs';
import type { Frame } from './frame.ts';
import { frameOf } from './frame.ts';

/** A recorded frame, ready to be sent to whoever is subscribed to its stream. */
export interface RecordedFrame extends Frame {
  /** When it was received (ms), or null. */
  readonly receivedAt: number | null;
  /** The event in it, parsed. */
  readonly event: unknown;
}

/** Whether a value is an object whose fields can be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names of streams whose event type does not say them in full. */
const STREAM_KINDS: Readonly<Record<string, string>> = {
  trade: 'trade',
  aggTrade: 'aggTrade',
  '24hrTicker': 'ticker',
  '24hrMiniTicker': 'miniTicker',
  depthUpdate: 'depth',
};

/** The stream that a bare payload belongs to by its content; undefined when that does not say. */
export function streamOfPayload(event: unknown): string | undefined {
  if (Array.isArray(event)) {
    const first: unknown = event[0];
    const type = isRecord(first) ? first['e'] : undefined;
    if (type === '24hrTicker') return '!ticker@arr';
    return type === '24hrMiniTicker' ? '!miniTicker@arr' : undefined;
  }
  if (!isRecord(event)) return undefined;
  const { e: type, s: symbol, k: kline } = event;
  if (type === 'serverShutdown') return '!serverShutdown';
  if (typeof symbol !== 'string') return undefined;
  const name = symbol.toLowerCase();
  if (type === 'kline' && isRecord(kline)) return `${name}@kline_${String(kline['i'])}`;
  if (type === undefined && 'u' in event) return `${name}@bookTicker`;
  const kind = typeof type === 'string' ? STREAM_KINDS[type] : undefined;
  return kind === undefined ? undefined : `${name}@${kind}`;
}

/** Reads one line of a recording; undefined for a reply to a control message. */
function parseLine(
  line: string,
  number: number,
  stream: string | undefined,
): RecordedFrame | undefined {
  const entry: unknown = JSON.parse(line);
  if (!isRecord(entry) || typeof entry['frame'] !== 'string') {
    throw new Error(`line ${number}: not {"t": …, "frame": "…"}`);
  }
  const { t, frame: recorded } = entry;
  const receivedAt = typeof t === 'number' ? t : null;
  const content: unknown = JSON.parse(recorded);
  if (isRecord(content)) {
    if ('result' in content || 'code' in content) return undefined;
    const { stream: name, data } = content;
    if (typeof name === 'string' && data !== undefined) {
      const raw = recorded.slice(recorded.indexOf('"data":') + '"data":'.length, -1);
      return { stream: name, raw, combined: recorded, receivedAt, event: data };
    }
  }
  const name = stream ?? streamOfPayload(content);
  if (name === undefined) throw new Error(`line ${number}: the frame names no stream`);
  return { ...frameOf(name, recorded), receivedAt, event: content };
}

/**
 * Reads a recording: one `{"t": <ms or null>, "frame": "<text as received>"}` a line. The texts stay
 * as they are: the enveloped form is the recorded text itself, the bare one is what it wraps.
 * Replies to control messages are left out.
 * @param stream name for frames without an envelope; by default it follows from their content
 * @throws Error naming the line that has no stream or is not of this form
 */
export function parseRecording(text: string, stream?: string): RecordedFrame[] {
  return text.split('\n').flatMap((line, place) => {
    const frame = line.trim() === '' ? undefined : parseLine(line, place + 1, stream);
    return frame === undefined ? [] : [frame];
  });
}

/** Reads a recording from a file. */
export function readRecording(path: string, stream?: string): RecordedFrame[] {
  return parseRecording(readFileSync(path, 'utf8'), stream);
}
