import { describe, expect, test } from 'vitest';
import {
  binanceUsVenue,
  binanceVenue,
  customVenue,
  localVenue,
  parseLoopbackUrl,
} from './venue.ts';

const read = (text: string): string | undefined => {
  const result = parseLoopbackUrl(text, ['ws', 'wss']);
  return result.ok ? result.value : undefined;
};

describe('a loopback address', () => {
  test.each([
    ['ws://127.0.0.1:8080', 'ws://127.0.0.1:8080'],
    ['ws://127.0.0.1:8080/', 'ws://127.0.0.1:8080'],
    ['WS://LOCALHOST', 'ws://localhost'],
    ['wss://[::1]:443', 'wss://[::1]:443'],
  ])('%s is accepted', (text, address) => {
    expect(read(text)).toBe(address);
  });

  test.each([
    'ws://127.0.0.1.evil.com',
    'ws://127.0.0.1@evil.com',
    'ws://127.0.0.1:80@evil.com',
    'ws://127.0.0.1:80/@evil.com',
    'ws://user@127.0.0.1',
    'ws://evil.com#127.0.0.1',
    'ws://evil.com?127.0.0.1',
    'ws://evil.com\\@127.0.0.1',
    'ws://127.0.0.1\\.evil.com',
    'ws://localhost.evil.com',
    'ws://evillocalhost',
    'ws://127.0.0.1:8080/path',
    'ws://127.0.0.1:0',
    'ws://127.0.0.1:65536',
    'ws://127.0.0.1:8080 ',
    ' ws://127.0.0.1',
    'ws://127.0.0.1\n',
    'ws:///127.0.0.1',
    'ws:127.0.0.1',
    '//127.0.0.1',
    '127.0.0.1',
    'http://127.0.0.1',
    'javascript://127.0.0.1',
    'ws://127.1',
    'ws://0.0.0.0',
    'ws://2130706433',
    'ws://[::ffff:127.0.0.1]',
    'ws://１２７.0.0.1',
    'ws://localhost.',
    '',
  ])('%j is refused', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('a refusal names the field and says what is allowed', () => {
    const result = localVenue('ws://127.0.0.1:1', 'http://evil.com');
    const allowed: unknown = expect.stringContaining('127.0.0.1 or localhost');
    expect(result).toMatchObject({ ok: false, faults: [{ field: 'rest', allowed }] });
  });
});

describe('venues', () => {
  test('a local one has the two addresses', () => {
    expect(localVenue('ws://127.0.0.1:1', 'http://localhost:2')).toMatchObject({
      ok: true,
      value: {
        id: 'local',
        streamEndpoints: ['ws://127.0.0.1:1'],
        restEndpoints: ['http://localhost:2'],
      },
    });
  });

  test.each([
    ['ws://exchange.example', 'https://exchange.example', false],
    ['wss://exchange.example', 'http://exchange.example', false],
    ['wss://a@exchange.example', 'https://exchange.example', false],
    ['wss://-bad-.example', 'https://exchange.example', false],
    ['wss://exchange..example', 'https://exchange.example', false],
    ['wss://exchange.example:9443', 'https://exchange.example/', true],
  ])('a custom one is encrypted and names a host: %s, %s', (stream, rest, isAccepted) => {
    expect(customVenue(stream, rest).ok).toBe(isAccepted);
  });

  test('Binance and Binance.US have no address in common', () => {
    const us = [...binanceUsVenue.streamEndpoints, ...binanceUsVenue.restEndpoints];
    const all = [...binanceVenue.streamEndpoints, ...binanceVenue.restEndpoints];
    expect(all.filter((address) => us.includes(address) || address.includes('.us'))).toEqual([]);
  });
});
