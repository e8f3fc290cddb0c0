import { describe, expect, it } from 'vitest';
import { computeSeries } from '../../domain/indicators/index.ts';
import { MOST_CHART_CANDLES } from '../../protocol/chart.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import { createChartPage, HOURLY } from '../../testing/chart-page.ts';
import { settle } from '../../testing/fake-clock.ts';
import { historyRows, nthOpen } from '../../testing/market-events.ts';

const RSI = { key: 'a', indicator: 'rsi', params: { length: 3 } };

const types = (posts: readonly EngineEvent[]) => posts.map(({ type }) => type);
const loadedTimes = (events: readonly Extract<EngineEvent, { type: 'candlesLoaded' }>[]) =>
  events.map(({ columns }) => [columns.openTime[0], columns.openTime.at(-1)]);

describe('the series on a chart', () => {
  it('is posted as a whole when it is chosen, with its indicators', () => {
    const { feed, posts } = createChartPage();
    feed.showIndicators([RSI]);
    feed.select(HOURLY);
    expect(feed.selected).toEqual(HOURLY);
    expect(types(posts).slice(0, 2)).toEqual(['candlesLoaded', 'indicatorsLoaded']);
    expect(posts[0]).toMatchObject({ ...HOURLY, isComplete: false });
    expect(posts[1]).toMatchObject({ ...HOURLY, lines: [{ key: 'a' }] });
  });

  it('posts each closed candle once, then the values that it made', () => {
    const { feed, posts, change } = createChartPage();
    feed.showIndicators([RSI]);
    feed.select(HOURLY);
    posts.length = 0;
    change(9, 120, true);
    expect(types(posts)).toEqual(['candleChanged', 'indicatorsChanged']);
    expect(posts[1]).toMatchObject({ openTime: nthOpen(9), points: [{ key: 'a' }] });
  });

  it('previews the open candle once per post, however often it changed', () => {
    const { clock, feed, take, change, posts } = createChartPage();
    feed.showIndicators([RSI]);
    feed.select(HOURLY);
    clock.advance(50);
    posts.length = 0;
    for (let close = 101; close <= 110; close++) change(9, close);
    clock.advance(16);
    expect(take('indicatorsChanged')).toHaveLength(2);
  });

  it('gives previews and closes the values that the whole series has', () => {
    const { feed, take, change, clock } = createChartPage();
    feed.showIndicators([RSI, { key: 'b', indicator: 'obv', params: {} }]);
    feed.select(HOURLY);
    const closes = [108, 96, 97, 130, 99];
    for (const [index, close] of closes.entries()) {
      change(9 + index, close + 5);
      clock.advance(20);
      change(9 + index, close, true);
    }
    const points = take('indicatorsChanged').at(-1)?.points;
    feed.select(HOURLY);
    const [loaded] = take('candlesLoaded');
    if (!loaded) throw new Error('nothing was posted');
    for (const [key, name] of [
      ['a', 'rsi'],
      ['b', 'obv'],
    ] as const) {
      const whole = computeSeries(name, name === 'rsi' ? RSI.params : {}, loaded.columns);
      const point = points?.find((one) => one.key === key);
      expect(point?.outputs['value']).toBe(whole.value.at(-1));
    }
  });

  it('posts no values while no indicator is shown', () => {
    const { feed, take, change } = createChartPage();
    feed.select(HOURLY);
    change(9, 120);
    change(9, 121, true);
    expect(take('indicatorsChanged')).toEqual([]);
  });

  it('posts nothing of the open candle to a hidden page, and its newest state on return', () => {
    const { clock, feed, outbox, posts, change } = createChartPage();
    feed.showIndicators([RSI]);
    feed.select(HOURLY);
    outbox.setVisibility(false);
    posts.length = 0;
    change(9, 120);
    change(9, 125);
    expect(posts).toEqual([]);
    outbox.setVisibility(true);
    clock.advance(16);
    expect(types(posts)).toEqual(['candleChanged', 'indicatorsChanged']);
    expect(posts[0]).toMatchObject({ candle: { close: 125 } });
  });

  it('refuses indicators that do not exist or whose parameters are out of bounds', () => {
    const { feed, take } = createChartPage();
    feed.select(HOURLY);
    feed.showIndicators([RSI, { ...RSI, key: 'b', params: { length: 0 } }]);
    const [refused] = take('refused');
    expect(refused?.faults).toMatchObject([{ field: 'indicators[1].params.length' }]);
    feed.showIndicators([RSI, { ...RSI, indicator: 'smma' }]);
    expect(take('indicatorsLoaded')[0]?.lines.map(({ key }) => key)).toEqual(['a']);
  });
});

