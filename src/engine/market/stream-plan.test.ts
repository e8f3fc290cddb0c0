import { describe, expect, it } from 'vitest';
import { priceLevelRule } from '../../domain/rules/ready-made.ts';
import type { HeldView } from './lingering-view.ts';
import { planStreams } from './stream-plan.ts';
import type { Wants } from './wanted-streams.ts';

const LIST = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT'];
const TRADED = [...LIST, 'ADAUSDT', 'XRPUSDT'];
const RULE = {
  ...priceLevelRule({ symbol: 'BTCUSDT', price: 110, direction: 'above' }),
  intervals: ['4h'] as const,
};

function wants(changes: Partial<Wants> = {}): Wants {
  return {
    watchlist: { symbols: LIST, intervals: ['1h'] },
    rules: [],
    onCharts: [],
    inView: null,
    isMarketShown: false,
    isVisible: true,
    ...changes,
  };
}
const seen = (inView: readonly string[] | null, isMarketShown = false): HeldView => ({
  inView: new Set(inView),
  isUnsaid: inView === null,
  isMarketShown,
  isVisible: true,
});
const HIDDEN: HeldView = { ...seen([]), isVisible: false };

const plan = (held: HeldView, changes: Partial<Wants> = {}) =>
  planStreams({ wants: wants(changes), held, traded: () => TRADED });
const own = (lower: string) => [`${lower}@ticker`, `${lower}@trade`, `${lower}@bookTicker`];
const klines = LIST.map((symbol) => `${symbol.toLowerCase()}@kline_1h`);
const long = Array.from({ length: 101 }, (_, index) => `S${index}USDT`);

describe('a short watchlist', () => {
  it('is live to the tick until a page has said what it shows', () => {
    const { streams, feeds, idle } = plan(seen(null));
    expect(streams).toEqual([...own('btcusdt'), ...own('ethusdt'), ...own('solusdt'), ...klines]);
    expect([...feeds.values()]).toEqual(['own', 'own', 'own']);
    expect(idle).toEqual([]);
  });

  it('has the tickers alone of what is out of view', () => {
    const { streams, feeds } = plan(seen(['ETHUSDT']));
    expect(streams).toEqual(['btcusdt@ticker', ...own('ethusdt'), 'solusdt@ticker', ...klines]);
    expect([...feeds]).toEqual([
      ['BTCUSDT', 'ticker'],
      ['ETHUSDT', 'own'],
      ['SOLUSDT', 'ticker'],
    ]);
  });

  it('has beside it a symbol that is on a chart', () => {
    const onCharts = [{ symbol: 'ADAUSDT', interval: '1d' }] as const;
    const { streams, feeds } = plan(seen(['ADAUSDT']), { onCharts });
    expect(feeds.get('ADAUSDT')).toBe('own');
    expect(streams).toEqual(expect.arrayContaining([...own('adausdt'), 'adausdt@kline_1d']));
  });

  it('is not asked for what is in view but neither watched nor of a market that is shown', () => {
    expect(plan(seen(['ADAUSDT'])).streams.join()).not.toContain('adausdt');
  });
});

describe('a long watchlist', () => {
  const watchlist = { symbols: long, intervals: ['1h'] } as const;

  it('lives from one array, but for the rows in view', () => {
    const { streams, feeds } = plan(seen(['S7USDT']), { watchlist });
    expect(streams.slice(0, 4)).toEqual(['!miniTicker@arr', ...own('s7usdt')]);
    expect(streams).toHaveLength(4 + long.length);
    expect(feeds.get('S8USDT')).toBe('array');
  });

  it('is not streamed one by one before a page has said what it shows', () => {
    const { streams } = plan(seen(null), { watchlist });
    expect(streams).toHaveLength(1 + long.length);
  });

  it('needs no array where all of it is in view', () => {
    expect(plan(seen(long), { watchlist }).streams).not.toContain('!miniTicker@arr');
  });
});

describe('the whole market', () => {
  it('lives from one array, and what is in view to the tick, watched or not', () => {
    const { streams, feeds } = plan(seen(['ADAUSDT'], true));
    expect(streams).toEqual(['!miniTicker@arr', ...own('adausdt'), ...klines]);
    expect([...feeds.keys()].toSorted()).toEqual(TRADED.toSorted());
    expect(feeds.get('BTCUSDT')).toBe('array');
  });

  it('is not streamed one by one before a page has said what it shows', () => {
    const { feeds } = plan(seen(null, true));
    expect([...feeds].filter(([, feed]) => feed === 'own').map(([symbol]) => symbol)).toEqual(LIST);
  });

  it('that the exchange has not listed yet is the watchlist', () => {
    const { feeds } = planStreams({
      wants: wants(),
      held: seen(['ADAUSDT'], true),
      traded: () => [],
    });
    expect([...feeds.keys()]).toEqual(LIST);
  });
});

describe('with no page visible', () => {
  it('nothing is asked for where no rule needs it', () => {
    const { streams, feeds, idle, series } = plan(HIDDEN);
    expect(streams).toEqual([]);
    expect([...feeds.values()]).toEqual(['none', 'none', 'none']);
    expect(idle).toEqual(series);
    expect(series).toHaveLength(3);
  });

  it('rules get the candles of their intervals, and nothing else', () => {
    const { streams, idle } = plan(HIDDEN, {
      rules: [RULE, { ...RULE, isEnabled: false, intervals: ['1d'] }],
    });
    expect(streams).toEqual(['btcusdt@kline_4h']);
    expect(idle.map(({ symbol, interval }) => `${symbol} ${interval}`)).toEqual(
      LIST.map((symbol) => `${symbol} 1h`),
    );
  });

  it('rules within the candle need no more than its candles', () => {
    const rules = [{ ...RULE, fire: 'intrabar' }] as const;
    expect(plan(HIDDEN, { rules }).streams).toEqual(['btcusdt@kline_4h']);
  });

  it('charts need nothing', () => {
    const onCharts = [{ symbol: 'BTCUSDT', interval: '1d' }] as const;
    const { streams, idle } = plan(HIDDEN, { onCharts });
    expect(streams).toEqual([]);
    expect(idle).toContainEqual(onCharts[0]);
  });
});
