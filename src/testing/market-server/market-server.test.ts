import { describe, expect, it } from 'vitest';
import type { HttpResponse } from '../../binance/ports.ts';
import { parseFrame } from '../parse-frame.ts';
import { createMarketServer } from './market-server.ts';
import { createMarket, minutes } from './price-course.ts';
import { createTimeLine } from './time-line.ts';

const LISTED = 1_699_992_000_000;
const START = LISTED + minutes(30) + 15_000;
const URL = 'wss://stream.binance.com:9443/stream';
const REST = 'https://data-api.binance.vision';

function createClient() {
  const line = createTimeLine(START);
  const market = createMarket({ seed: 1, symbols: ['AAAUSDT'], listedSince: LISTED });
  const server = createMarketServer({ line, market, random: () => 0.5 });
  const process = line.openProcess((error) => {
    throw error;
  });
  const network = server.networkFor(process, () => true);
  const received: string[] = [];
  const ends: number[] = [];
  const connect = () =>
    network.openSocket(URL, {
      onOpen: () => received.push('open'),
      onText: (text) => received.push(text),
      onClose: (code) => ends.push(code),
    });
  const get = async (path: string): Promise<HttpResponse> => {
    const { response } = network.httpGet(REST + path);
    await line.run(300);
    return response;
  };
  return { line, market, server, received, ends, connect, get };
}

const SUBSCRIBE = '{"method":"SUBSCRIBE","params":["aaausdt@kline_1m","aaausdt@trade"],"id":1}';

describe('the simulated exchange', () => {
  it('accepts, acknowledges, and pushes what was subscribed, in words that the parser knows', async () => {
    const { line, received, connect } = createClient();
    const socket = connect();
    await line.run(100);
    socket.send(SUBSCRIBE);
    await line.run(minutes(2));
    expect(received.slice(0, 2)).toEqual(['open', '{"result":null,"id":1}']);
    const parsed = received.slice(2).map((text) => parseFrame('', text));
    expect(parsed.flatMap(({ rejections }) => rejections)).toEqual([]);
    const events = parsed.flatMap((frame) => frame.events);
    const closed = events.filter((event) => event.type === 'candle' && event.isClosed);
    expect(closed).toHaveLength(2);
    expect(events.filter(({ type }) => type === 'trade')).toHaveLength(12);
  });

  it('tells of the same candles by stream and by REST', async () => {
    const { line, received, connect, get } = createClient();
    const socket = connect();
    await line.run(100);
    socket.send(SUBSCRIBE);
    await line.run(minutes(3));
    const pushed = received.flatMap((text) => {
      if (!text.includes('"x":true')) return [];
      const { k } = (JSON.parse(text) as { data: { k: Record<string, unknown> } }).data;
      return [[k['t'], k['o'], k['h'], k['l'], k['c'], k['v']]];
    });
    const { text } = await get('/api/v3/klines?symbol=AAAUSDT&interval=1m&limit=4');
    const rows = (JSON.parse(text) as unknown[][]).map((row) => row.slice(0, 6));
    expect(pushed).toHaveLength(3);
    expect(rows.slice(0, 3)).toEqual(pushed);
    expect(rows).toHaveLength(4);
  });

  it('lets a client that cannot be reached hear nothing, not even the end', async () => {
    const { line, server, received, ends, connect } = createClient();
    connect();
    await line.run(100);
    const [connection] = server.connections;
    connection?.deafen();
    connection?.drop(1006);
    await line.run(minutes(1));
    expect(received).toEqual(['open']);
    expect(ends).toEqual([]);
  });

  it('refuses and lets hang as asked', async () => {
    const { line, server, received, ends, connect } = createClient();
    server.upgrades = 'hang';
    connect();
    server.upgrades = 'refuse';
    connect();
    await line.run(minutes(1));
    expect(received).toEqual([]);
    expect(ends).toEqual([1006]);
  });

  it('answers 429 with the seconds that are left', async () => {
    const { line, server, get } = createClient();
    server.rest.fault = { kind: 'status', status: 429, until: line.now + 10_000 };
    expect(await get('/api/v3/ping')).toMatchObject({ status: 429, retryAfter: '10' });
    expect(server.limits.violations).toEqual([]);
    await get('/api/v3/ping');
    expect(server.limits.violations).toHaveLength(1);
  });

  it('notes a client that sends more than five messages a second', async () => {
    const { line, server, connect } = createClient();
    const socket = connect();
    await line.run(100);
    for (let message = 0; message < 6; message++) socket.send(SUBSCRIBE);
    await line.run(100);
    expect(server.limits.violations).toEqual([expect.stringContaining('6 messages in a second')]);
  });

  it('notes more than 300 attempts in five minutes', async () => {
    const { line, server, connect } = createClient();
    server.upgrades = 'refuse';
    for (let attempt = 0; attempt < 301; attempt++) {
      connect();
      await line.run(900);
    }
    expect(server.limits.violations).toHaveLength(1);
  });
});
