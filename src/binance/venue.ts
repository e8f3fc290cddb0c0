import { accept, refuse } from '../domain/result.ts';
import type { Result } from '../domain/result.ts';

/**
 * A market with its addresses. Failover stays within one venue: another has other symbols and other
 * prices. Endpoints are bases without a trailing slash, preferred first, one or more of each.
 */
export interface Venue {
  readonly id: 'binance' | 'binance-us' | 'local' | 'custom' | 'demo';
  /** Shown wherever prices are. */
  readonly name: string;
  /** To be followed by `/stream?streams=…` or `/ws/…`. */
  readonly streamEndpoints: readonly string[];
  /** To be followed by `/api/v3/…`. */
  readonly restEndpoints: readonly string[];
}

/** Source: Binance spot documentation, general information. Market-data-only REST goes first. */
export const binanceVenue: Venue = {
  id: 'binance',
  name: 'Binance',
  streamEndpoints: [
    'wss://stream.binance.com:9443',
    'wss://stream.binance.com:443',
    'wss://data-stream.binance.vision:443',
    'wss://data-stream.binance.vision:9443',
  ],
  restEndpoints: [
    'https://data-api.binance.vision',
    'https://api.binance.com',
    'https://api-gcp.binance.com',
    'https://api1.binance.com',
    'https://api2.binance.com',
    'https://api3.binance.com',
    'https://api4.binance.com',
  ],
};

export const binanceUsVenue: Venue = {
  id: 'binance-us',
  name: 'Binance.US',
  streamEndpoints: ['wss://stream.binance.us:9443'],
  restEndpoints: ['https://api.binance.us'],
};

/** Addresses that only the generated market answers. */
export const demoVenue: Venue = {
  id: 'demo',
  name: 'Demo market (generated, not real prices)',
  streamEndpoints: ['demo://market'],
  restEndpoints: ['demo://market'],
};

/** An exchange on this computer. The only kind that a link may choose: it cannot feed false prices. */
export function localVenue(streamUrl: string, restUrl: string): Result<Venue> {
  const stream = parseLoopbackUrl(streamUrl, ['ws', 'wss'], 'stream');
  if (!stream.ok) return stream;
  const rest = parseLoopbackUrl(restUrl, ['http', 'https'], 'rest');
  if (!rest.ok) return rest;
  return accept({
    id: 'local',
    name: `Local exchange (${stream.value})`,
    streamEndpoints: [stream.value],
    restEndpoints: [rest.value],
  });
}

/** An exchange whose address the user entered: encrypted only. */
export function customVenue(streamUrl: string, restUrl: string): Result<Venue> {
  const stream = parseBaseUrl(streamUrl, ['wss'], 'stream', ANY_HOST);
  if (!stream.ok) return stream;
  const rest = parseBaseUrl(restUrl, ['https'], 'rest', ANY_HOST);
  if (!rest.ok) return rest;
  return accept({
    id: 'custom',
    name: `Custom exchange (${stream.value})`,
    streamEndpoints: [stream.value],
    restEndpoints: [rest.value],
  });
}

/**
 * Accepts `<protocol>://<host>[:port][/]` with host `127.0.0.1`, `localhost` or `[::1]` and nothing
 * else: no user, path, query or fragment. Gives it in lower case without the slash.
 */
export function parseLoopbackUrl(
  text: string,
  protocols: readonly string[],
  field = 'url',
): Result<string> {
  return parseBaseUrl(text, protocols, field, LOOPBACK);
}

interface HostRule {
  readonly words: string;
  readonly allows: (host: string) => boolean;
}

const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
const LOOPBACK: HostRule = {
  words: LOOPBACK_HOSTS.join(' or '),
  allows: (host) => LOOPBACK_HOSTS.includes(host),
};
const LARGEST_PORT = 65_535;

/*
 * What is accepted is named letter by letter, so `@`, `\`, blanks, control characters and whatever
 * else could make a browser read another host have no way through.
 */
const BASE_URL = /^([a-z]+):\/\/([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?\/?$/;
const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const IP_V6 = /^\[[0-9a-f:.]+\]$/;

const ANY_HOST: HostRule = {
  words: 'host',
  allows: (host) => IP_V6.test(host) || host.split('.').every((label) => HOST_LABEL.test(label)),
};

function parseBaseUrl(
  text: string,
  protocols: readonly string[],
  field: string,
  rule: HostRule,
): Result<string> {
  const starts = protocols.map((protocol) => `${protocol}://`).join(' or ');
  const allowed = `${starts} and ${rule.words}, with a port or without, and no path`;
  const [, protocol, host, port] = BASE_URL.exec(text.toLowerCase()) ?? [];
  if (protocol === undefined || host === undefined) return refuse(field, text, allowed);
  const isPort = port === undefined || (Number(port) > 0 && Number(port) <= LARGEST_PORT);
  if (!protocols.includes(protocol) || !rule.allows(host) || !isPort) {
    return refuse(field, text, allowed);
  }
  return accept(`${protocol}://${host}${port === undefined ? '' : `:${Number(port)}`}`);
}
