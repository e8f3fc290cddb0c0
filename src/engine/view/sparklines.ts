/**
 * The course of the last 24 hours for the rows that a page shows.
 *
 * Guarantees: a symbol with an hourly series at hand costs no request; of the others only those in
 * view are asked for, two at a time and after everything else, each once an hour at most; a request
 * that failed is made again after a growing pause, while its row is still in view. What has left the
 * view before its turn came is not asked for. A hidden page gets nothing.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import type { RestClient } from '../../binance/rest.ts';
import type { Sparkline } from '../../protocol/market-state.ts';
import type { DataFact } from '../market/data-stream.ts';
import type { SeriesKeeper } from '../market/series-keeper.ts';
import type { SeriesName } from '../market/series-name.ts';

export interface Sparklines {
  /** Rows that are seen from now on. */
  show(symbols: readonly string[]): void;
  handleData(fact: DataFact): void;
  setVisibility(isVisible: boolean): void;
  /** Another venue: nothing that was posted counts any more. */
  reset(): void;
  dispose(): void;
}

export type HourlySeries = Pick<SeriesKeeper, 'isCurrent' | 'state' | 'closed' | 'forming'>;

const HOUR_MS = 3_600_000;
const HOURS = 24;
/** The exchange needs a moment before its history has the new hour. */
const AFTER_THE_HOUR_MS = 5_000;
const MOST_REQUESTS = 2;
/** After the history of everything that is watched. */
const PRIORITY = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 600_000;

interface Entry {
  /** The hour that was posted last; 0 for none. */
  hour: number;
  isAsked: boolean;
  failures: number;
  /** Not to be asked before, our clock. */
  notBefore: number;
}

export function createSparklines(parts: {
  readonly clock: Clock;
  readonly isVisible: boolean;
  /** Of the venue that is watched now. */
  readonly rest: () => Pick<RestClient, 'klines'>;
  readonly series: (name: SeriesName) => HourlySeries | undefined;
  readonly post: (sparklines: readonly Sparkline[]) => void;
}): Sparklines {
  const { clock, rest, series, post } = parts;
  let { isVisible } = parts;
  let shown: readonly string[] = [];
  let entries = new Map<string, Entry>();
  let requests = 0;
  let timer: Timer | undefined;
  let isDisposed = false;

  const hourNow = (): number => Math.floor((clock.now() - AFTER_THE_HOUR_MS) / HOUR_MS);

  const entryOf = (symbol: string): Entry => {
    const known = entries.get(symbol);
    if (known) return known;
    const entry: Entry = { hour: 0, isAsked: false, failures: 0, notBefore: 0 };
    entries.set(symbol, entry);
    return entry;
  };

  /** What can be posted at once, then what has to be asked for, then when to look again. */
  const refresh = (): void => {
    if (!isVisible || isDisposed) return;
    const hour = hourNow();
    const due = shown.filter((symbol) => entryOf(symbol).hour !== hour);
    const atHand: Sparkline[] = [];
    const missing: string[] = [];
    for (const symbol of due) {
      const hourly = series({ symbol, interval: '1h' });
      if (!hourly) missing.push(symbol);
      // One that is not complete yet will say so itself.
      else if (hourly.isCurrent || hourly.state === 'halted') {
        atHand.push({ symbol, closes: closesOf(hourly) });
        entryOf(symbol).hour = hour;
      }
    }
    if (atHand.length > 0) post(atHand);
    for (const symbol of missing) {
      if (requests >= MOST_REQUESTS) break;
      const entry = entryOf(symbol);
      if (!entry.isAsked && entry.notBefore <= clock.now()) void ask(symbol, entry, hour);
    }
    schedule(missing);
  };

  const ask = async (symbol: string, entry: Entry, hour: number): Promise<void> => {
    const askedOf = entries;
    requests++;
    entry.isAsked = true;
    const query = { symbol, interval: '1h', limit: HOURS } as const;
    const answer = await rest().klines(query, PRIORITY).result;
    requests--;
    entry.isAsked = false;
    if (isDisposed || askedOf !== entries) return refresh();
    if (answer.ok) {
      entry.hour = hour;
      entry.failures = 0;
      post([{ symbol, closes: answer.value.rows.map(({ candle }) => candle.close) }]);
    } else {
      entry.failures++;
      const pause = FIRST_PAUSE_MS * 2 ** (entry.failures - 1);
      entry.notBefore = clock.now() + Math.min(LONGEST_PAUSE_MS, pause);
    }
    refresh();
  };

  /** Looks again when the hour turns, or when something that failed may be asked once more. */
  const schedule = (missing: readonly string[]): void => {
    timer?.cancel();
    timer = undefined;
    if (shown.length === 0) return;
    const now = clock.now();
    const nextHour = (hourNow() + 1) * HOUR_MS + AFTER_THE_HOUR_MS;
    const paused = missing.map((symbol) => entryOf(symbol).notBefore).filter((time) => time > now);
    timer = clock.setTimer(refresh, Math.min(nextHour, ...paused) - now);
  };

  return {
    show(symbols) {
      shown = symbols;
      refresh();
    },
    handleData(fact) {
      const isHourly = fact.type === 'series' && fact.interval === '1h';
      if (isHourly && shown.includes(fact.symbol)) refresh();
    },
    setVisibility(next) {
      isVisible = next;
      if (isVisible) return refresh();
      timer?.cancel();
      timer = undefined;
    },
    reset() {
      entries = new Map();
      refresh();
    },
    dispose() {
      isDisposed = true;
      timer?.cancel();
    },
  };
}

/** The last 24, the hour that is not over yet among them. */
function closesOf({ closed, forming }: HourlySeries): readonly number[] {
  const open = forming ? [forming.close] : [];
  return [...closed.columns().close.slice(open.length - HOURS), ...open];
}
