import { STARTER_SYMBOLS } from '../../domain/starter-symbols.ts';
import { useDevice } from '../device-context.ts';
import { send } from '../engine-client.ts';
import { perform } from '../shortcuts/perform.ts';
import { symbols, symbolsByName } from '../state/symbols.ts';
import { watchedSymbols } from '../state/watchlist.ts';
import { partText } from '../text/text.ts';
import { Chip } from './Chip.tsx';

const QUOTE = /USDT$/;

/** A few well-known symbols to be switched on and off, and the way to all others. */
export function SymbolStep() {
  const words = partText().firstRun.symbols;
  const device = useDevice();
  const watched = watchedSymbols.value;
  const isListKnown = symbols.value.length > 0;
  const offered = STARTER_SYMBOLS.filter(
    (symbol) =>
      watched.has(symbol) || !isListKnown || symbolsByName.value.get(symbol)?.status === 'TRADING',
  );
  const others = [...watched].filter((symbol) => !offered.some((one) => one === symbol)).length;
  return (
    <div class="chips">
      {offered.map((symbol) => (
        <Chip
          key={symbol}
          label={symbol.replace(QUOTE, '')}
          hint={symbol}
          isOn={watched.has(symbol)}
          onPress={(isOn) => send({ type: isOn ? 'watchSymbol' : 'unwatchSymbol', symbol })}
        />
      ))}
      {others > 0 ? <span class="hint">{words.others(others)}</span> : null}
      <button
        type="button"
        class="button quiet"
        title={words.searchHint}
        onClick={() => perform('search', device)}
      >
        {words.search}
      </button>
    </div>
  );
}
