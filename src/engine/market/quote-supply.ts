/** Sees to it that quotes are heard of: how each is fed, what is asked for first, what has to be asked again. */
import type { Clock } from '../../binance/ports.ts';
import type { RestClient } from '../../binance/rest.ts';
import { miniTickerArrayStream, streamKind } from '../../binance/stream-name.ts';
import type { DataStream } from './data-stream.ts';
import type { Feed } from './feed.ts';
import { createFirstQuotes } from './first-quotes.ts';

export interface QuoteSupply {
  /** The data stream follows these symbols by now. */
  follow(feeds: ReadonlyMap<string, Feed>): void;
  /** These are delivered from now on. `wasLost`: after an interruption. */
  resume(
    streams: readonly string[],
    wasLost: boolean,
    symbolOf: ReadonlyMap<string, string | null>,
  ): void;
  dispose(): void;
}

export function createQuoteSupply(parts: {
  readonly clock: Clock;
  readonly rest: Pick<RestClient, 'tickers24h'>;
  readonly dataStream: Pick<
    DataStream,
    'feedQuotes' | 'applyTickers' | 'restartBooks' | 'doubtArray'
  >;
}): QuoteSupply {
  const { clock, rest, dataStream } = parts;
  const first = createFirstQuotes({ clock, rest, onTickers: dataStream.applyTickers });
  let feeds: ReadonlyMap<string, Feed> = new Map();

  const feedOf = (symbol: string): Feed => feeds.get(symbol) ?? 'none';

  const load = (): void => {
    const symbols = [...feeds.keys()].filter((symbol) => feedOf(symbol) !== 'none');
    const inView = symbols.filter((symbol) => feedOf(symbol) === 'own');
    first.load(symbols, inView);
  };

  return {
    follow(next) {
      feeds = next;
      dataStream.feedQuotes(feedOf);
      first.keep((symbol) => feedOf(symbol) !== 'none');
      load();
    },
    resume(streams, wasLost, symbolOf) {
      const books = streams.filter((stream) => streamKind(stream) === 'bookTicker');
      dataStream.restartBooks(books.flatMap((stream) => symbolOf.get(stream) ?? []));
      if (!wasLost || !streams.includes(miniTickerArrayStream)) return;
      // It tells changes only: what changed meanwhile may not be told of for long.
      dataStream.doubtArray();
      first.keep((symbol) => feedOf(symbol) !== 'array');
      load();
    },
    dispose: first.dispose,
  };
}
