import type { Clock, Timer } from '../../binance/ports.ts';
import type { RestClient } from '../../binance/rest.ts';
import { describeRestFailure } from '../../binance/rest-failure.ts';
import type { MarketSymbol } from '../../domain/market.ts';
import { fault } from '../../domain/result.ts';
import type { Fault } from '../../domain/result.ts';

/** Every symbol of the venue, once the exchange has listed them. */
export interface SymbolDirectory {
  /** Null until the list has come. */
  readonly symbols: readonly MarketSymbol[] | null;
  /** What is wrong with watching a symbol; undefined when nothing is, or nothing is known yet. */
  faultOf(symbol: string): Fault | undefined;
  dispose(): void;
}

const RETRY_MS = 30_000;

/** Asks until it gets the list; `onMissing` tells why it has not come yet. */
export function createSymbolDirectory(options: {
  readonly clock: Clock;
  readonly rest: Pick<RestClient, 'exchangeInfo'>;
  readonly onListed: (symbols: readonly MarketSymbol[], serverTime: number) => void;
  readonly onMissing: (reason: string) => void;
}): SymbolDirectory {
  const { clock, rest, onListed, onMissing } = options;
  let symbols: readonly MarketSymbol[] | null = null;
  let bySymbol = new Map<string, MarketSymbol>();
  let timer: Timer | undefined;
  let isDisposed = false;

  const load = async (): Promise<void> => {
    const answer = await rest.exchangeInfo().result;
    if (isDisposed) return;
    if (!answer.ok) {
      onMissing(describeRestFailure(answer.failure));
      timer = clock.setTimer(() => void load(), RETRY_MS);
      return;
    }
    ({ symbols } = answer.value);
    bySymbol = new Map(symbols.map((listed) => [listed.symbol, listed]));
    onListed(symbols, answer.value.serverTime);
  };
  void load();

  return {
    get symbols() {
      return symbols;
    },
    faultOf(symbol) {
      if (!symbols) return undefined;
      const listed = bySymbol.get(symbol);
      if (!listed) return fault('symbol', symbol, 'a symbol that the exchange lists');
      if (listed.status === 'TRADING') return undefined;
      return fault('symbol', symbol, `a symbol that trades; the exchange says ${listed.status}`);
    },
    dispose() {
      isDisposed = true;
      timer?.cancel();
    },
  };
}
