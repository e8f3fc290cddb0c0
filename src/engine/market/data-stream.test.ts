import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../testing/fake-clock.ts';
import {
  candleUpdate,
  FIRST_OPEN,
  historyRows,
  nthOpen,
  ticker,
  trade,
} from '../../testing/market-events.ts';
import { createDataStream } from './data-stream.ts';
import type { DataFact } from './data-stream.ts';

const HOURLY = { symbol: 'BTCUSDT', interval: '1h' } as const;
const NOW = FIRST_OPEN;

function stream(bufferSize = 500) {
  const clock = createFakeClock(FIRST_OPEN);
  const dataStream = createDataStream({ clock, bufferSize });
  const facts: DataFact[] = [];
  dataStream.observe((fact) => facts.push(fact));
  const types = () => facts.map(({ type }) => type);
  return { clock, dataStream, facts, types };
}

function watching(bufferSize?: number) {
  const made = stream(bufferSize);
  made.dataStream.watch(['BTCUSDT'], [HOURLY]);
  made.dataStream.fill(HOURLY, historyRows(0, 9), 0);
  made.facts.length = 0;
  return made;
}

describe('configuration', () => {
  it('bounds every buffer by the buffer size', () => {
    const { dataStream } = stream(60);
    dataStream.watch(['BTCUSDT'], [HOURLY]);
    dataStream.fill(HOURLY, historyRows(0, 200), 0);
    expect(dataStream.series(HOURLY)?.closed.length).toBe(60);
  });

  it('follows a buffer size that is changed while running', () => {
    const { dataStream } = stream(500);
    dataStream.watch(['BTCUSDT'], [HOURLY]);
    dataStream.fill(HOURLY, historyRows(0, 200), 0);
    dataStream.setBufferSize(50);
    expect(dataStream.series(HOURLY)?.closed.length).toBe(50);
    expect(dataStream.series(HOURLY)?.closed.last?.openTime).toBe(nthOpen(199));
  });
});

describe('initialization', () => {
  it('watches nothing until told', () => {
    const { dataStream } = stream();
    expect(dataStream.quotes()).toEqual([]);
    expect(dataStream.allSeries()).toEqual([]);
    expect(dataStream.exchangeTime).toBe(0);
  });

  it('begins each series in the state of loading', () => {
    const { dataStream, facts } = stream();
    dataStream.watch(['BTCUSDT'], [HOURLY]);
    expect(dataStream.series(HOURLY)?.state).toBe('loading');
    expect(facts).toMatchObject([{ type: 'series', ...HOURLY }]);
  });
});

describe('symbols', () => {
  it('are added while running, and what is there is kept', () => {
    const { dataStream } = watching();
    const before = dataStream.series(HOURLY);
    dataStream.watch(['BTCUSDT', 'ETHUSDT'], [HOURLY, { symbol: 'ETHUSDT', interval: '1h' }]);
    expect(dataStream.series(HOURLY)).toBe(before);
    expect(dataStream.quotes().map(({ symbol }) => symbol)).toEqual(['BTCUSDT', 'ETHUSDT']);
  });

  it('are removed with all that was known of them', () => {
    const { dataStream } = watching();
    dataStream.watch([], []);
    expect(dataStream.quote('BTCUSDT')).toBeUndefined();
    expect(dataStream.series(HOURLY)).toBeUndefined();
    dataStream.apply(trade('1', 1), NOW);
    dataStream.apply(candleUpdate(9), NOW);
    expect(dataStream.status().unwatched).toBe(2);
  });

  it('can have an interval more or less', () => {
    const { dataStream } = watching();
    const daily = { symbol: 'BTCUSDT', interval: '1d' } as const;
    dataStream.watch(['BTCUSDT'], [daily]);
    expect(dataStream.series(HOURLY)).toBeUndefined();
    expect(dataStream.series(daily)?.state).toBe('loading');
  });
});

