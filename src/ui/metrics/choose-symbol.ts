import { addSymbol } from '../search/add-symbol.ts';
import { selectSymbol } from '../state/selection.ts';
import { watchedSymbols } from '../state/watchlist.ts';

let stopWaiting: (() => void) | null = null;

/**
 * Shows a symbol. One that is not watched is asked to be, and shown as soon as it is: the engine
 * follows no others. Returns why not, in words, or null.
 */
export function chooseSymbol(symbol: string): string | null {
  stopWaiting?.();
  stopWaiting = null;
  if (watchedSymbols.peek().has(symbol)) {
    selectSymbol(symbol);
    return null;
  }
  const refusal = addSymbol(symbol);
  if (refusal !== null) return refusal;
  stopWaiting = watchedSymbols.subscribe((watched) => {
    if (!watched.has(symbol)) return;
    stopWaiting?.();
    stopWaiting = null;
    selectSymbol(symbol);
  });
  return null;
}
