import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from './exchange.ts';
import { createExchange } from './exchange.ts';
import { connect } from './test-client.ts';

let exchange: Exchange;

beforeEach(async () => {
  exchange = await createExchange({ startAt: Date.UTC(2026, 0, 5, 10, 23) });
});
afterEach(() => exchange.close());

async function tell(body: string, type = 'application/json') {
  const response = await fetch(`${exchange.restUrl}/__control`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  return { status: response.status, body: (await response.json()) as { error?: string } };
}

describe('the control address', () => {
  it('breaks what it is told to break', async () => {
    const client = await connect(`${exchange.streamUrl}/stream?streams=btcusdt@kline_1h`);
    const close = '{"command":"closeCandle","symbol":"BTCUSDT","interval":"1h","close":"50000"}';
    expect((await tell(close)).status).toBe(200);
    expect(await client.text('"x":true')).toContain('"c":"50000.00000000"');
    expect(await tell('{"command":"closeAll","code":1012,"reason":"restart"}')).toMatchObject({
      body: { ok: true, result: 1 },
    });
    expect(await client.closed).toEqual({ code: 1012, reason: 'restart' });
  });

  it('sets faults of REST', async () => {
    await tell('{"command":"rest","kind":"status","status":503,"match":"/time","times":1}');
    expect((await fetch(`${exchange.restUrl}/api/v3/time`)).status).toBe(503);
    expect((await fetch(`${exchange.restUrl}/api/v3/time`)).status).toBe(200);
  });

  it('shows what clients did', async () => {
    await connect(`${exchange.streamUrl}/ws/btcusdt@trade`);
    const response = await fetch(`${exchange.restUrl}/__control`);
    expect(await response.json()).toMatchObject({
      subscriptions: ['btcusdt@trade'],
      stats: { opened: 1, current: 1 },
    });
  });

  it.each([
    ['{', /^body: not JSON/],
    ['[]', /^body: allowed is an object/],
    ['{"command":"explode"}', /^command: "explode"; allowed is one of .*closeAll/],
    [
      '{"command":"closeAll","code":"x"}',
      /^code: "x"; allowed is a whole number from 1000 to 4999/,
    ],
    ['{"command":"closeAll","code":1006}', /^code: 1006 cannot be sent; allowed are/],
    ['{"command":"stall","deaf":true}', /^deaf: true; allowed is only/],
    ['{"command":"rest","kind":"status","status":99}', /^status: 99; allowed is .* 200 to 599/],
    ['{"command":"rest","kind":"dropRows","rows":["a"]}', /^rows: \["a"\]; allowed is a list of/],
    ['{"command":"silence"}', /^streams: missing; allowed is a list/],
    ['{"command":"closeCandle","symbol":"BTCUSDT","interval":"1H"}', /^interval: "1H"; allowed/],
    ['{"command":"trade","symbol":"BTCUSDT","price":"-1"}', /^price: "-1" is not a decimal/],
    ['{"command":"repeatLast","stream":"x"}', /^stream: "x" has 0 frames/],
  ])('refuses %s by name', async (message, error) => {
    const { status, body } = await tell(message);
    expect(status).toBe(400);
    expect(body.error).toMatch(error);
  });

  it('takes nothing that a foreign page could send', async () => {
    expect((await tell('{"command":"terminateAll"}', 'text/plain')).status).toBe(400);
  });
});
