import { describe, expect, it } from 'vitest';
import { priceLevelRule } from '../../domain/rules/ready-made.ts';
import { REQUEST_PRIORITY, seriesUrgency } from './urgency.ts';
import type { Wants } from './wanted-streams.ts';
import { judgedSeries, streamSymbols, wantedSeries } from './wanted-streams.ts';

const RULE = priceLevelRule({ symbol: 'BTCUSDT', price: 110, direction: 'above' });

function wants(changes: Partial<Wants> = {}): Wants {
  return {
    watchlist: { symbols: ['BTCUSDT', 'ETHUSDT'], intervals: ['1h', '4h'] },
    rules: [{ ...RULE, intervals: ['1h'] }],
    onCharts: [],
    inView: null,
    isMarketShown: false,
    isVisible: true,
    ...changes,
  };
}

describe('the urgency of a series', () => {
  it('is highest under rules that are on, then on charts, then what is only watched', () => {
    const onCharts = [
      { symbol: 'BTCUSDT', interval: '1h' },
      { symbol: 'ETHUSDT', interval: '4h' },
    ] as const;
    const urgencyOf = seriesUrgency(wants({ onCharts }));
    expect(urgencyOf({ symbol: 'BTCUSDT', interval: '1h' })).toBe(REQUEST_PRIORITY.underRules);
    expect(urgencyOf({ symbol: 'ETHUSDT', interval: '4h' })).toBe(REQUEST_PRIORITY.onChart);
    expect(urgencyOf({ symbol: 'ETHUSDT', interval: '1h' })).toBe(REQUEST_PRIORITY.watched);
  });

  it('does not count rules that are off', () => {
    const urgencyOf = seriesUrgency(wants({ rules: [{ ...RULE, isEnabled: false }] }));
    expect(urgencyOf({ symbol: 'BTCUSDT', interval: '1h' })).toBe(REQUEST_PRIORITY.watched);
  });
});

describe('the series that are wanted', () => {
  it('are those of the watchlist, under rules, and on charts, each once', () => {
    const series = wantedSeries(
      wants({
        watchlist: { symbols: ['ETHUSDT'], intervals: ['4h'] },
        onCharts: [
          { symbol: 'ETHUSDT', interval: '4h' },
          { symbol: 'ETHUSDT', interval: '1d' },
          { symbol: 'SOLUSDT', interval: '1d' },
        ],
      }),
    );
    expect(series).toEqual([
      { symbol: 'ETHUSDT', interval: '4h' },
      { symbol: 'BTCUSDT', interval: '1h' },
      { symbol: 'ETHUSDT', interval: '1d' },
      { symbol: 'SOLUSDT', interval: '1d' },
    ]);
  });
});

describe('the series that must not have a gap', () => {
  const names = (changes: Partial<Wants>) =>
    judgedSeries(wants(changes)).map(({ symbol, interval }) => `${symbol} ${interval}`);

  it('are those under rules; of a symbol without any, those that a page may show', () => {
    expect(names({})).toEqual(['BTCUSDT 1h', 'ETHUSDT 1h', 'ETHUSDT 4h']);
    expect(names({ isVisible: false })).toEqual(['BTCUSDT 1h']);
  });

  it('are not those of charts alone', () => {
    expect(names({ onCharts: [{ symbol: 'BTCUSDT', interval: '1d' }] })).not.toContain(
      'BTCUSDT 1d',
    );
  });
});

describe('the symbol of a stream', () => {
  it('is found by its name, or is none', () => {
    const found = streamSymbols(
      ['btcusdt@trade', '币usdt@kline_1h', '!miniTicker@arr'],
      ['BTCUSDT', '币USDT'],
    );
    expect([...found.values()]).toEqual(['BTCUSDT', '币USDT', null]);
  });
});
