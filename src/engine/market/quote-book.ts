/**
 * The newest quote of each symbol that somebody may look at.
 *
 * Guarantees:
 * - late and repeated events change nothing; a price never goes back to an older one; what is not
 *   followed is not kept;
 * - a quote with streams of its own is stale when it is quiet far beyond its own pace; one that lives
 *   from the whole market's tickers, which tell changes only, when these are not delivered; one that
 *   may have changed unheard, until it is heard of;
 * - a bid or ask that is no longer followed is not kept as if it were.
 */
import type { MarketEvent } from '../../domain/market.ts';
import type { Quote } from '../../protocol/market-state.ts';
import type { Feed } from './feed.ts';
import { applyTo, createQuoteEntry } from './quote-entry.ts';
import type { QuoteEntry, QuoteOutcome } from './quote-entry.ts';

export interface QuoteBook {
  /** These and no others; new ones are taken to have streams of their own. */
  watch(symbols: Iterable<string>): void;
  /** How each is fed from now on. Answers those that look different for it. */
  feed(feedOf: (symbol: string) => Feed, now: number): readonly string[];
  apply(event: MarketEvent, receivedAt: number): QuoteOutcome | 'unwatched';
  /** The whole market's tickers came. */
  hearArray(receivedAt: number): void;
  /** They were interrupted: what they feed may have changed meanwhile. */
  doubtArray(): void;
  has(symbol: string): boolean;
  get(symbol: string): Quote | undefined;
  symbols(): Iterable<string>;
  /** Copies. */
  all(): readonly Quote[];
  /** Answers those that became stale or fresh again. */
  judgeFreshness(now: number): readonly string[];
  /** Their book tickers come over a new connection: updates count from the first one. */
  restart(symbols: Iterable<string>): void;
}

/** Nothing is stale before this, however fast its pace. */
const SHORTEST_PATIENCE_MS = 15_000;
/** How many times its usual pause a symbol may stay quiet. */
const PATIENCE = 10;
/** Weight of the newest pause in the running mean of pauses. */
const PACE_SHARE = 0.1;

export function createQuoteBook(): QuoteBook {
  const entries = new Map<string, QuoteEntry>();
  let arrayHeardAt = 0;

  const isStale = (entry: QuoteEntry, now: number): boolean => {
    const { quote, feed, fedSince, isDoubted, paceMs } = entry;
    if (quote.receivedAt === 0) return false;
    if (feed === 'none') return quote.isStale;
    if (isDoubted) return true;
    const isArray = feed === 'array';
    const patience = isArray
      ? SHORTEST_PATIENCE_MS
      : Math.max(SHORTEST_PATIENCE_MS, PATIENCE * paceMs);
    const lastSign = isArray ? arrayHeardAt : quote.receivedAt;
    return now - Math.max(lastSign, fedSince) > patience;
  };

  const judge = (entry: QuoteEntry, now: number): boolean => {
    const next = isStale(entry, now);
    if (next === entry.quote.isStale) return false;
    entry.quote.isStale = next;
    return true;
  };

  return {
    watch(symbols) {
      const wanted = new Set(symbols);
      for (const symbol of entries.keys()) if (!wanted.has(symbol)) entries.delete(symbol);
      for (const symbol of wanted) {
        if (!entries.has(symbol)) entries.set(symbol, createQuoteEntry(symbol));
      }
    },
    feed(feedOf, now) {
      const changed: string[] = [];
      for (const [symbol, entry] of entries) {
        const isBare = setFeed(entry, feedOf(symbol), now);
        const isJudged = judge(entry, now);
        if (isBare || isJudged) changed.push(symbol);
      }
      return changed;
    },
    apply(event, receivedAt) {
      const entry = entries.get(event.symbol);
      if (!entry) return 'unwatched';
      const outcome = applyTo(entry, event, receivedAt);
      if (outcome === 'applied') hear(entry, receivedAt);
      return outcome;
    },
    hearArray(receivedAt) {
      arrayHeardAt = receivedAt;
    },
    doubtArray() {
      for (const entry of entries.values()) if (entry.feed === 'array') entry.isDoubted = true;
    },
    has: (symbol) => entries.has(symbol),
    get: (symbol) => entries.get(symbol)?.quote,
    symbols: () => entries.keys(),
    all: () => Array.from(entries.values(), ({ quote }) => ({ ...quote })),
    judgeFreshness(now) {
      const changed: string[] = [];
      // Where our clock was set back, silence is counted from there.
      arrayHeardAt = Math.min(arrayHeardAt, now);
      for (const [symbol, entry] of entries) {
        entry.fedSince = Math.min(entry.fedSince, now);
        entry.quote.receivedAt = Math.min(entry.quote.receivedAt, now);
        if (judge(entry, now)) changed.push(symbol);
      }
      return changed;
    },
    restart(symbols) {
      for (const symbol of symbols) {
        const entry = entries.get(symbol);
        if (entry) entry.bookUpdateId = 0;
      }
    },
  };
}

/** True where a bid or an ask is gone. */
function setFeed(entry: QuoteEntry, feed: Feed, now: number): boolean {
  if (feed === entry.feed) return false;
  const { quote } = entry;
  const isOld = quote.receivedAt > 0 && now - quote.receivedAt > SHORTEST_PATIENCE_MS;
  if (entry.feed === 'none' && isOld) entry.isDoubted = true;
  entry.feed = feed;
  entry.fedSince = now;
  if (feed === 'own') return false;
  entry.bookUpdateId = 0;
  if (feed === 'ticker') return false;
  const isGone = quote.bidPrice !== null || quote.askPrice !== null;
  quote.bidPrice = null;
  quote.askPrice = null;
  return isGone;
}

function hear(entry: QuoteEntry, receivedAt: number): void {
  const { quote, feed, fedSince } = entry;
  if (feed !== 'none' && quote.receivedAt > fedSince) {
    const pause = Math.max(0, receivedAt - quote.receivedAt);
    entry.paceMs += PACE_SHARE * (pause - entry.paceMs);
  }
  quote.receivedAt = receivedAt;
  quote.isStale = false;
  entry.isDoubted = false;
}
