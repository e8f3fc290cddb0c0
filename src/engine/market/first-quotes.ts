import type { RestClient } from '../../binance/rest.ts';
import type { Ticker } from '../../domain/market.ts';
import { REQUEST_PRIORITY } from './urgency.ts';

/** More names make too long an address: all symbols weigh no more than that many. */
const MOST_NAMES = 100;

/**
 * Asks once for the quote of each symbol that is new, so that a row need not wait for its first
 * ticker. Where no answer comes, the stream brings it.
 */
export function createFirstQuotes(options: {
  readonly rest: Pick<RestClient, 'tickers24h'>;
  readonly onTicker: (ticker: Ticker) => void;
}): { load(symbols: readonly string[]): Promise<void> } {
  const { rest, onTicker } = options;
  const asked = new Set<string>();
  return {
    async load(symbols) {
      const missing = symbols.filter((symbol) => !asked.has(symbol));
      if (missing.length === 0) return;
      for (const symbol of missing) asked.add(symbol);
      const named = missing.length > MOST_NAMES ? undefined : missing;
      const answer = await rest.tickers24h(named, REQUEST_PRIORITY.asked).result;
      if (!answer.ok) return;
      const wanted = new Set(missing);
      for (const ticker of answer.value.rows) if (wanted.has(ticker.symbol)) onTicker(ticker);
    },
  };
}
