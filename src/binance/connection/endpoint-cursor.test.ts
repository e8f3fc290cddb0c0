import { describe, expect, test } from 'vitest';
import { createEndpointCursor } from './endpoint-cursor.ts';
import type { Endpoint } from './status.ts';

const endpoint = (url: string, venue = 'Binance'): Endpoint => ({
  url,
  venue,
  probeUrl: `${url}/ping`,
});
const [a, b, us] = [endpoint('a'), endpoint('b'), endpoint('us', 'Binance.US')] as const;

describe('the endpoint cursor', () => {
  test('goes along the list and counts the laps', () => {
    const cursor = createEndpointCursor([a, b], () => false);
    expect(cursor.current).toBe(a);
    cursor.failed(a);
    expect([cursor.current, cursor.laps]).toEqual([b, 0]);
    cursor.failed(b);
    expect([cursor.current, cursor.laps]).toEqual([a, 1]);
    cursor.worked();
    expect(cursor.laps).toBe(0);
  });

  test('two connections that fail at the same endpoint move it once', () => {
    const cursor = createEndpointCursor([a, b, us], () => false);
    cursor.failed(a);
    cursor.failed(a);
    expect(cursor.current).toBe(b);
  });

  test('does not leave a venue that still serves another connection', () => {
    const cursor = createEndpointCursor([a, us, b], () => true);
    cursor.failed(a);
    expect(cursor.current).toBe(b);
    cursor.failed(b);
    expect(cursor.current).toBe(a);
  });

  test('a new list keeps the endpoint in use, or begins at its head', () => {
    const cursor = createEndpointCursor([a, b], () => false);
    cursor.failed(a);
    cursor.set([us, endpoint('b')]);
    expect(cursor.index).toBe(1);
    cursor.set([us]);
    expect(cursor.current).toBe(us);
  });

  test('an empty list has no endpoint', () => {
    const cursor = createEndpointCursor([], () => false);
    cursor.failed(a);
    expect(cursor.current).toBeNull();
  });
});
