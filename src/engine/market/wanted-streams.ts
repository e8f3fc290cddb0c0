import {
  bookTickerStream,
  klineStream,
  tickerStream,
  tradeStream,
} from '../../binance/stream-name.ts';
import type { Interval } from '../../domain/interval.ts';
import { intervalsOf } from '../../domain/rules/rule.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import { seriesKey } from './data-stream.ts';
import type { SeriesName } from './data-stream.ts';

/**
 * Every watched symbol on every watched interval; what enabled rules name beside these; and the
 * series on screen, whatever its interval.
 */
export function wantedSeries(
  watchlist: Watchlist,
  rules: readonly Rule[],
  onScreen: SeriesName | null,
): readonly SeriesName[] {
  const wanted = new Map<string, SeriesName>();
  const want = (symbols: readonly string[], intervals: readonly Interval[]): void => {
    for (const symbol of symbols) {
      for (const interval of intervals) {
        wanted.set(seriesKey({ symbol, interval }), { symbol, interval });
      }
    }
  };
  want(watchlist.symbols, watchlist.intervals);
  for (const rule of rules.filter(({ isEnabled }) => isEnabled)) {
    const symbols = rule.symbols === 'watchlist' ? watchlist.symbols : rule.symbols;
    want(symbols, intervalsOf(rule, watchlist.intervals));
  }
  if (onScreen && watchlist.symbols.includes(onScreen.symbol)) {
    want([onScreen.symbol], [onScreen.interval]);
  }
  return [...wanted.values()];
}

/** The streams for quotes to the tick and for the candles of each series. */
export function wantedStreams(
  symbols: readonly string[],
  series: readonly SeriesName[],
): readonly string[] {
  const quotes = symbols.flatMap((symbol) => [
    tradeStream(symbol),
    tickerStream(symbol),
    bookTickerStream(symbol),
  ]);
  const candles = series.map(({ symbol, interval }) => klineStream(symbol, interval));
  return [...quotes, ...candles];
}

export function isSameSeries(a: SeriesName, b: SeriesName | null): boolean {
  return b !== null && seriesKey(a) === seriesKey(b);
}
