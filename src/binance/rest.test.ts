import { describe, expect, test } from 'vitest';
import { createFakeClock, settle } from '../testing/fake-clock.ts';
import type { HttpGet, HttpResponse } from './ports.ts';
import { describeRestFailure } from './rest-failure.ts';
import { createRestClient } from './rest.ts';
import type { RestClientOptions } from './rest.ts';

interface Sent {
  readonly url: string;
  readonly isAborted: boolean;
  reply(status: number, text?: string, retryAfter?: string | null): void;
  fail(): void;
}

function setUp(options: Partial<RestClientOptions> = {}) {
  const clock = createFakeClock();
  const sent: Sent[] = [];
  const httpGet: HttpGet = (url) => {
    let isAborted = false;
    let resolve: ((response: HttpResponse) => void) | undefined;
    let reject: ((reason: Error) => void) | undefined;
    const response = new Promise<HttpResponse>((pass, fail) => {
      resolve = pass;
      reject = fail;
    });
    sent.push({
      url,
      get isAborted() {
        return isAborted;
      },
      reply: (status, text = '{}', retryAfter = null) => resolve?.({ status, text, retryAfter }),
      fail: () => reject?.(new Error('network')),
    });
    return {
      response,
      abort() {
        isAborted = true;
        reject?.(new Error('aborted'));
      },
    };
  };
  const rest = createRestClient({
    httpGet,
    clock,
    random: () => 1,
    endpoints: ['https://a', 'https://b', 'https://c'],
    ...options,
  });
  const at = (index: number): Sent => {
    const request = sent[index];
    if (!request) throw new Error(`request ${index} was not sent`);
    return request;
  };
  return { clock, rest, sent, at };
}

describe('a request', () => {
  test('is a plain address with encoded values, and no others', async () => {
    const { rest, sent } = setUp({ concurrency: 9 });
    rest.exchangeInfo();
    rest.exchangeInfo(['BTCUSDT']);
    rest.klines({ symbol: '币USDT', interval: '1M', startTime: 1, endTime: 2, limit: 3 });
    rest.klines({ symbol: 'BTCUSDT', interval: '1m' });
    rest.tickers24h(['BTCUSDT', 'ETHUSDT']);
    rest.tickers24h();
    expect(sent.map(({ url }) => url)).toEqual([
      'https://a/api/v3/exchangeInfo?showPermissionSets=false',
      'https://a/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22%5D&showPermissionSets=false',
      'https://a/api/v3/klines?symbol=%E5%B8%81USDT&interval=1M&startTime=1&endTime=2&limit=3',
      'https://a/api/v3/klines?symbol=BTCUSDT&interval=1m',
      'https://a/api/v3/ticker/24hr?symbols=%5B%22BTCUSDT%22%2C%22ETHUSDT%22%5D',
      'https://a/api/v3/ticker/24hr',
    ]);
    expect(rest.status.used).toBe(20 + 20 + 2 + 2 + 2 + 80);
  });

  test('gives the parsed answer', async () => {
    const { clock, rest, at } = setUp();
    const [request, sentAt] = [rest.serverTime(), clock.now()];
    clock.advance(120);
    at(0).reply(200, '{"serverTime":1700000000123}');
    expect(await request.result).toEqual({
      ok: true,
      value: { serverTime: 1_700_000_000_123, sentAt, receivedAt: sentAt + 120 },
    });
  });

  test('of exchangeInfo sets the weight ceiling', async () => {
    const { rest, at } = setUp();
    const limit = {
      rateLimitType: 'REQUEST_WEIGHT',
      interval: 'MINUTE',
      intervalNum: 1,
      limit: 1200,
    };
    const request = rest.exchangeInfo();
    at(0).reply(200, JSON.stringify({ serverTime: 1, rateLimits: [limit], symbols: [] }));
    expect((await request.result).ok).toBe(true);
    expect(rest.status).toMatchObject({ ceiling: 1200, budget: 600, used: 20 });
  });
});

