import type { Clock, Timer } from '../../binance/ports.ts';
import type { RestClient } from '../../binance/rest.ts';
import { describeRestFailure } from '../../binance/rest-failure.ts';
import type { RestFailure } from '../../binance/rest-failure.ts';
import type { MarketSymbol } from '../../domain/market.ts';
import { fault } from '../../domain/result.ts';
import type { Fault } from '../../domain/result.ts';

/** Every symbol of the venue, once the exchange has listed them. */
export interface SymbolDirectory {
  /** False until the list has come. */
  readonly isListed: boolean;
  /** What is wrong with watching a symbol; undefined when nothing is, or nothing is known yet. */
  faultOf(symbol: string): Fault | undefined;
  /** That it is not listed: one that is listed may trade again. */
  unlistedFaultOf(symbol: string): Fault | undefined;
  /** All symbols that are traded now; none until the list has come. */
  traded(): readonly string[];
  /** Asks what has become of these symbols; false where no answer came. */
  refresh(symbols: readonly string[]): Promise<boolean>;
  dispose(): void;
}

const RETRY_MS = 30_000;
/** More names than this make too long an address: the whole list is asked for. */
const MOST_NAMES = 50;

/** Asks until it gets the list; `onMissing` tells why it has not come yet. */
export function createSymbolDirectory(options: {
  readonly clock: Clock;
  readonly rest: Pick<RestClient, 'exchangeInfo'>;
  /** The first list. */
  readonly onListed: (symbols: readonly MarketSymbol[]) => void;
  readonly onMissing: (reason: string) => void;
  /** The exchange told its time. */
  readonly onTime: (serverTime: number) => void;
}): SymbolDirectory {
  const { clock, rest, onListed, onMissing, onTime } = options;
  let bySymbol: Map<string, MarketSymbol> | undefined;
  let timer: Timer | undefined;
  let isDisposed = false;

  /** The whole list: a symbol that is not in it is not listed, or not any more. */
  const fetchAll = async (): Promise<RestFailure | undefined> => {
    const answer = await rest.exchangeInfo().result;
    if (!answer.ok) return answer.failure;
    if (isDisposed) return undefined;
    const { symbols, serverTime } = answer.value;
    const isFirst = bySymbol === undefined;
    bySymbol = new Map(symbols.map((listed) => [listed.symbol, listed]));
    onTime(serverTime);
    if (isFirst) onListed(symbols);
    return undefined;
  };

  const load = async (): Promise<void> => {
    const failure = await fetchAll();
    if (!failure || isDisposed) return;
    onMissing(describeRestFailure(failure));
    timer = clock.setTimer(() => void load(), RETRY_MS);
  };
  void load();

  const unlistedFaultOf = (symbol: string): Fault | undefined =>
    bySymbol === undefined || bySymbol.has(symbol)
      ? undefined
      : fault('symbol', symbol, 'a symbol that the exchange lists');

  return {
    get isListed() {
      return bySymbol !== undefined;
    },
    faultOf(symbol) {
      const listed = bySymbol?.get(symbol);
      if (!listed) return unlistedFaultOf(symbol);
      if (listed.status === 'TRADING') return undefined;
      return fault('symbol', symbol, `a symbol that trades; the exchange says ${listed.status}`);
    },
    unlistedFaultOf,
    traded() {
      const all = [...(bySymbol?.values() ?? [])];
      return all.filter(({ status }) => status === 'TRADING').map(({ symbol }) => symbol);
    },
    async refresh(symbols) {
      if (symbols.length > MOST_NAMES) return !(await fetchAll());
      const answer = await rest.exchangeInfo(symbols).result;
      if (isDisposed) return false;
      // One of the names is not listed any more, and the exchange does not say which.
      if (!answer.ok) return answer.failure.type === 'refused' && !(await fetchAll());
      for (const listed of answer.value.symbols) bySymbol?.set(listed.symbol, listed);
      onTime(answer.value.serverTime);
      return true;
    },
    dispose() {
      isDisposed = true;
      timer?.cancel();
    },
  };
}
