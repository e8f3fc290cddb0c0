import { describe, expect, it } from 'vitest';
import { parseStartOptions } from './start-options.ts';

const LOCAL = 'stream=ws://127.0.0.1:9001&rest=http://127.0.0.1:9002';

describe('parseStartOptions', () => {
  it('reads an empty query as the exchange, with nothing preset', () => {
    expect(parseStartOptions('')).toEqual({
      options: { feed: 'exchange', local: null, symbols: null, intervals: null },
      faults: [],
    });
  });

  it('reads the demo feed, and reports any other', () => {
    expect(parseStartOptions('?feed=demo').options.feed).toBe('demo');
    const { options, faults } = parseStartOptions('?feed=casino');
    expect(options.feed).toBe('exchange');
    expect(faults[0]).toEqual({ field: 'feed', value: '"casino"', allowed: 'demo' });
  });

  it('accepts both addresses on the user’s own machine', () => {
    expect(parseStartOptions(`?${LOCAL}`).options.local).toEqual({
      streamUrl: 'ws://127.0.0.1:9001',
      restUrl: 'http://127.0.0.1:9002',
    });
    const named = parseStartOptions('?stream=ws://localhost:1/base/&rest=http://localhost:2');
    expect(named.options.local).toEqual({
      streamUrl: 'ws://localhost:1/base',
      restUrl: 'http://localhost:2',
    });
  });

  it.each([
    'ws://127.0.0.1.evil.com:80',
    'ws://evil.com:80',
    'ws://user@127.0.0.1:80',
    'ws://127.0.0.1:80@evil.com',
    'ws://localhost.evil.com',
    'ws://127.0.0.1@evil.com',
    'ws://0.0.0.0:80',
    'ws://[::1]:80',
    'ws://127.0.0.1:80?x=1',
    'http://127.0.0.1:80',
    'javascript:alert(1)',
    'ws:127.0.0.1.evil.com',
    'wss://stream.binance.com',
    '//127.0.0.1',
    'not an address',
    '',
  ])('refuses %s as a stream address and says so', (address) => {
    const query = `?stream=${encodeURIComponent(address)}&rest=http://127.0.0.1:1`;
    const { options, faults } = parseStartOptions(query);
    expect(options.local).toBeNull();
    expect(faults.map((one) => one.field)).toEqual(['stream']);
  });

  it('wants both addresses or none', () => {
    const { options, faults } = parseStartOptions('?stream=ws://127.0.0.1:1');
    expect(options.local).toBeNull();
    expect(faults.map((one) => one.field)).toEqual(['rest']);
  });

  it('keeps good symbols and intervals, and reports bad ones by name', () => {
    const { options, faults } = parseStartOptions('?symbols=btcusdt, ,E!H,SOLUSDT&intervals=1m,2m');
    expect(options.symbols).toEqual(['BTCUSDT', 'SOLUSDT']);
    expect(options.intervals).toEqual(['1m']);
    expect(faults.map((one) => one.value)).toEqual(['"E!H"', '"2m"']);
  });

  it('presets nothing when no name was good', () => {
    expect(parseStartOptions('?symbols=!!').options.symbols).toBeNull();
    expect(parseStartOptions('?symbols=').options.symbols).toBeNull();
  });
});