describe('messages', () => {
  it('of trades update the last price', () => {
    const { dataStream, types } = watching();
    dataStream.apply(trade('123.45', 1), NOW);
    expect(dataStream.quote('BTCUSDT')?.lastPrice).toBe('123.45');
    expect(types()).toEqual(['quote']);
  });

  it('of tickers update bid, ask, volume and change', () => {
    const { dataStream } = watching();
    dataStream.apply(ticker(), NOW);
    expect(dataStream.quote('BTCUSDT')).toMatchObject({ bidPrice: '99.00', volume: '1000.0' });
  });

  it('of candles replace the open candle: 500 updates are one candle', () => {
    const { dataStream } = watching();
    for (let update = 0; update < 500; update++) {
      dataStream.apply(candleUpdate(9, { close: update, eventTime: nthOpen(9) + update }), NOW);
    }
    expect(dataStream.series(HOURLY)?.closed.length).toBe(9);
    expect(dataStream.series(HOURLY)?.forming?.close).toBe(499);
  });

  it('of closed candles are told once, with their close time', () => {
    const { dataStream, facts } = watching();
    const closing = candleUpdate(9, { isClosed: true });
    dataStream.apply(closing, NOW);
    dataStream.apply(closing, NOW);
    const closed = facts.filter(({ type }) => type === 'closed');
    expect(closed).toMatchObject([{ origin: 'live', closeTime: nthOpen(10) - 1, ...HOURLY }]);
  });

  it('that mean nothing are counted by kind and change nothing', () => {
    const { dataStream, facts } = watching();
    dataStream.receive('btcusdt@trade', '{"stream":"btcusdt@trade","da', NOW);
    dataStream.receive('btcusdt@trade', '{"stream":"btcusdt@trade","data":{"e":"trade"}}', NOW);
    dataStream.receive('btcusdt@foo', '{"stream":"btcusdt@foo","data":{"e":"foo"}}', NOW);
    expect(facts).toEqual([]);
    expect(dataStream.status().rejected).toEqual({
      'not-json': 1,
      'missing-field': 1,
      'unknown-type': 1,
    });
  });
});

describe('observers', () => {
  it('are told of every fact', () => {
    const { dataStream, types } = watching();
    dataStream.apply(candleUpdate(9, { close: 1 }), NOW);
    expect(types()).toEqual(['quote', 'forming']);
  });

  it('can leave', () => {
    const { dataStream } = watching();
    const seen: DataFact[] = [];
    const leave = dataStream.observe((fact) => seen.push(fact));
    leave();
    dataStream.apply(trade('1', 1), NOW);
    expect(seen).toEqual([]);
  });

  it('that throw do not stop the others', () => {
    const { dataStream } = stream();
    const seen: string[] = [];
    dataStream.observe(() => {
      throw new Error('broken');
    });
    dataStream.observe(({ type }) => seen.push(type));
    dataStream.watch(['BTCUSDT'], [HOURLY]);
    expect(seen).toEqual(['series']);
    expect(dataStream.status().observerFaults).toBe(1);
  });
});

describe('retrieval', () => {
  it('gives one quote, or none for what is not watched', () => {
    const { dataStream } = watching();
    expect(dataStream.quote('BTCUSDT')?.symbol).toBe('BTCUSDT');
    expect(dataStream.quote('NOPEUSDT')).toBeUndefined();
  });

  it('gives all quotes as copies', () => {
    const { dataStream } = watching();
    dataStream.apply(trade('1', 1), NOW);
    const [before] = dataStream.quotes();
    dataStream.apply(trade('2', 2), NOW);
    expect(before?.lastPrice).toBe('1');
  });

  it('gives its status: latency, rejections, late and repeated events', () => {
    const { dataStream } = watching();
    dataStream.apply(trade('1', 5), FIRST_OPEN + 45);
    dataStream.apply(trade('1', 5), FIRST_OPEN + 45);
    dataStream.apply(trade('1', 4), FIRST_OPEN + 44);
    expect(dataStream.status()).toMatchObject({ duplicates: 1, late: 1, latencyMs: 40 });
    expect(dataStream.exchangeTime).toBe(FIRST_OPEN + 5);
  });
});

