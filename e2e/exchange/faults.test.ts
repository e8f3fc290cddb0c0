import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Exchange } from './exchange.ts';
import { createExchange } from './exchange.ts';
import type { ManualTiming } from './manual-timing.ts';
import { createManualTiming } from './manual-timing.ts';
import { connect, refusedStatus } from './test-client.ts';

let exchange: Exchange;
let timing: ManualTiming;

beforeEach(async () => {
  timing = createManualTiming();
  exchange = await createExchange({ timing, startAt: Date.UTC(2026, 0, 5, 10, 23) });
});
afterEach(() => exchange.close());

const combined = () => connect(`${exchange.streamUrl}/stream?streams=btcusdt@trade/ethusdt@trade`);
const raw = () => connect(`${exchange.streamUrl}/ws/btcusdt@trade`);

describe('connections', () => {
  it('are closed with any code and reason', async () => {
    const client = await combined();
    expect(exchange.faults.closeAll(4001, 'as told')).toBe(1);
    expect(await client.closed).toEqual({ code: 4001, reason: 'as told' });
    await exchange.until('it is gone', () => exchange.stats.current === 0);
  });

  it('refuse a code that cannot be sent', () => {
    expect(() => exchange.faults.closeAll(1006)).toThrow(/^code: 1006 cannot be sent/);
  });

  it('break off without a close frame', async () => {
    const client = await combined();
    exchange.faults.terminateAll();
    expect((await client.closed).code).toBe(1006);
  });

  it('stall: nothing is sent and nothing answered until they are released', async () => {
    const client = await combined();
    exchange.faults.stall();
    exchange.market.trade('BTCUSDT', '1');
    client.send({ method: 'LIST_SUBSCRIPTIONS', id: 1 });
    await exchange.until('the message', () => exchange.stats.connections[0]?.messages.length === 1);
    exchange.faults.unstall();
    exchange.market.trade('BTCUSDT', '2');
    expect(await client.count(1)).toEqual([expect.stringContaining('"p":"2.00000000"')]);
  });

  it('opened after a stall work, unless it includes new ones', async () => {
    exchange.faults.stall();
    const first = await raw();
    exchange.market.trade('BTCUSDT', '1');
    await first.count(1);
    exchange.faults.stall({ includesNew: true, isDeaf: true });
    const second = await raw();
    exchange.market.trade('BTCUSDT', '2');
    exchange.faults.unstall();
    exchange.market.trade('BTCUSDT', '3');
    expect(await second.count(1)).toEqual([expect.stringContaining('"p":"3.00000000"')]);
  });

  it('that are deaf can still be broken off', async () => {
    const client = await raw();
    exchange.faults.stall({ isDeaf: true });
    exchange.faults.terminateAll();
    expect((await client.closed).code).toBe(1006);
    await exchange.until('it is gone', () => exchange.stats.current === 0);
  });
});

describe('streams', () => {
  it('go silent one by one', async () => {
    const client = await combined();
    exchange.faults.silence(['btcusdt@trade']);
    exchange.market.trade('BTCUSDT', '1');
    exchange.market.trade('ETHUSDT', '2');
    exchange.faults.unsilence();
    exchange.market.trade('BTCUSDT', '3');
    const texts = await client.count(2);
    expect(texts[0]).toContain('ethusdt@trade');
    expect(texts[1]).toContain('"p":"3.00000000"');
  });

  it('carry any text to their subscribers, or to everyone', async () => {
    const [one, other] = [await combined(), await connect(`${exchange.streamUrl}/ws`)];
    expect(exchange.faults.sendRaw('{"stream":', 'ethusdt@trade')).toBe(1);
    expect(exchange.faults.sendRaw('not json')).toBe(2);
    expect(await one.count(2)).toEqual(['{"stream":', 'not json']);
    expect(await other.count(1)).toEqual(['not json']);
  });

  it('carry any payload in the form of each connection', async () => {
    const [wrapped, bare] = [await combined(), await raw()];
    exchange.faults.sendPayload('btcusdt@trade', '{"p":""}');
    expect(await wrapped.count(1)).toEqual(['{"stream":"btcusdt@trade","data":{"p":""}}']);
    expect(await bare.count(1)).toEqual(['{"p":""}']);
  });

  it('repeat a frame, send an older one after it, and break one in half', async () => {
    const client = await raw();
    expect(() => exchange.faults.repeatLast('btcusdt@trade')).toThrow(/0 frames/);
    exchange.market.trade('BTCUSDT', '1');
    exchange.market.trade('BTCUSDT', '2');
    exchange.faults.repeatLast('btcusdt@trade');
    exchange.faults.sendOlder('btcusdt@trade');
    exchange.faults.sendTruncated('btcusdt@trade');
    const [first, second, third, fourth, fifth] = await client.count(5);
    expect(third).toBe(second);
    expect(fourth).toBe(first);
    expect(second?.startsWith(fifth ?? '?')).toBe(true);
    expect(fifth?.length).toBeLessThan(second?.length ?? 0);
  });

  it('announce a shutdown, raw and wrapped', async () => {
    const [wrapped, bare] = [await combined(), await raw()];
    expect(exchange.faults.serverShutdown(1770123456789)).toBe(2);
    expect(await bare.count(1)).toEqual(['{"e":"serverShutdown","E":1770123456789}']);
    expect(await wrapped.count(1)).toEqual([
      '{"stream":"!serverShutdown","data":{"e":"serverShutdown","E":1770123456789}}',
    ]);
  });
});

