/** One page's chart over a market that a test moves by hand. */
import type { KlineQuery } from '../binance/rest.ts';
import { createDataStream } from '../engine/market/data-stream.ts';
import type { MarketSession } from '../engine/market/market-session.ts';
import type { HistoryRow } from '../engine/market/series-keeper.ts';
import { createChartFeed } from '../engine/view/chart-feed.ts';
import { createOutbox } from '../engine/view/outbox.ts';
import type { EngineEvent } from '../protocol/messages.ts';
import { createFakeClock } from './fake-clock.ts';
import { candleUpdate, FIRST_OPEN, historyRows, nthOpen } from './market-events.ts';

/** The series that the page watches. */
export const HOURLY = { symbol: 'BTCUSDT', interval: '1h' } as const;

/** Answers as the exchange: history from the listing on, or a refusal. */
function createRest(listedAt: number) {
  const asked: KlineQuery[] = [];
  const rest = { asked, isDown: false };
  const klines = (query: KlineQuery) => {
    asked.push(query);
    const { endTime = Infinity, limit = 500 } = query;
    const rows = historyRows(listedAt, 0)
      .filter(({ candle }) => candle.openTime <= endTime)
      .slice(-limit);
    const failure = { type: 'refused', status: 400, code: -1121, message: 'Invalid symbol.' };
    const result = rest.isDown
      ? { ok: false, failure }
      : { ok: true, value: { rows, rejections: [] } };
    return { result: Promise.resolve(result), cancel: () => undefined };
  };
  return { rest, klines };
}

export function createChartPage({
  listedAt = -2500,
  bufferSize = 500,
  history = historyRows(0, 9),
} = {}) {
  const clock = createFakeClock(FIRST_OPEN);
  const { rest, klines } = createRest(listedAt);
  const dataStream = createDataStream({ clock, bufferSize });
  let session = { dataStream, rest: { klines } } as unknown as MarketSession;
  const posts: EngineEvent[] = [];
  const outbox = createOutbox({
    clock,
    updateIntervalMs: 100,
    send: (event) => posts.push(event),
    quote: () => undefined,
  });
  const feed = createChartFeed({
    clock,
    outbox,
    isVisible: true,
    session: () => session,
    signalsToday: () => ({ total: 0, buy: 0, sell: 0, meanStrength: null }),
    updateIntervalMs: () => 100,
  });
  dataStream.watch(['BTCUSDT'], [HOURLY]);
  dataStream.fill(HOURLY, history, 0);
  dataStream.observe(feed.handleData);
  const take = <Type extends EngineEvent['type']>(type: Type) => {
    const found = posts.filter((event) => event.type === type);
    posts.length = 0;
    return found as Extract<EngineEvent, { type: Type }>[];
  };
  let eventTime = nthOpen(100);
  const change = (index: number, close: number, isClosed = false) =>
    dataStream.apply(candleUpdate(index, { close, isClosed, eventTime: ++eventTime }), clock.now());
  const replaceSession = (rows: readonly HistoryRow[]) => {
    const other = createDataStream({ clock, bufferSize });
    other.watch(['BTCUSDT'], [HOURLY]);
    other.observe(feed.handleData);
    session = { dataStream: other, rest: { klines } } as unknown as MarketSession;
    other.fill(HOURLY, rows, 0);
  };
  return { clock, feed, outbox, rest, posts, take, change, replaceSession };
}
