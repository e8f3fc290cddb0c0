/**
 * What goes to the page, and when. Guarantees:
 * - facts are posted at once, each of them;
 * - state is posted as deltas: the first change at once, later quotes every 4 ms, so that what the page
 *   paints with its next frame is as new as can be, and the forming candle, which is drawn, at most once
 *   per displayed frame; an engine that falls behind posts less often, but none later than
 *   `updateIntervalMs`;
 * - a hidden page is posted facts only, and the whole state that changed when it is seen again.
 */
import type { Clock } from '../../binance/ports.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import type { Quote, SeriesCandle } from '../../protocol/market-state.ts';
import { createPace } from './pace.ts';

export interface Outbox {
  /** Arrays in `transfer` are gone on this side afterwards. */
  post(event: EngineEvent, transfer?: readonly ArrayBuffer[]): void;
  quoteChanged(symbol: string): void;
  /** Several at once, posted together. */
  quotesChanged(symbols: Iterable<string>): void;
  /** `also`: computed when the candle is posted, and posted with it. */
  formingChanged(candle: SeriesCandle, also?: () => EngineEvent | undefined): void;
  /** Forgets a forming candle that waits, because its series left the screen or has closed it. */
  dropForming(): void;
  setVisibility(isVisible: boolean): void;
  setUpdateInterval(ms: number): void;
  dispose(): void;
}

const QUOTES_PAUSE_MS = 4;
/** One frame at 60 Hz. */
const FORMING_PAUSE_MS = 16;

export function createOutbox(options: {
  readonly clock: Clock;
  readonly updateIntervalMs: number;
  readonly send: (event: EngineEvent, transfer: readonly ArrayBuffer[]) => void;
  readonly quote: (symbol: string) => Quote | undefined;
}): Outbox {
  const { clock, send, quote, updateIntervalMs } = options;
  let isVisible = true;
  let forming: SeriesCandle | undefined;
  let withForming: (() => EngineEvent | undefined) | undefined;
  const changedSymbols = new Set<string>();

  const postQuotes = (): boolean => {
    if (!isVisible || changedSymbols.size === 0) return false;
    const quotes: Quote[] = [];
    for (const symbol of changedSymbols) {
      const changed = quote(symbol);
      if (changed) quotes.push(changed);
    }
    changedSymbols.clear();
    if (quotes.length > 0) send({ type: 'quotesChanged', quotes }, []);
    return true;
  };

  const postForming = (): boolean => {
    if (!isVisible || !forming) return false;
    send({ type: 'candleChanged', ...forming }, []);
    const more = withForming?.();
    if (more) send(more, []);
    forming = undefined;
    return true;
  };

  const quotesPace = createPace(clock, QUOTES_PAUSE_MS, updateIntervalMs, postQuotes);
  const formingPace = createPace(clock, FORMING_PAUSE_MS, updateIntervalMs, postForming);

  return {
    post: (event, transfer = []) => send(event, transfer),
    quoteChanged(symbol) {
      changedSymbols.add(symbol);
      quotesPace.changed();
    },
    quotesChanged(symbols) {
      for (const symbol of symbols) changedSymbols.add(symbol);
      quotesPace.changed();
    },
    formingChanged(candle, also) {
      forming = candle;
      withForming = also;
      formingPace.changed();
    },
    dropForming() {
      forming = undefined;
    },
    setVisibility(next) {
      isVisible = next;
      quotesPace.changed();
      formingPace.changed();
    },
    setUpdateInterval(ms) {
      quotesPace.setMost(ms);
      formingPace.setMost(ms);
    },
    dispose() {
      quotesPace.stop();
      formingPace.stop();
    },
  };
}