describe('SUBSCRIBE', () => {
  it('stays unanswered that many times, and without effect', async () => {
    const client = await connect(`${exchange.streamUrl}/stream`);
    exchange.faults.replies.ignore({ times: 1 });
    client.send({ method: 'SUBSCRIBE', params: ['btcusdt@trade'], id: 1 });
    await client.ask('SUBSCRIBE', ['ethusdt@trade'], 2);
    expect(client.texts).toEqual(['{"result":null,"id":2}']);
    expect(exchange.subscriptions()).toEqual(['ethusdt@trade']);
  });

  it('can take effect although its answer is lost', async () => {
    const client = await connect(`${exchange.streamUrl}/stream`);
    exchange.faults.replies.ignore({ isEffective: true });
    client.send({ method: 'SUBSCRIBE', params: ['btcusdt@trade'], id: 1 });
    await exchange.until('it listens', () => exchange.subscribers('btcusdt@trade') === 1);
    expect(client.texts).toEqual([]);
  });

  it('is answered with an error', async () => {
    const client = await connect(`${exchange.streamUrl}/stream`);
    exchange.faults.replies.error({ code: 2, msg: 'Invalid request: no', times: 1 });
    expect(await client.ask('SUBSCRIBE', ['btcusdt@trade'], 9)).toBe(
      '{"code":2,"msg":"Invalid request: no","id":9}',
    );
    expect(exchange.subscriptions()).toEqual([]);
  });
});

describe('upgrades', () => {
  it.each([451, 403, 503])('are refused with %i until it is cleared', async (status) => {
    exchange.faults.upgrades.refuse(status);
    expect(await refusedStatus(`${exchange.streamUrl}/stream`)).toBe(status);
    exchange.faults.clear();
    await combined();
  });

  it('hang without an answer', async () => {
    exchange.faults.upgrades.hang({ times: 1 });
    const socket = new WebSocket(`${exchange.streamUrl}/ws`);
    socket.on('error', () => undefined);
    await exchange.until('the attempt', () => exchange.stats.attempts === 1);
    await combined();
    expect(socket.readyState).toBe(socket.CONNECTING);
    socket.terminate();
  });
});

describe('REST', () => {
  const klines = () => `${exchange.restUrl}/api/v3/klines?symbol=BTCUSDT&interval=1h&limit=5`;

  it('answers with a status, for matching requests only, as often as told', async () => {
    const fault = { kind: 'status', status: 418, retryAfterSeconds: 30 } as const;
    exchange.faults.rest.add(fault, { match: 'symbol=BTC', times: 1 });
    expect((await fetch(`${exchange.restUrl}/api/v3/ping`)).status).toBe(200);
    const refused = await fetch(klines());
    expect(refused.status).toBe(418);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(await refused.text()).toContain(`banned until ${timing.now() + 30_000}`);
    expect((await fetch(klines())).status).toBe(200);
  });

  it('blocks without CORS when told', async () => {
    exchange.faults.rest.add({ kind: 'status', status: 451, cors: false });
    const blocked = await fetch(klines());
    expect(blocked.status).toBe(451);
    expect(blocked.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('hangs', async () => {
    exchange.faults.rest.add({ kind: 'hang' });
    const abort = new AbortController();
    const answer = fetch(klines(), { signal: abort.signal });
    await exchange.until('the request', () => exchange.stats.requests.length === 1);
    abort.abort();
    await expect(answer).rejects.toThrow('aborted');
    expect(exchange.stats.requests[0]?.status).toBeUndefined();
  });

  it('answers late', async () => {
    exchange.faults.rest.add({ kind: 'delay', ms: 5000 });
    const answer = fetch(klines());
    await exchange.until('the request', () => exchange.stats.requests.length === 1);
    timing.advance(5000);
    expect(await (await answer).json()).toHaveLength(5);
  });

  it('answers half a body, or breaks off within it', async () => {
    const whole = await (await fetch(klines())).text();
    exchange.faults.rest.add({ kind: 'truncate' }, { times: 1 });
    const half = await (await fetch(klines())).text();
    expect(whole.startsWith(half)).toBe(true);
    expect(half.length).toBeLessThan(whole.length);
    exchange.faults.rest.add({ kind: 'truncate', isCut: true }, { times: 1 });
    await expect(fetch(klines()).then((response) => response.text())).rejects.toThrow('terminated');
  });

  it('leaves rows out, and turns their order round', async () => {
    const whole = (await (await fetch(klines())).json()) as unknown[];
    exchange.faults.rest.add({ kind: 'dropRows', rows: [1, -1] }, { times: 1 });
    expect(await (await fetch(klines())).json()).toEqual([whole[0], whole[2], whole[3]]);
    exchange.faults.rest.add({ kind: 'reverseRows' }, { times: 1 });
    expect(await (await fetch(klines())).json()).toEqual(whole.toReversed());
  });

  it('answers any text', async () => {
    exchange.faults.rest.add({ kind: 'body', text: '<html>' });
    expect(await (await fetch(klines())).text()).toBe('<html>');
  });
});
