/**
 * Which streams the exchange is asked for: what the visible screen and the enabled rules need.
 *
 * - Rows in view: trades, ticker, and best bid and ask of each; so for symbols on charts.
 * - Other quotes that a visible page may ask for: the tickers of a short watchlist, which rows keep
 *   while they come and go; else the mini tickers of the whole market in one array.
 * - Candles: all that is wanted while a page is visible; with none visible, those under rules. Rules
 *   are judged by candles alone, also within the candle: they need no trade, no bid and no ask.
 */
import {
  bookTickerStream,
  klineStream,
  miniTickerArrayStream,
  tickerStream,
  tradeStream,
} from '../../binance/stream-name.ts';
import type { Feed } from './feed.ts';
import type { HeldView } from './lingering-view.ts';
import { seriesKey } from './series-name.ts';
import type { SeriesName } from './series-name.ts';
import { seriesUnderRules, wantedSeries } from './wanted-streams.ts';
import type { Wants } from './wanted-streams.ts';

export interface StreamPlan {
  readonly streams: readonly string[];
  /** How each symbol's quote is kept up to date; the others have none. */
  readonly feeds: ReadonlyMap<string, Feed>;
  /** Every series that is kept, and those among them whose candles nobody needs now. */
  readonly series: readonly SeriesName[];
  readonly idle: readonly SeriesName[];
}

/**
 * The array has some hundred changed symbols a second, whoever asks for it: about what it costs to
 * get as many single frames.
 */
const SHORT_WATCHLIST = 100;

/** `traded`: every symbol that the exchange trades, as far as it has listed them. */
export function planStreams(options: {
  readonly wants: Wants;
  readonly held: HeldView;
  readonly traded: () => Iterable<string>;
}): StreamPlan {
  const { wants, held, traded } = options;
  const feeds = held.isVisible
    ? seenFeeds(wants, held, traded)
    : new Map<string, Feed>(wants.watchlist.symbols.map((symbol) => [symbol, 'none']));
  const series = wantedSeries(wants);
  const needed = held.isVisible ? null : new Set(seriesUnderRules(wants).map(seriesKey));
  const isIdle = (name: SeriesName): boolean => needed !== null && !needed.has(seriesKey(name));
  const candles = series
    .filter((name) => !isIdle(name))
    .map(({ symbol, interval }) => klineStream(symbol, interval));
  return {
    streams: [...quoteStreams(feeds), ...candles],
    feeds,
    series,
    idle: series.filter(isIdle),
  };
}

function seenFeeds(
  { watchlist: { symbols }, onCharts }: Wants,
  { inView, isUnsaid, isMarketShown }: HeldView,
  traded: () => Iterable<string>,
): ReadonlyMap<string, Feed> {
  const isShort = symbols.length <= SHORT_WATCHLIST;
  const others: Feed = isMarketShown || !isShort ? 'array' : 'ticker';
  const feeds = new Map<string, Feed>();
  const add = (symbol: string, isInView: boolean): void => {
    feeds.set(symbol, isInView ? 'own' : others);
  };
  if (isMarketShown) for (const symbol of traded()) add(symbol, inView.has(symbol));
  // Until a page has said what it shows, it is taken to show all of a list that is not long.
  for (const symbol of symbols) add(symbol, inView.has(symbol) || (isUnsaid && isShort));
  for (const { symbol } of onCharts) if (!feeds.has(symbol)) add(symbol, inView.has(symbol));
  return feeds;
}

function quoteStreams(feeds: ReadonlyMap<string, Feed>): readonly string[] {
  const streams: string[] = [];
  let isArrayWanted = false;
  for (const [symbol, feed] of feeds) {
    if (feed === 'array') isArrayWanted = true;
    if (feed === 'own' || feed === 'ticker') streams.push(tickerStream(symbol));
    if (feed === 'own') streams.push(tradeStream(symbol), bookTickerStream(symbol));
  }
  return isArrayWanted ? [miniTickerArrayStream, ...streams] : streams;
}
