import type { Clock, Timer } from '../../binance/ports.ts';
import type { RestClient } from '../../binance/rest.ts';
import type { Ticker } from '../../domain/market.ts';
import { REQUEST_PRIORITY } from './urgency.ts';

export interface FirstQuotes {
  /** Asks about those of which nothing was asked yet; about urgent ones first, where there are many. */
  load(symbols: readonly string[], urgent?: readonly string[]): void;
  /** What was asked about the others counts no more: it is old when they are wanted again. */
  keep(isFollowed: (symbol: string) => boolean): void;
  dispose(): void;
}

/** More names make too long an address: all symbols weigh no more than that many. */
const MOST_NAMES = 100;
/** All symbols are an answer of a megabyte or two. */
const WHOLE_PAUSE_MS = 60_000;

/**
 * Asks once for the quote of each symbol that begins to be followed, so that a row need not wait for
 * its first ticker; for all symbols of the exchange once a minute at most. Where no answer comes, the
 * streams bring it.
 */
export function createFirstQuotes(options: {
  readonly clock: Clock;
  readonly rest: Pick<RestClient, 'tickers24h'>;
  readonly onTickers: (tickers: Iterable<Ticker>) => void;
}): FirstQuotes {
  const { clock, rest, onTickers } = options;
  const asked = new Set<string>();
  let waiting: readonly string[] = [];
  let pause: Timer | undefined;

  const ask = async (missing: readonly string[], names?: readonly string[]): Promise<void> => {
    for (const symbol of missing) asked.add(symbol);
    const answer = await rest.tickers24h(names, REQUEST_PRIORITY.asked).result;
    if (!answer.ok) {
      if (answer.failure.type === 'refused' && names && names.length > 1) askInHalves(names);
      return;
    }
    const wanted = new Set(missing);
    onTickers(answer.value.rows.filter(({ symbol }) => wanted.has(symbol)));
  };

  /** A single name that the exchange does not know spoils the answer about all of them. */
  const askInHalves = (names: readonly string[]): void => {
    const middle = Math.ceil(names.length / 2);
    for (const half of [names.slice(0, middle), names.slice(middle)]) {
      const followed = half.filter((symbol) => asked.has(symbol));
      if (followed.length > 0) void ask(followed, followed);
    }
  };

  const endPause = (): void => {
    pause = undefined;
    load(waiting);
    waiting = [];
  };

  const missingOf = (symbols: readonly string[]): readonly string[] =>
    symbols.filter((symbol) => !asked.has(symbol));

  const load = (symbols: readonly string[], urgent: readonly string[] = []): void => {
    let missing = missingOf(symbols);
    if (missing.length > MOST_NAMES && urgent.length > 0) {
      load(urgent);
      missing = missingOf(symbols);
    }
    if (missing.length === 0) return;
    if (missing.length <= MOST_NAMES) return void ask(missing, missing);
    if (pause) return void (waiting = missing);
    pause = clock.setTimer(endPause, WHOLE_PAUSE_MS);
    void ask(missing);
  };

  return {
    load,
    keep(isFollowed) {
      for (const symbol of asked) if (!isFollowed(symbol)) asked.delete(symbol);
      waiting = waiting.filter(isFollowed);
    },
    dispose: () => pause?.cancel(),
  };
}
