import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../domain/result.ts';
import { createAllowedHosts } from './allowed-hosts.ts';
import { createBrowserNetwork } from './browser-ports.ts';

const EVIL_SOCKET = 'wss://stream.binance.com.evil.example/ws';
const EVIL_REQUEST = 'https://evil.example/api/v3/klines';

let connected: string[];
let requested: { readonly url: string; readonly redirect: unknown }[];

class FakeWebSocket extends EventTarget {
  constructor(url: string) {
    super();
    connected.push(url);
  }
}

beforeEach(() => {
  connected = [];
  requested = [];
  vi.stubGlobal('WebSocket', FakeWebSocket);
  vi.stubGlobal('fetch', async (url: string, { redirect }: RequestInit) => {
    requested.push({ url, redirect });
    return new Response('{}');
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const SETTINGS = { venue: 'binance', customStreamUrl: '', customRestUrl: '' } as const;

function setUp() {
  const refused: Fault[] = [];
  const hosts = createAllowedHosts();
  hosts.setSettings(SETTINGS);
  const network = createBrowserNetwork(hosts, (faults) => refused.push(...faults));
  const open = (url: string) =>
    new Promise<{ code: number; reason: string }>((resolve) => {
      network.openSocket(url, {
        onOpen: () => undefined,
        onText: () => undefined,
        onClose: (code, reason) => resolve({ code, reason }),
      });
    });
  return { network, open, refused };
}

describe('an address that is not on the list', () => {
  it('is a failed attempt of a socket, with words, and no socket', async () => {
    const { open } = setUp();
    const { code, reason } = await open(EVIL_SOCKET);
    expect(code).toBe(1006);
    expect(reason).toContain('wss://stream.binance.com.evil.example');
    expect(connected).toEqual([]);
  });

  it('is a failed request, with words, and nothing is asked', async () => {
    const { network } = setUp();
    const request = network.httpGet(EVIL_REQUEST);
    request.abort();
    await expect(request.response).rejects.toThrow('https://evil.example');
    expect(requested).toEqual([]);
  });

  it('is told once, however often it is tried', async () => {
    const { network, open, refused } = setUp();
    await open(EVIL_SOCKET);
    await open(`${EVIL_SOCKET}?again`);
    await expect(network.httpGet(EVIL_REQUEST).response).rejects.toThrow('evil.example');
    expect(refused.map(({ value }) => value)).toEqual([
      '"wss://stream.binance.com.evil.example"',
      '"https://evil.example"',
    ]);
  });
});

describe('an address on the list', () => {
  it('is connected to', () => {
    const { network, refused } = setUp();
    const nothing = () => undefined;
    const handlers = { onOpen: nothing, onText: nothing, onClose: nothing };
    network.openSocket('wss://stream.binance.com:9443/ws/btcusdt@trade', handlers);
    expect(connected).toEqual(['wss://stream.binance.com:9443/ws/btcusdt@trade']);
    expect(refused).toEqual([]);
  });

  it('is asked without following a redirect to somewhere else', async () => {
    const { network } = setUp();
    const url = 'https://data-api.binance.vision/api/v3/ping';
    await network.httpGet(url).response;
    expect(requested).toEqual([{ url, redirect: 'error' }]);
  });
});

describe('a request made before the settings are told', () => {
  it('waits for them, because they may name its host', async () => {
    const hosts = createAllowedHosts();
    const network = createBrowserNetwork(hosts, () => undefined);
    const { response } = network.httpGet('https://api.mine.example/api/v3/ping');
    const customStreamUrl = 'wss://stream.mine.example';
    const customRestUrl = 'https://api.mine.example';
    hosts.setSettings({ venue: 'custom', customStreamUrl, customRestUrl });
    expect((await response).status).toBe(200);
    expect(requested).toHaveLength(1);
  });
});

describe('no other file of the app', () => {
  it('can open a connection', async () => {
    // The service worker fetches the app's own pages.
    const ways =
      /\bWebSocket\(|(?<![.\w])fetch\(|\b(?:self|window|globalThis)\.fetch\b|\bXMLHttpRequest\b|\bEventSource\(|\bWebTransport\b|\bRTCPeerConnection\b|\bsendBeacon\b|\bimportScripts\(/;
    const files = (await readdir('src', { recursive: true })).filter(
      (name) => /\.tsx?$/.test(name) && !/\.test\.|^testing|^ui.testing|^sw/.test(name),
    );
    const sources = await Promise.all(
      files.map(async (name) => ({ name, source: await readFile(join('src', name), 'utf8') })),
    );
    const found = sources.filter(({ source }) => ways.test(source)).map(({ name }) => name);
    expect(found).toEqual([join('engine', 'browser-ports.ts')]);
  });
});
