import { fault } from '../domain/result.ts';
import type { Fault } from '../domain/result.ts';
import { parseIntervals, parseSymbols } from '../domain/watchlist.ts';
import type { StartOptions } from '../protocol/messages.ts';

export interface ParsedStart {
  readonly options: StartOptions;
  /** What the URL asked for and does not get; the rest goes on. */
  readonly faults: readonly Fault[];
}

/**
 * Reads how the page was opened. A link must not be able to feed anyone false prices, so other
 * exchange servers are accepted from a URL only on the user's own machine.
 */
export function parseStartOptions(search: string): ParsedStart {
  const query = new URLSearchParams(search);
  const faults: Fault[] = [];
  const symbols = parseList(query, 'symbols', parseSymbols, faults);
  const intervals = parseList(query, 'intervals', parseIntervals, faults);
  const feed = parseFeed(query.get('feed'), faults);
  const local = parseLocal(query.get('stream'), query.get('rest'), faults);
  return { options: { feed, local, symbols, intervals }, faults };
}

function parseFeed(value: string | null, faults: Fault[]): StartOptions['feed'] {
  if (value === 'demo') return 'demo';
  if (value !== null) faults.push(fault('feed', value, 'demo'));
  return 'exchange';
}

function parseList<T>(
  query: URLSearchParams,
  field: string,
  parse: (
    values: readonly string[],
    field: string,
  ) => { kept: readonly T[]; faults: readonly Fault[] },
  faults: Fault[],
): readonly T[] | null {
  const value = query.get(field);
  if (value === null) return null;
  const words = value.split(',').map((word) => word.trim());
  const parsed = parse(
    words.filter((word) => word !== ''),
    field,
  );
  faults.push(...parsed.faults);
  return parsed.kept.length > 0 ? parsed.kept : null;
}

function parseLocal(
  stream: string | null,
  rest: string | null,
  faults: Fault[],
): StartOptions['local'] {
  if (stream === null && rest === null) return null;
  const given = faults.length;
  const streamUrl = stream === null ? null : parseLoopback('stream', stream, 'ws:', faults);
  const restUrl = rest === null ? null : parseLoopback('rest', rest, 'http:', faults);
  if (streamUrl && restUrl) return { streamUrl, restUrl };
  if (faults.length === given) {
    faults.push(fault(stream === null ? 'stream' : 'rest', '', 'both stream and rest, or neither'));
  }
  return null;
}

/** Not `[::1]`: the page's Content-Security-Policy cannot name an IPv6 address. */
const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost'];

function parseLoopback(
  field: string,
  value: string,
  scheme: 'ws:' | 'http:',
  faults: Fault[],
): string | null {
  const allowed = `${scheme}//127.0.0.1 or localhost with a port`;
  const url = URL.canParse(value) ? new URL(value) : null;
  const isAllowed =
    url !== null &&
    url.protocol === scheme &&
    LOOPBACK_HOSTS.includes(url.hostname) &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '';
  if (isAllowed) return url.origin + url.pathname.replace(/\/+$/, '');
  faults.push(fault(field, value, allowed));
  return null;
}
