import { INTERVALS } from '../domain/interval.ts';
import { fault } from '../domain/result.ts';
import type { Fault } from '../domain/result.ts';
import { MOST_SYMBOLS, parseIntervals, parseSymbol, parseSymbols } from '../domain/watchlist.ts';
import type { Watchlist } from '../domain/watchlist.ts';
import type { Command } from '../protocol/messages.ts';

export type WatchCommand = Extract<
  Command,
  { type: 'watchSymbol' | 'unwatchSymbol' | 'arrangeSymbols' | 'changeIntervals' }
>;

export interface WatchlistChange {
  /** The same object where nothing changes. */
  readonly watchlist: Watchlist;
  /** What was refused. */
  readonly faults: readonly Fault[];
}

/** What a command makes of the watchlist. `faultOf`: what is wrong with watching a symbol. */
export function changeWatchlist(
  watchlist: Watchlist,
  command: WatchCommand,
  faultOf: (symbol: string) => Fault | undefined,
): WatchlistChange {
  const refused = (faults: readonly Fault[]): WatchlistChange => ({ watchlist, faults });
  switch (command.type) {
    case 'watchSymbol': {
      const symbol = parseSymbol(command.symbol, 'symbol');
      if (!symbol.ok) return refused(symbol.faults);
      const unlisted = faultOf(symbol.value);
      if (unlisted) return refused([unlisted]);
      if (watchlist.symbols.includes(symbol.value)) return refused([]);
      if (watchlist.symbols.length >= MOST_SYMBOLS) {
        return refused([fault('symbol', symbol.value, `at most ${MOST_SYMBOLS} symbols`)]);
      }
      const { place = watchlist.symbols.length } = command;
      const symbols = watchlist.symbols.toSpliced(place, 0, symbol.value);
      return { watchlist: { ...watchlist, symbols }, faults: [] };
    }
    case 'unwatchSymbol': {
      const symbols = watchlist.symbols.filter((symbol) => symbol !== command.symbol);
      return { watchlist: { ...watchlist, symbols }, faults: [] };
    }
    case 'arrangeSymbols': {
      const { kept, faults } = parseSymbols(command.symbols, 'symbols');
      const known = new Set(watchlist.symbols);
      const unlisted = kept.flatMap((symbol) => (known.has(symbol) ? [] : (faultOf(symbol) ?? [])));
      const symbols = kept.filter((symbol) => known.has(symbol) || !faultOf(symbol));
      return { watchlist: { ...watchlist, symbols }, faults: [...faults, ...unlisted] };
    }
    case 'changeIntervals': {
      const { kept, faults } = parseIntervals(command.intervals, 'intervals');
      const intervals = INTERVALS.filter((interval) => kept.includes(interval));
      if (intervals.length > 0) return { watchlist: { ...watchlist, intervals }, faults };
      const none = fault('intervals', command.intervals, `one or more of ${INTERVALS.join(', ')}`);
      return refused(faults.length > 0 ? faults : [none]);
    }
    default:
      return command satisfies never;
  }
}
