/**
 * What a frame of a combined stream is, found out without JSON.parse for the frames that matter.
 * https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams
 */

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

const PREFIX = '{"stream":"';
const AFTER_NAME = '","data":';
const SHUTDOWN_STREAM = '!serverShutdown';
const SHUTDOWN_EVENT = 'serverShutdown';
const UNREADABLE: OtherFrame = { type: 'unreadable' };
const SHUTDOWN: OtherFrame = { type: 'shutdown' };

/**
 * The stream's name if the frame is market data in the usual key order, else an empty string:
 * then `readOtherFrame` says what it is.
 */
export function usualStreamOf(text: string): string {
  if (!text.startsWith(PREFIX)) return '';
  const end = text.indexOf('"', PREFIX.length);
  if (end < 0 || !text.startsWith(AFTER_NAME, end)) return '';
  const name = text.slice(PREFIX.length, end);
  return name === SHUTDOWN_STREAM || name.includes('\\') ? '' : name;
}

/** The slow way, for control frames and unusual key order. */
export function readOtherFrame(text: string): OtherFrame {
  const frame = parsed(text);
  if (!isRecord(frame)) return UNREADABLE;
  const { stream } = frame;
  if (stream === SHUTDOWN_STREAM || frame['e'] === SHUTDOWN_EVENT) return SHUTDOWN;
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
