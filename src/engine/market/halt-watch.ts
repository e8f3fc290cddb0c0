/**
 * Which of the followed symbols the exchange does not trade now. Guarantees: the exchange alone says
 * so; it is asked for a reason only (a symbol is silent and REST knows nothing newer, it comes back
 * after a long outage, a halted symbol is heard from), about few symbols, at most once in 3 minutes
 * (15 s for one that is heard from), more rarely while nothing changes; as long as a symbol is
 * halted, every 5 minutes.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import type { SymbolDirectory } from './symbol-directory.ts';

export interface HaltWatch {
  /** These symbols and no others. */
  follow(symbols: readonly string[]): void;
  /** The directory has its list. */
  listed(): void;
  /** These do not seem to trade, or may not. */
  suspect(symbols: readonly string[]): void;
  /** Something was traded. */
  hear(symbol: string): void;
  isHalted(symbol: string): boolean;
  /** None is: nothing needs to be listened to. */
  readonly isIdle: boolean;
  dispose(): void;
}

const SUSPICION_PAUSE_MS = 3 * 60_000;
const HEARD_PAUSE_MS = 15_000;
const HALTED_PAUSE_MS = 5 * 60_000;
const MOST_DOUBLINGS = 2;

export function createHaltWatch(options: {
  readonly clock: Clock;
  readonly directory: Pick<SymbolDirectory, 'isListed' | 'faultOf' | 'refresh'>;
  /** Told again where nothing changed. */
  readonly onHalted: (symbol: string) => void;
  readonly onReopened: (symbol: string) => void;
}): HaltWatch {
  const { clock, directory, onHalted, onReopened } = options;
  let followed: ReadonlySet<string> = new Set();
  const halted = new Set<string>();
  const suspected = new Set<string>();
  let timer: Timer | undefined;
  let dueAt = 0;
  let lastAskedAt = Number.NEGATIVE_INFINITY;
  let fruitless = 0;
  let isAsking = false;
  let isDisposed = false;

  /** True where something changed. */
  const compare = (): boolean => {
    let hasChanged = false;
    for (const symbol of followed) {
      const isNowHalted = directory.faultOf(symbol) !== undefined;
      if (isNowHalted === halted.has(symbol)) continue;
      hasChanged = true;
      if (isNowHalted) {
        halted.add(symbol);
        onHalted(symbol);
      } else {
        halted.delete(symbol);
        onReopened(symbol);
      }
    }
    return hasChanged;
  };

  /** Asks once this pause since the last time is over, or sooner where that was due already. */
  const askAfter = (pauseMs: number): void => {
    if (isAsking || isDisposed || !directory.isListed) return;
    const now = clock.now();
    // A clock that was set back must not make the pause longer.
    const waitMs = Math.min(pauseMs, Math.max(0, lastAskedAt + pauseMs - now));
    if (timer && dueAt <= now + waitMs) return;
    timer?.cancel();
    dueAt = now + waitMs;
    timer = clock.setTimer(() => void ask(), waitMs);
  };

  const ask = async (): Promise<void> => {
    timer = undefined;
    const symbols = [...new Set([...suspected, ...halted])].filter((name) => followed.has(name));
    suspected.clear();
    if (symbols.length === 0) return;
    isAsking = true;
    lastAskedAt = clock.now();
    const isAnswered = await directory.refresh(symbols);
    isAsking = false;
    if (isDisposed) return;
    if (isAnswered) fruitless = compare() ? 0 : Math.min(fruitless + 1, MOST_DOUBLINGS);
    if (halted.size > 0) askAfter(HALTED_PAUSE_MS);
    if (suspected.size > 0) askAfter(SUSPICION_PAUSE_MS * 2 ** fruitless);
  };

  return {
    follow(symbols) {
      followed = new Set(symbols);
      for (const symbol of halted) {
        if (!followed.has(symbol)) halted.delete(symbol);
        // It may be watched on more intervals than before.
        else onHalted(symbol);
      }
      compare();
      if (halted.size > 0) askAfter(HALTED_PAUSE_MS);
    },
    listed() {
      lastAskedAt = clock.now();
      compare();
      if (halted.size > 0) askAfter(HALTED_PAUSE_MS);
    },
    suspect(symbols) {
      for (const symbol of symbols) {
        if (followed.has(symbol) && !halted.has(symbol)) suspected.add(symbol);
      }
      if (suspected.size > 0) askAfter(SUSPICION_PAUSE_MS * 2 ** fruitless);
    },
    hear(symbol) {
      if (halted.has(symbol)) askAfter(HEARD_PAUSE_MS);
    },
    isHalted: (symbol) => halted.has(symbol),
    get isIdle() {
      return halted.size === 0;
    },
    dispose() {
      isDisposed = true;
      timer?.cancel();
    },
  };
}