describe('the past of the chart', () => {
  it('comes in pages before the oldest candle, with indicators over all of it', async () => {
    const { feed, rest, take, posts } = createChartPage();
    feed.showIndicators([RSI]);
    feed.select(HOURLY);
    posts.length = 0;
    feed.loadOlder();
    feed.loadOlder();
    await settle();
    expect(rest.asked).toEqual([{ ...HOURLY, endTime: nthOpen(0) - 1, limit: 1000 }]);
    const lines = posts.find((event) => event.type === 'indicatorsLoaded')?.lines[0];
    const [loaded] = take('candlesLoaded');
    expect(loaded?.columns.openTime).toHaveLength(1009);
    expect(loaded?.columns.openTime[0]).toBe(nthOpen(-1000));
    expect(loaded?.isComplete).toBe(false);
    expect(lines?.outputs['value']).toHaveLength(1009);
    expect(lines?.outputs['value']?.[3]).not.toBeNaN();
  });

  it('is complete where the exchange has no older candles', async () => {
    const { feed, rest, take } = createChartPage({ listedAt: -1200 });
    feed.select(HOURLY);
    feed.loadOlder();
    await settle();
    feed.loadOlder();
    await settle();
    const answers = take('candlesLoaded').slice(1);
    expect(answers.map(({ isComplete }) => isComplete)).toEqual([false, true]);
    feed.loadOlder();
    await settle();
    expect(take('candlesLoaded')).toHaveLength(1);
    expect(rest.asked).toHaveLength(2);
  });

  it('is answered with what is there when the exchange does not answer', async () => {
    const { feed, rest, take } = createChartPage();
    feed.select(HOURLY);
    take('candlesLoaded');
    rest.isDown = true;
    feed.loadOlder();
    await settle();
    expect(loadedTimes(take('candlesLoaded'))).toEqual([[nthOpen(0), nthOpen(8)]]);
    rest.isDown = false;
    feed.loadOlder();
    await settle();
    expect(take('candlesLoaded')[0]?.columns.openTime).toHaveLength(1009);
  });

  it('stays while the buffer moves on, and none of its candles is lost or doubled', async () => {
    const { feed, take, change, outbox } = createChartPage({ bufferSize: 10 });
    feed.select(HOURLY);
    feed.loadOlder();
    await settle();
    for (let index = 9; index < 40; index++) change(index, 100 + index, true);
    feed.loadOlder();
    await settle();
    const times = [...(take('candlesLoaded').at(-1)?.columns.openTime ?? [])];
    expect(times).toEqual(times.map((_, index) => (times[0] ?? 0) + index * 3_600_000));
    expect(times.at(-1)).toBe(nthOpen(39));
    outbox.dispose();
  });

  it('goes with another series, and what is still on its way to it changes nothing', async () => {
    const { feed, take } = createChartPage();
    feed.select(HOURLY);
    feed.loadOlder();
    feed.select(HOURLY);
    await settle();
    expect(loadedTimes(take('candlesLoaded'))).toEqual([
      [nthOpen(0), nthOpen(8)],
      [nthOpen(0), nthOpen(8)],
    ]);
  });

  it('goes with another exchange', async () => {
    const { feed, take, replaceSession } = createChartPage();
    feed.select(HOURLY);
    feed.loadOlder();
    await settle();
    take('candlesLoaded');
    replaceSession(historyRows(0, 9));
    expect(loadedTimes(take('candlesLoaded')).at(-1)).toEqual([nthOpen(0), nthOpen(8)]);
  });

  it('ends where a chart has enough', async () => {
    const { feed, rest, take } = createChartPage({ listedAt: -30_000 });
    feed.select(HOURLY);
    for (let page = 0; page < 25; page++) {
      feed.loadOlder();
      await settle();
    }
    const count = take('candlesLoaded').at(-1)?.columns.openTime.length ?? 0;
    expect(count).toBeGreaterThanOrEqual(MOST_CHART_CANDLES);
    expect(count).toBeLessThan(MOST_CHART_CANDLES + 1000);
    expect(rest.asked).toHaveLength(20);
  });
});

describe('the candles of a moment', () => {
  const question = { ...HOURLY, requestId: 7, endTime: nthOpen(5), limit: 4 };

  it('are those that are watched, where the buffer has all of them', async () => {
    const { feed, rest, take } = createChartPage();
    feed.answerCandles(question);
    await settle();
    expect(rest.asked).toEqual([]);
    const [answer] = take('candlesFetched');
    expect(answer).toMatchObject({ requestId: 7, reason: '' });
    expect([...(answer?.columns.openTime ?? [])]).toEqual([2, 3, 4, 5].map((n) => nthOpen(n)));
  });

  it('are the newest that are watched, where the moment has not passed yet', async () => {
    const { feed, rest, take } = createChartPage();
    feed.answerCandles({ ...question, endTime: nthOpen(20) });
    await settle();
    expect(rest.asked).toEqual([]);
    expect([...(take('candlesFetched')[0]?.columns.openTime ?? [])].at(-1)).toBe(nthOpen(8));
  });

  it('come from the exchange otherwise', async () => {
    const { feed, rest, take } = createChartPage();
    feed.answerCandles({ ...question, endTime: nthOpen(-10), limit: 100 });
    await settle();
    expect(rest.asked).toEqual([{ ...HOURLY, endTime: nthOpen(-10), limit: 100 }]);
    const [answer] = take('candlesFetched');
    expect(answer?.columns.openTime).toHaveLength(100);
    expect(answer?.columns.openTime.at(-1)).toBe(nthOpen(-10));
  });

  it('are none, with the reason, when the exchange refuses', async () => {
    const { feed, rest, take } = createChartPage();
    rest.isDown = true;
    feed.answerCandles({ ...question, symbol: 'NOSUCH' });
    await settle();
    const [answer] = take('candlesFetched');
    expect(answer?.columns.openTime).toHaveLength(0);
    expect(answer?.reason).toContain('Invalid symbol.');
  });
});