describe('failures are values:', () => {
  test('a silent server is given up after 10 s and tried again elsewhere, four times', async () => {
    const { clock, rest, sent } = setUp();
    const request = rest.ping();
    await clock.advanceAsync(10_000);
    expect(sent[0]?.isAborted).toBe(true);
    await clock.advanceAsync(1000 + 10_000 + 2000 + 10_000 + 4000 + 10_000);
    expect(await request.result).toEqual({
      ok: false,
      failure: { type: 'timeout', afterMs: 10_000 },
    });
    expect(sent.map(({ url }) => url.slice(0, 9))).toEqual([
      'https://a',
      'https://b',
      'https://c',
      'https://a',
    ]);
    expect(clock.pendingTimers).toBe(0);
  });

  test('no answer and a server’s error are tried again on the next endpoint', async () => {
    const { clock, rest, at } = setUp();
    const request = rest.ping();
    at(0).fail();
    await clock.advanceAsync(1000);
    at(1).reply(503);
    await clock.advanceAsync(2000);
    at(2).reply(200);
    expect((await request.result).ok).toBe(true);
    expect(rest.status.lastFailure?.failure).toEqual({ type: 'serverError', status: 503 });
    expect(rest.status.endpoint).toBe('https://c');
  });

  test('what the exchange refuses is not asked again', async () => {
    const { rest, sent, at } = setUp();
    const request = rest.klines({ symbol: 'NOPE', interval: '1m' });
    at(0).reply(400, '{"code":-1121,"msg":"Invalid symbol."}');
    expect(await request.result).toEqual({
      ok: false,
      failure: { type: 'refused', status: 400, code: -1121, message: 'Invalid symbol.' },
    });
    expect(sent).toHaveLength(1);
  });

  test('a body of the wrong shape is told, a page instead of JSON is asked again', async () => {
    const { clock, rest, at } = setUp();
    const wrong = rest.serverTime();
    at(0).reply(200, '{"serverTime":"soon"}');
    expect(await wrong.result).toMatchObject({
      failure: { type: 'badBody', rejection: { kind: 'bad-time', field: 'serverTime' } },
    });
    const portal = rest.serverTime();
    at(1).reply(200, '<html>Log in</html>');
    await clock.advanceAsync(1000);
    at(2).reply(200, '{"serverTime":5}');
    expect(await portal.result).toMatchObject({ ok: true });
  });

  test('a body far larger than any real one is not read, but asked for elsewhere', async () => {
    const { clock, rest, at } = setUp();
    const request = rest.serverTime();
    at(0).reply(200, `{"serverTime":5,"x":"${'x'.repeat(100_000)}"}`);
    await clock.advanceAsync(1000);
    expect(rest.status.lastFailure?.failure).toEqual({ type: 'tooLarge', largest: 100_000 });
    at(1).reply(200, '{"serverTime":5}');
    expect(await request.result).toMatchObject({ ok: true });
  });

  test('a body that is too large everywhere is told so, in words', async () => {
    const { clock, rest, at } = setUp({ maxAttempts: 2 });
    const request = rest.klines({ symbol: 'BTCUSDT', interval: '1m' });
    const body = `[${' '.repeat(8_000_000)}]`;
    at(0).reply(200, body);
    await clock.advanceAsync(1000);
    at(1).reply(200, body);
    const result = await request.result;
    expect(result.ok ? '' : describeRestFailure(result.failure)).toContain('8000000 characters');
  });

  test('a refusal counts for its status, however long its body', async () => {
    const { rest, at } = setUp();
    const request = rest.ping();
    at(0).reply(400, `{"code":-1,"msg":"${'x'.repeat(200_000)}"}`);
    expect(await request.result).toMatchObject({ failure: { type: 'refused', message: '' } });
  });

  test.each([451, 403])(
    'a place that is not served (%i) is told once all have said so',
    async (status) => {
      const { rest, sent, at } = setUp();
      const request = rest.ping();
      for (let index = 0; index < 3; index++) {
        at(index).reply(status);
        await settle();
      }
      expect(await request.result).toEqual({ ok: false, failure: { type: 'geoBlocked', status } });
      expect(sent).toHaveLength(3);
    },
  );
});

