/**
 * Which pages of history one series needs. Pure: `backfill.ts` asks for them.
 *
 * Guarantees: the pages reach from where the series ends (or, for a series without a past, from as
 * far back as its buffer holds) to the newest candle, each candle once; where they lack candles,
 * those are asked for again by themselves (20 times at most), and what is absent twice is a hole. It
 * ends after a bounded number of pages, whatever the answers.
 */
import { LARGEST_KLINE_LIMIT } from '../../binance/rest.ts';
import type { KlineQuery } from '../../binance/rest.ts';
import { spansBetween } from './continuity.ts';
import type { HistoryRow } from './series-keeper.ts';
import type { SeriesName } from './series-name.ts';

/** 200 pages are two days of seconds. */
const MOST_PAGES = 200;
const MOST_SECOND_LOOKS = 20;

export interface HistoryFetch {
  /** The page to ask for next; undefined when all are there. */
  readonly query: KlineQuery | undefined;
  /**
   * Takes the page that was asked for. `isFull`: it had as many rows as a page can have, readable
   * or not. `askedAt`: the exchange's time when it was asked for.
   */
  take(rows: readonly HistoryRow[], isFull: boolean, askedAt: number): void;
  /** Oldest first. */
  rows(): readonly HistoryRow[];
  /** When the page with the newest row was asked for. */
  readonly askedAt: number;
}

type Step =
  | { readonly type: 'forward'; readonly startTime: number }
  | { readonly type: 'newest' }
  | { readonly type: 'backward'; readonly endTime: number }
  | { readonly type: 'second-look'; readonly from: number; readonly to: number }
  | { readonly type: 'done' };

export function createHistoryFetch(options: {
  readonly name: SeriesName;
  /** Open time from which on candles are needed; undefined for as many as the buffer holds. */
  readonly from: number | undefined;
  /** Open time of the candle that the series lacks first; undefined where it has none yet. */
  readonly next: number | undefined;
  readonly capacity: number;
}): HistoryFetch {
  const { from, next, capacity } = options;
  const { symbol, interval } = options.name;
  const byOpenTime = new Map<number, HistoryRow>();
  /** Open times at which a hole begins that was asked for twice. */
  const confirmed = new Set<number>();
  let step: Step = from === undefined ? { type: 'newest' } : { type: 'forward', startTime: from };
  let pages = 0;
  let secondLooks = 0;
  let askedAt = 0;

  const rows = (): readonly HistoryRow[] =>
    [...byOpenTime.values()].toSorted((a, b) => a.candle.openTime - b.candle.openTime);

  const nextSecondLook = (): Step => {
    const openTimes = rows().map(({ candle }) => candle.openTime);
    const doubtful = spansBetween(interval, openTimes, next).find(
      (span) => !confirmed.has(span.from),
    );
    if (!doubtful || secondLooks === MOST_SECOND_LOOKS) return { type: 'done' };
    secondLooks++;
    return { type: 'second-look', ...doubtful };
  };

  const stepAfter = (before: Step, page: readonly HistoryRow[], isFull: boolean): Step => {
    const hasMore = isFull && pages < MOST_PAGES;
    switch (before.type) {
      case 'forward': {
        // Nothing since then: this exchange's clock is behind the one that was watched before.
        if (byOpenTime.size === 0) return { type: 'newest' };
        const newest = page.at(-1)?.candle.openTime ?? 0;
        // The newest row is asked for again: it may have been open when it was read.
        const canGoOn = hasMore && newest > before.startTime;
        return canGoOn ? { type: 'forward', startTime: newest } : nextSecondLook();
      }
      case 'newest':
      case 'backward': {
        const oldest = page[0]?.candle.openTime;
        const canGoOn = hasMore && oldest !== undefined && byOpenTime.size <= capacity;
        return canGoOn ? { type: 'backward', endTime: oldest - 1 } : nextSecondLook();
      }
      case 'second-look':
        if (!page.some(({ candle }) => candle.openTime === before.from)) {
          confirmed.add(before.from);
        }
        return nextSecondLook();
      case 'done':
        return before;
      default:
        return before satisfies never;
    }
  };

  return {
    get query() {
      switch (step.type) {
        case 'forward':
          return { symbol, interval, limit: LARGEST_KLINE_LIMIT, startTime: step.startTime };
        case 'newest':
          return { symbol, interval, limit: LARGEST_KLINE_LIMIT };
        case 'backward':
          return { symbol, interval, limit: LARGEST_KLINE_LIMIT, endTime: step.endTime };
        case 'second-look':
          return {
            symbol,
            interval,
            limit: LARGEST_KLINE_LIMIT,
            startTime: step.from,
            endTime: step.to,
          };
        case 'done':
          return undefined;
        default:
          return step satisfies never;
      }
    },
    take(page, isFull, at) {
      pages++;
      const reachesNow = step.type === 'forward' || step.type === 'newest';
      if (reachesNow) askedAt = at;
      for (const row of page) byOpenTime.set(row.candle.openTime, row);
      step = stepAfter(step, page, isFull);
    },
    rows,
    get askedAt() {
      return askedAt;
    },
  };
}
