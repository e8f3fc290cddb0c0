import { describe, expect, it } from 'vitest';
import { binanceUsVenue, binanceVenue } from '../binance/venue.ts';
import { createAllowedHosts } from './allowed-hosts.ts';

const LOCAL = { streamUrl: 'ws://127.0.0.1:9080', restUrl: 'http://127.0.0.1:9081' };
const CUSTOM = {
  venue: 'custom',
  customStreamUrl: 'wss://stream.mine.example:9443',
  customRestUrl: 'https://api.mine.example',
} as const;

function isAllowed(url: string, hosts = createAllowedHosts()): boolean {
  return hosts.check(url).ok;
}

describe('the engine may talk to', () => {
  const { streamEndpoints, restEndpoints } = binanceVenue;
  it.each([
    ...[...streamEndpoints, ...binanceUsVenue.streamEndpoints].map(
      (url) => `${url}/stream?streams=a`,
    ),
    ...[...restEndpoints, ...binanceUsVenue.restEndpoints].map((url) => `${url}/api/v3/ping`),
  ])('%s', (url) => {
    expect(isAllowed(url)).toBe(true);
  });

  it('the local exchange with which the page was opened, on its ports alone', () => {
    const hosts = createAllowedHosts();
    expect(isAllowed('ws://127.0.0.1:9080/ws', hosts)).toBe(false);
    hosts.setLocal(LOCAL);
    expect(isAllowed('ws://127.0.0.1:9080/ws', hosts)).toBe(true);
    expect(isAllowed('http://127.0.0.1:9081/api/v3/ping', hosts)).toBe(true);
    expect(isAllowed('http://127.0.0.1:9080/api/v3/ping', hosts)).toBe(false);
    expect(isAllowed('ws://127.0.0.1:9081/ws', hosts)).toBe(false);
    expect(isAllowed('ws://localhost:9080/ws', hosts)).toBe(false);
    hosts.setLocal(null);
    expect(isAllowed('ws://127.0.0.1:9080/ws', hosts)).toBe(false);
  });

  it('the custom exchange that the user entered, while it is chosen', () => {
    const hosts = createAllowedHosts();
    const stream = 'wss://stream.mine.example:9443/ws';
    expect(isAllowed(stream, hosts)).toBe(false);
    hosts.setSettings(CUSTOM);
    expect(isAllowed(stream, hosts)).toBe(true);
    expect(isAllowed('https://api.mine.example/api/v3/time', hosts)).toBe(true);
    expect(isAllowed('https://mine.example/', hosts)).toBe(false);
    hosts.setSettings({ ...CUSTOM, venue: 'binance' });
    expect(isAllowed(stream, hosts)).toBe(false);
  });
});

describe('the engine does not talk to', () => {
  it.each([
    ['another host', 'wss://evil.example'],
    ['a host that begins like a known one', 'wss://stream.binance.com.evil.example:9443'],
    ['a host that ends like a known one', 'https://evil-api.binance.com'],
    ['a part of a known host', 'https://binance.com'],
    ['a known host with a dot behind it', 'https://api.binance.com./api/v3/ping'],
    ['a known host as a user', 'wss://stream.binance.com:9443@evil.example'],
    ['a user at a known host', 'https://user:secret@api.binance.com/'],
    ['a known host behind a backslash', 'https://evil.example\\@api.binance.com'],
    ['a known host as a path', 'https://evil.example/https://api.binance.com'],
    ['a known host as a query', 'https://evil.example?https://api.binance.com'],
    ['a known host as a fragment', 'https://evil.example#@api.binance.com'],
    ['a letter that only looks the same', 'https://api.bınance.com'],
    ['a known host without encryption', 'http://api.binance.com'],
    ['a known stream without encryption', 'ws://stream.binance.com:9443'],
    ['another port of a known host', 'https://api.binance.com:8443'],
    ['another protocol to a known host', 'https://stream.binance.com:9443'],
    ['a blob that names a known host', 'blob:https://api.binance.com/5f3c'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:application/json,{}'],
    ['a script', 'javascript:alert(1)'],
    ['the demo market, which needs no network', 'demo://market'],
    ['this computer, unasked', 'http://localhost:9080'],
    ['the network at home', 'http://192.168.0.1'],
    ['the address of a cloud machine’s secrets', 'http://169.254.169.254/latest/meta-data'],
    ['a relative address', '/api/v3/ping'],
    ['an address without a scheme', '//api.binance.com/api/v3/ping'],
    ['nothing', ''],
    ['nonsense', 'wss://'],
  ])('%s', (_fact, url) => {
    expect(isAllowed(url)).toBe(false);
  });

  it.each([
    ['another host', 'ws://evil.example:9080'],
    ['a name that begins like this computer', 'ws://127.0.0.1.evil.example:9080'],
    ['any address of the machine', 'ws://0.0.0.0:9080'],
    ['the network at home', 'ws://192.168.0.1:9080'],
    ['an encrypted other host', 'wss://evil.example'],
  ])('what a link calls local but is %s', (_fact, streamUrl) => {
    const hosts = createAllowedHosts();
    hosts.setLocal({ ...LOCAL, streamUrl });
    expect(isAllowed(streamUrl, hosts)).toBe(false);
  });

  it('a custom exchange without encryption', () => {
    const hosts = createAllowedHosts();
    hosts.setSettings({ ...CUSTOM, customStreamUrl: 'ws://stream.mine.example' });
    expect(isAllowed('ws://stream.mine.example', hosts)).toBe(false);
  });
});

describe('the check', () => {
  it('gives back the address as the browser reads it', () => {
    const result = createAllowedHosts().check(' HTTPS://API.binance.com:443\\api/v3/../v3/pi\nng ');
    expect(result).toEqual({ ok: true, value: 'https://api.binance.com/api/v3/ping' });
  });

  it('names what it refuses without path and secrets, and what it would allow', () => {
    const result = createAllowedHosts().check('https://me:secret@evil.example/path?key=1');
    expect(result).toMatchObject({
      ok: false,
      faults: [{ field: 'address', value: '"https://evil.example"' }],
    });
  });
});