describe('continuity', () => {
  it('asks for history when a candle is missing, and counts gaps found and filled', () => {
    const { dataStream, facts } = watching();
    dataStream.apply(candleUpdate(12), NOW);
    expect(facts.at(-1)).toMatchObject({ type: 'series' });
    expect(dataStream.series(HOURLY)?.state).toBe('gap');
    dataStream.fill(HOURLY, historyRows(8, 12), 0);
    expect(dataStream.series(HOURLY)?.state).toBe('live');
    expect(dataStream.status()).toMatchObject({ gapsFound: 1, gapsFilled: 1 });
  });

  it('asks for history after an interruption', () => {
    const { dataStream } = watching();
    dataStream.interrupt([HOURLY]);
    expect(dataStream.series(HOURLY)?.state).toBe('stale');
    dataStream.resume([HOURLY]);
    expect(dataStream.series(HOURLY)?.state).toBe('gap');
  });

  it('asks for history when the close of a quiet symbol’s candle is overdue', () => {
    const { dataStream } = watching();
    dataStream.apply(candleUpdate(9), NOW);
    dataStream.hearTime(nthOpen(10) + 9_000);
    dataStream.inspect();
    expect(dataStream.series(HOURLY)?.state).toBe('live');
    dataStream.hearTime(nthOpen(10) + 11_000);
    dataStream.inspect();
    expect(dataStream.series(HOURLY)?.state).toBe('gap');
    dataStream.fill(HOURLY, historyRows(8, 10), dataStream.exchangeTime);
    expect(dataStream.series(HOURLY)?.closed.last?.openTime).toBe(nthOpen(9));
  });

  it('tells of symbols that go quiet', () => {
    const { clock, dataStream, types, facts } = watching();
    dataStream.apply(trade('1', 1), clock.now());
    facts.length = 0;
    clock.advance(60_000);
    dataStream.inspect();
    expect(types()).toEqual(['quotes']);
    expect(dataStream.quote('BTCUSDT')?.isStale).toBe(true);
  });

  it('counts one gap, however often the connection breaks before it is filled', () => {
    const { dataStream } = watching();
    for (let round = 0; round < 3; round++) {
      dataStream.interrupt([HOURLY]);
      dataStream.resume([HOURLY]);
    }
    dataStream.fill(HOURLY, historyRows(8, 9), 0);
    expect(dataStream.status()).toMatchObject({ gapsFound: 1, gapsFilled: 1 });
  });

  it('shows a symbol that does not trade as halted, and asks for history when it does', () => {
    const { dataStream, types } = watching();
    dataStream.halt('BTCUSDT');
    dataStream.halt('BTCUSDT');
    expect(dataStream.series(HOURLY)?.state).toBe('halted');
    expect(types()).toEqual(['series']);
    dataStream.reopen('BTCUSDT');
    expect(dataStream.series(HOURLY)?.state).toBe('gap');
    expect(types()).toEqual(['series', 'series']);
  });

  it('tells when a hole has left the buffer', () => {
    const { dataStream, types } = stream(3);
    dataStream.watch(['BTCUSDT'], [HOURLY]);
    dataStream.fill(HOURLY, [...historyRows(0, 1), ...historyRows(4, 5)], 0);
    expect(dataStream.series(HOURLY)?.state).toBe('hole');
    const before = types().length;
    dataStream.apply(candleUpdate(5, { isClosed: true }), NOW);
    dataStream.apply(candleUpdate(6, { isClosed: true }), NOW);
    expect(dataStream.series(HOURLY)?.state).toBe('live');
    expect(types().slice(before)).toEqual(['quote', 'closed', 'quote', 'closed', 'series']);
  });
});
