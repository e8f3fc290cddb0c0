import { streamSymbol } from '../../binance/stream-name.ts';
import type { Interval } from '../../domain/interval.ts';
import { intervalsOf } from '../../domain/rules/rule.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { ShownView } from './lingering-view.ts';
import { seriesKey } from './series-name.ts';
import type { SeriesName } from './series-name.ts';

/** Everything that decides what the exchange is asked to send. */
export interface Wants extends ShownView {
  readonly watchlist: Watchlist;
  readonly rules: readonly Rule[];
  /** Series on the charts of pages that look on. */
  readonly onCharts: readonly SeriesName[];
}

/**
 * Every watched symbol on every watched interval; what enabled rules name beside these; and the
 * series on charts, whatever their symbol and interval.
 */
export function wantedSeries(wants: Wants): readonly SeriesName[] {
  const { watchlist, onCharts } = wants;
  return unique([
    ...combine(watchlist.symbols, watchlist.intervals),
    ...seriesUnderRules(wants),
    ...onCharts,
  ]);
}

/** The series on which enabled rules are judged, and those that these rules look at. */
export function seriesUnderRules({
  watchlist,
  rules,
}: Pick<Wants, 'watchlist' | 'rules'>): readonly SeriesName[] {
  const judged = rules.filter(({ isEnabled }) => isEnabled);
  return unique(
    judged.flatMap((rule) => {
      const symbols = rule.symbols === 'watchlist' ? watchlist.symbols : rule.symbols;
      return combine(symbols, intervalsOf(rule, watchlist.intervals));
    }),
  );
}

/**
 * The series that have to be watched without a gap: those under enabled rules. A symbol without a
 * rule is watched for the page only, while one is seen.
 */
export function judgedSeries(wants: Wants): readonly SeriesName[] {
  const underRules = seriesUnderRules(wants);
  if (!wants.isVisible) return underRules;
  const { symbols, intervals } = wants.watchlist;
  const ruled = new Set(underRules.map(({ symbol }) => symbol));
  const others = symbols.filter((symbol) => !ruled.has(symbol));
  return [...underRules, ...combine(others, intervals)];
}

function combine(symbols: readonly string[], intervals: readonly Interval[]): SeriesName[] {
  return symbols.flatMap((symbol) => intervals.map((interval) => ({ symbol, interval })));
}

function unique(series: readonly SeriesName[]): readonly SeriesName[] {
  return [...new Map(series.map((name) => [seriesKey(name), name])).values()];
}

/** The symbol of each stream; null where it is of no single one. */
export function streamSymbols(
  streams: readonly string[],
  symbols: readonly string[],
): ReadonlyMap<string, string | null> {
  const byPrefix = new Map(symbols.map((symbol) => [streamSymbol(symbol), symbol]));
  return new Map(
    streams.map((stream) => [stream, byPrefix.get(stream.slice(0, stream.indexOf('@'))) ?? null]),
  );
}

export function isSameSeries(a: SeriesName, b: SeriesName | null): boolean {
  return b !== null && seriesKey(a) === seriesKey(b);
}
