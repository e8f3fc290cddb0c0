/**
 * What a frame of a combined stream is that is not market data as usual (`envelope.ts`).
 * https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams
 */
import { parseJson } from '../parse-json.ts';
import { shutdownStream } from '../stream-name.ts';

/** The server's answer to SUBSCRIBE, UNSUBSCRIBE or LIST_SUBSCRIPTIONS. */
export interface Reply {
  readonly type: 'reply';
  /** Absent from errors about a request that the server could not read. */
  readonly id: number | null;
  /** In the server's words, null for success. */
  readonly error: string | null;
  /** The names of LIST_SUBSCRIPTIONS. */
  readonly list: readonly string[] | null;
}

export type OtherFrame =
  | Reply
  | { readonly type: 'data'; readonly stream: string }
  | { readonly type: 'shutdown' }
  | { readonly type: 'unreadable' };

const SHUTDOWN_EVENT = 'serverShutdown';
const UNREADABLE: OtherFrame = { type: 'unreadable' };
const SHUTDOWN: OtherFrame = { type: 'shutdown' };

/** The slow way, for control frames and unusual key order. */
export function readOtherFrame(text: string): OtherFrame {
  const frame = parseJson(text);
  if (!isRecord(frame)) return UNREADABLE;
  const { stream } = frame;
  if (stream === shutdownStream || frame['e'] === SHUTDOWN_EVENT) return SHUTDOWN;
  if (typeof stream === 'string' && stream !== '' && 'data' in frame) {
    return { type: 'data', stream };
  }
  return readReply(frame);
}

function readReply(frame: Record<string, unknown>): OtherFrame {
  const id = typeof frame['id'] === 'number' ? frame['id'] : null;
  const error = errorIn(frame) ?? errorIn(frame['error']);
  if (error !== null) return { type: 'reply', id, error, list: null };
  if (id === null || !('result' in frame)) return UNREADABLE;
  const { result } = frame;
  return { type: 'reply', id, error: null, list: isNameList(result) ? result : null };
}

function errorIn(value: unknown): string | null {
  if (!isRecord(value) || !('code' in value) || typeof value['msg'] !== 'string') return null;
  return `${value['msg']} (${String(value['code'])})`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
