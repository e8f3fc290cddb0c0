import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange } from './exchange.ts';
import { createExchange } from './exchange.ts';
import { createManualTiming } from './manual-timing.ts';
import { parseRecording, readRecording, streamOfPayload } from './recording.ts';
import { summarizeRecording } from './recording-summary.ts';
import { replay } from './replay.ts';
import { connect } from './test-client.ts';

const DATA = '../shared/data/ws';
const TRADES = `${DATA}/2021-04-04_btcusdt-ethusdt-dotusdt_aggTrade-kline1m-depth.jsonl`;
const BOOKS = `${DATA}/2021-08-14_ftmusdt-sxpbtc-badgerbtc-xmrbtc_bookTicker-aggTrade-kline1m-depth.jsonl`;
const BARE = `${DATA}/2021-09-14_btcusdt_kline5m_RAW-STREAM-no-envelope.jsonl`;

const running: Exchange[] = [];

async function start(options: Parameters<typeof createExchange>[0] = {}): Promise<Exchange> {
  const exchange = await createExchange(options);
  running.push(exchange);
  return exchange;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((exchange) => exchange.close()));
});

const line = (t: number | null, frame: string): string => JSON.stringify({ t, frame });
const trade = (price: string): string => `{"e":"trade","E":5,"s":"BTCUSDT","p":"${price}"}`;

describe('a recording', () => {
  it('keeps the texts as they were, down to odd spacing', () => {
    const text = `{"stream":"btcusdt@trade","data":{ "e":"trade", "s":"BTCUSDT","p":"1"} }`;
    const [frame] = parseRecording(line(1, text.replace('} }', '}}')));
    expect(frame?.combined).toBe(text.replace('} }', '}}'));
    expect(frame?.raw).toBe('{ "e":"trade", "s":"BTCUSDT","p":"1"}');
  });

  it.each([
    [{ e: 'aggTrade', s: 'BTCUSDT' }, 'btcusdt@aggTrade'],
    [{ e: 'kline', s: 'BTCUSDT', k: { i: '1M' } }, 'btcusdt@kline_1M'],
    [{ e: '24hrTicker', s: 'BTCUSDT' }, 'btcusdt@ticker'],
    [{ u: 1, s: 'BTCUSDT', b: '1', a: '2' }, 'btcusdt@bookTicker'],
    [[{ e: '24hrMiniTicker', s: 'BTCUSDT' }], '!miniTicker@arr'],
    [{ e: 'serverShutdown', E: 1 }, '!serverShutdown'],
    [{ result: null, id: 1 }, undefined],
  ])('names the stream of %j', (event, stream) => {
    expect(streamOfPayload(event)).toBe(stream);
  });

  it('says which line it cannot place', () => {
    const text = `${line(1, trade('1'))}\n${line(2, '{"x":1}')}`;
    expect(() => parseRecording(text)).toThrow('line 2: the frame names no stream');
  });

  it('leaves out replies to control messages', () => {
    const frames = parseRecording(`${line(1, '{"result":null,"id":1}')}\n${line(2, trade('1'))}\n`);
    expect(frames.map((frame) => frame.raw)).toEqual([trade('1')]);
  });

  it('is sent at its own pace, times the speed', async () => {
    const timing = createManualTiming();
    const exchange = await start({ timing });
    const client = await connect(`${exchange.streamUrl}/ws/btcusdt@trade`);
    const frames = parseRecording(`${line(1000, trade('1'))}\n${line(3000, trade('2'))}`);
    const done = replay(exchange, frames, { speed: 2 });
    await client.count(1);
    timing.advance(999);
    expect(client.texts).toHaveLength(1);
    timing.advance(1);
    expect(await client.count(2)).toEqual([trade('1'), trade('2')]);
    expect(await done).toMatchObject({ frames: 2, deliveries: 2, lastTrade: { BTCUSDT: '2' } });
  });
});

describe.skipIf(!existsSync(TRADES))('recorded frames (need ../shared/data)', () => {
  it('reach a combined client verbatim, in order, in one burst', async () => {
    const exchange = await start();
    const frames = readRecording(TRADES);
    const { streams } = summarizeRecording(frames);
    const client = await connect(`${exchange.streamUrl}/stream?streams=${streams.join('/')}`);
    const result = await replay(exchange, frames);
    expect(result).toMatchObject({ frames: 4716, deliveries: 4716 });
    const recorded = readFileSync(TRADES, 'utf8')
      .trimEnd()
      .split('\n')
      .map((text) => (JSON.parse(text) as { frame: string }).frame);
    expect(await client.count(4716)).toEqual(recorded);
  });

  it('reach those only who are subscribed', async () => {
    const exchange = await start();
    const client = await connect(`${exchange.streamUrl}/stream?streams=btcusdt@kline_1m`);
    const { deliveries } = await replay(exchange, readRecording(TRADES));
    const texts = await client.count(deliveries);
    expect(deliveries).toBeGreaterThan(0);
    expect(texts.every((text) => text.startsWith('{"stream":"btcusdt@kline_1m"'))).toBe(true);
  });

  it('amount to last trades and closed candles', () => {
    const summary = summarizeRecording(readRecording(TRADES));
    expect(summary.symbols.toSorted()).toEqual(['BTCUSDT', 'DOTUSDT', 'ETHUSDT']);
    expect(Object.values(summary.closed).flat()).toHaveLength(3);
    for (const symbol of summary.symbols) {
      expect(summary.lastTrade[symbol]).toMatch(/^\d+\.\d{8}$/);
    }
  });

  it('amount to best bids and asks', () => {
    const summary = summarizeRecording(readRecording(BOOKS));
    for (const symbol of Object.keys(summary.book)) {
      const { bid, ask } = summary.book[symbol] ?? { bid: '', ask: '' };
      expect(Number(bid)).toBeLessThan(Number(ask));
    }
    expect(Object.values(summary.closed).flat()).toHaveLength(2);
  });

  it('without an envelope are wrapped for combined clients', async () => {
    const exchange = await start();
    const frames = readRecording(BARE);
    const wrapped = await connect(`${exchange.streamUrl}/stream?streams=btcusdt@kline_5m`);
    const bare = await connect(`${exchange.streamUrl}/ws/btcusdt@kline_5m`);
    await replay(exchange, frames);
    expect(await bare.count(49)).toEqual(frames.map((frame) => frame.raw));
    expect((await wrapped.count(49))[0]).toBe(
      `{"stream":"btcusdt@kline_5m","data":${frames[0]?.raw}}`,
    );
  });
});
