import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange, ExchangeOptions } from './exchange.ts';
import { createExchange } from './exchange.ts';
import { createManualTiming } from './manual-timing.ts';
import { connect, refusedStatus } from './test-client.ts';

const running: Exchange[] = [];

async function start(options: ExchangeOptions = {}) {
  const timing = createManualTiming();
  const exchange = await createExchange({ timing, ...options });
  running.push(exchange);
  return { exchange, timing, market: exchange.market, url: exchange.streamUrl };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((exchange) => exchange.close()));
});

describe('streams', () => {
  it('come bare on /ws/<stream>', async () => {
    const { market, url } = await start();
    const client = await connect(`${url}/ws/btcusdt@bookTicker`);
    market.bookTicker('BTCUSDT', { bidPrice: '1', askPrice: '2' });
    expect(await client.text('"u"')).toMatch(/^\{"u":\d+,"s":"BTCUSDT","b":"1\.00000000"/);
  });

  it('come wrapped on /stream, the name first', async () => {
    const { market, url } = await start();
    const client = await connect(`${url}/stream?streams=btcusdt@trade/ethusdt@trade`);
    market.trade('ETHUSDT', '3000');
    market.trade('BTCUSDT', '60000');
    const texts = await client.count(2);
    expect(texts[0]).toMatch(/^\{"stream":"ethusdt@trade","data":\{"e":"trade",/);
    expect(texts[1]).toMatch(/^\{"stream":"btcusdt@trade","data":/);
  });

  it('of a symbol outside ASCII are found by their encoded name', async () => {
    const { market, url } = await start();
    const name = encodeURIComponent('币安人生usdt@trade');
    const client = await connect(`${url}/stream?streams=${name}`);
    market.trade('币安人生USDT', '0.2');
    expect(await client.text('trade')).toContain('"stream":"币安人生usdt@trade"');
  });

  it('with upper-case names are accepted and stay silent, as at Binance', async () => {
    const { market, url } = await start();
    const client = await connect(`${url}/stream`);
    await client.ask('SUBSCRIBE', ['BTCUSDT@trade', 'ethusdt@trade'], 1);
    market.trade('BTCUSDT', '1');
    market.trade('ETHUSDT', '2');
    expect(await client.count(2)).toEqual([
      '{"result":null,"id":1}',
      expect.stringContaining('ethusdt@trade'),
    ]);
  });

  it('can be joined, left and listed on an open connection', async () => {
    const { exchange, url } = await start();
    const client = await connect(`${url}/ws`);
    expect(await client.ask('SUBSCRIBE', ['btcusdt@trade', 'ethusdt@trade'], 1)).toBe(
      '{"result":null,"id":1}',
    );
    await client.ask('UNSUBSCRIBE', ['btcusdt@trade'], 2);
    expect(await client.ask('LIST_SUBSCRIPTIONS', [], 3)).toBe(
      '{"result":["ethusdt@trade"],"id":3}',
    );
    expect(exchange.subscriptions()).toEqual(['ethusdt@trade']);
  });

  it('change their form with the property combined', async () => {
    const { market, url } = await start();
    const client = await connect(`${url}/ws/btcusdt@trade`);
    expect(await client.ask('GET_PROPERTY', ['combined'], 1)).toBe('{"result":false,"id":1}');
    await client.ask('SET_PROPERTY', ['combined', true], 2);
    market.trade('BTCUSDT', '1');
    expect(await client.text('trade')).toMatch(/^\{"stream"/);
  });

  it.each([
    ['{', '{"code":3,"msg":"Invalid JSON: expected value at line 1 column 1"}'],
    [
      '{"method":"SUBSCRIBE","params":["a"],"id":1.5}',
      '{"code":2,"msg":"Invalid request: request ID must be an unsigned integer"}',
    ],
    [
      '{"method":"SUBSCRIBE","params":["a"]}',
      '{"code":2,"msg":"Invalid request: request ID must be an unsigned integer"}',
    ],
    [
      '{"method":"SET_PROPERTY","params":["combined","yes"],"id":1}',
      '{"code":1,"msg":"Invalid value type: expected Boolean"}',
    ],
    [
      '{"method":"GET_PROPERTY","params":["other"],"id":7}',
      '{"code":0,"msg":"Unknown property","id":7}',
    ],
  ])('answer %s with an error', async (message, reply) => {
    const { url } = await start();
    const client = await connect(`${url}/ws`);
    client.send(message);
    expect(await client.text('code')).toBe(reply);
  });
});

describe('the limits of a connection', () => {
  it('allow five messages in one second, and five more in the next', async () => {
    const { exchange, timing, url } = await start();
    const client = await connect(`${url}/ws`);
    for (let id = 1; id <= 5; id += 1) client.send({ method: 'LIST_SUBSCRIPTIONS', id });
    await client.text('"id":5');
    timing.advance(1000);
    for (let id = 6; id <= 10; id += 1) client.send({ method: 'LIST_SUBSCRIPTIONS', id });
    await client.text('"id":10');
    expect(exchange.stats).toMatchObject({ kicked: 0, maxMessagesInOneSecond: 5, current: 1 });
    expect(exchange.stats.connections[0]?.messages).toHaveLength(10);
  });

  it('close the connection at a sixth message in one second', async () => {
    const { exchange, url } = await start();
    const client = await connect(`${url}/ws`);
    for (let id = 1; id <= 6; id += 1) client.send({ method: 'LIST_SUBSCRIPTIONS', id });
    expect((await client.closed).code).toBe(1008);
    expect(exchange.stats.kicked).toBe(1);
    expect(exchange.stats.connections[0]?.maxMessagesInOneSecond).toBe(6);
  });

  it('count pings as messages', async () => {
    const { url } = await start();
    const client = await connect(`${url}/ws`);
    for (let sent = 0; sent < 6; sent += 1) client.socket.ping();
    expect((await client.closed).code).toBe(1008);
  });

  it('refuse the 1,025th stream and keep the others', async () => {
    const { exchange, url } = await start();
    const names = Array.from({ length: 1024 }, (_, place) => `s${place}usdt@trade`);
    const client = await connect(`${url}/stream?streams=${names.join('/')}`);
    expect(await client.ask('SUBSCRIBE', ['one@more'], 1)).toContain('"code":2');
    expect(exchange.subscriptions()).toHaveLength(1024);
    expect(await refusedStatus(`${url}/stream?streams=${names.join('/')}/one@more`)).toBe(400);
  });

  it('ping every 20 seconds and close after 60 seconds without a pong', async () => {
    const { timing, url } = await start();
    const client = await connect(`${url}/ws`, { autoPong: false });
    const pinged = new Promise((resolve) => {
      client.socket.once('ping', resolve);
    });
    timing.advance(20_000);
    await pinged;
    timing.advance(40_000);
    expect(await client.closed).toEqual({ code: 1008, reason: 'Pong timeout' });
  });

  it('keep a connection that answers its pings', async () => {
    const { exchange, timing, url } = await start();
    await connect(`${url}/ws`);
    const pongs = () =>
      exchange.stats.connections[0]?.messages.filter((message) => message.kind === 'pong').length;
    for (let round = 1; round <= 4; round += 1) {
      timing.advance(20_000);
      // oxlint-disable-next-line no-await-in-loop
      await exchange.until('a pong', () => pongs() === round);
    }
    expect(exchange.stats.current).toBe(1);
  });

  it('end a connection at its maximum age', async () => {
    const { timing, url } = await start({ limits: { maxConnectionAgeMs: 5000 } });
    const client = await connect(`${url}/ws`);
    timing.advance(5000);
    expect((await client.closed).code).toBe(1001);
  });

  it('refuse the 301st attempt within five minutes', async () => {
    const { exchange, timing, url } = await start({ limits: { maxConnectionAttempts: 2 } });
    await connect(`${url}/ws`);
    await connect(`${url}/ws`);
    expect(await refusedStatus(`${url}/ws`)).toBe(429);
    expect(exchange.stats).toMatchObject({ attempts: 3, opened: 2, refused: 1 });
    timing.advance(5 * 60_000);
    await connect(`${url}/ws`);
  });

  it('refuse a path that does not exist', async () => {
    const { url } = await start();
    expect(await refusedStatus(`${url}/socket`)).toBe(404);
  });
});