describe('Retry-After', () => {
  test('makes everybody wait after a 429, the refused request too', async () => {
    const { clock, rest, sent, at } = setUp({ concurrency: 1 });
    const first = rest.ping();
    const second = rest.ping();
    at(0).reply(429, '{}', '7');
    await settle();
    expect(rest.status).toMatchObject({ queued: 2, pausedUntil: clock.now() + 7000 });
    await clock.advanceAsync(6999);
    expect(sent).toHaveLength(1);
    await clock.advanceAsync(1);
    at(1).reply(200);
    await settle();
    at(2).reply(200);
    expect([(await first.result).ok, (await second.result).ok]).toEqual([true, true]);
  });

  test.each([
    ['absent', null, 60_000],
    ['garbage', 'soon', 60_000],
    ['a fraction', '1.5', 60_000],
    ['negative', '-5', 60_000],
    ['zero', '0', 1000],
  ])('that is %s pauses sensibly', async (_, retryAfter, pauseMs) => {
    const { clock, rest, at } = setUp();
    rest.ping();
    at(0).reply(429, '{}', retryAfter);
    await settle();
    expect(rest.status.pausedUntil).toBe(clock.now() + pauseMs);
  });

  test('of a ban ends all waiting requests, with the time until which it lasts', async () => {
    const { clock, rest, sent, at } = setUp({ concurrency: 1 });
    const first = rest.ping();
    const second = rest.ping();
    const until = clock.now() + 3_600_000;
    at(0).reply(418, '{}', '3600');
    const banned = { ok: false, failure: { type: 'banned', until } };
    expect(await first.result).toEqual(banned);
    expect(await second.result).toEqual(banned);
    expect(await rest.ping().result).toEqual(banned);
    expect(sent).toHaveLength(1);
    clock.advance(3_600_000);
    rest.ping();
    expect(sent).toHaveLength(2);
  });

  test('is read from the message of a ban where the header is hidden, up to three days', async () => {
    const { clock, rest, at } = setUp();
    const request = rest.ping();
    at(0).reply(418, '{"code":-1003,"msg":"Way too much; IP banned until 9999999999999. Bye"}');
    expect(await request.result).toMatchObject({
      failure: { type: 'banned', until: clock.now() + 3 * 86_400_000 },
    });
  });
});

describe('the queue', () => {
  test('sends four at a time, by priority, then in order', async () => {
    const { rest, sent, at } = setUp();
    const ask = (symbol: string, priority: number) =>
      rest.klines({ symbol, interval: '1m' }, priority);
    for (const symbol of ['A', 'B', 'C', 'D']) ask(symbol, 5);
    ask('LATE', 5);
    ask('LATER', 5);
    ask('URGENT', 1);
    expect(rest.status).toMatchObject({ inFlight: 4, queued: 3 });
    for (let index = 0; index < 3; index++) {
      at(index).reply(200, '[]');
      await settle();
    }
    expect(sent.slice(4).map(({ url }) => /symbol=([A-Z]+)/.exec(url)?.[1])).toEqual([
      'URGENT',
      'LATE',
      'LATER',
    ]);
  });

  test('waits when the weight of the minute is used up', async () => {
    const { clock, rest, sent, at } = setUp({ weightShare: 0.005 });
    rest.exchangeInfo();
    at(0).reply(200, 'null');
    rest.tickers24h(['BTCUSDT']);
    rest.exchangeInfo();
    await settle();
    expect(sent).toHaveLength(2);
    await clock.advanceAsync(60_000);
    expect(sent.length).toBeGreaterThan(2);
  });

  test('drops a cancelled request, whether waiting or under way', async () => {
    const { rest, sent, at } = setUp({ concurrency: 1 });
    const running = rest.ping();
    const waiting = rest.ping();
    const next = rest.ping();
    waiting.cancel();
    running.cancel();
    const cancelled = { ok: false, failure: { type: 'cancelled' } };
    expect(await running.result).toEqual(cancelled);
    expect(await waiting.result).toEqual(cancelled);
    expect(at(0).isAborted).toBe(true);
    at(1).reply(200);
    expect((await next.result).ok).toBe(true);
    expect(sent).toHaveLength(2);
  });

  test('ends empty, with no timer left, when all is cancelled', async () => {
    const { clock, rest, sent, at } = setUp({ concurrency: 1 });
    const requests = [rest.ping(), rest.ping(), rest.ping()];
    at(0).fail();
    await settle();
    rest.cancelAll();
    const results = await Promise.all(requests.map(({ result }) => result));
    expect(results.every(({ ok }) => !ok)).toBe(true);
    expect(sent).toHaveLength(2);
    expect(rest.status).toMatchObject({ queued: 0, inFlight: 0 });
    expect(clock.pendingTimers).toBe(0);
  });

  test('keeps to a pause that was asked for in answer to another request', async () => {
    const { clock, rest, sent } = setUp();
    rest.heed({ status: 429, retryAfter: '30', text: '' });
    void rest.ping().result;
    expect(rest.status.pausedUntil).toBe(clock.now() + 30_000);
    expect(sent).toHaveLength(0);
    clock.advance(30_000);
    expect(sent).toHaveLength(1);
    rest.heed({ status: 500, retryAfter: null, text: '' });
    expect(rest.status.pausedUntil).toBeNull();
  });

  test('an answer that comes after the timeout changes nothing', async () => {
    const { clock, rest, at } = setUp({ maxAttempts: 1 });
    const request = rest.ping();
    await clock.advanceAsync(10_000);
    at(0).reply(200);
    await settle();
    expect(await request.result).toMatchObject({ failure: { type: 'timeout' } });
  });
});
