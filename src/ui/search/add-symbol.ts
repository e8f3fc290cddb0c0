import { MOST_SYMBOLS, parseSymbol } from '../../domain/watchlist.ts';
import { send } from '../engine-client.ts';
import { formatNumber } from '../format/price.ts';
import { selectSymbol } from '../state/selection.ts';
import { symbols, symbolsByName } from '../state/symbols.ts';
import { watchedSymbols } from '../state/watchlist.ts';
import { text } from '../text/text.ts';

/**
 * Asks the engine to watch a symbol. Returns why not, in words, or null when it was asked for.
 * Without the exchange's list the engine is asked anyway: it decides.
 */
export function addSymbol(name: string): string | null {
  const words = text().search;
  const parsed = parseSymbol(name.replaceAll(/[\s/\\:,.|-]+/g, ''), 'symbol');
  if (!parsed.ok) return words.unknown(name.trim());
  const symbol = parsed.value;
  if (watchedSymbols.value.has(symbol)) {
    selectSymbol(symbol);
    return words.alreadyWatched(symbol);
  }
  const listed = symbolsByName.value.get(symbol);
  if (symbols.value.length > 0 && !listed) return words.unknown(symbol);
  if (listed && listed.status !== 'TRADING') return words.halted(symbol);
  if (watchedSymbols.value.size >= MOST_SYMBOLS) {
    return text().watchlist.full(formatNumber(MOST_SYMBOLS, 0));
  }
  send({ type: 'watchSymbol', symbol });
  return null;
}
