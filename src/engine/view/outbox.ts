/**
 * What goes to the page, and when. Guarantees:
 * - facts are posted at once, each of them;
 * - state is posted as deltas: the first change at once, later ones at most once per displayed
 *   frame; an engine that falls behind posts less often, but none later than `updateIntervalMs`;
 * - a hidden page is posted facts only, and the whole state that changed when it is seen again.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import type { Quote, SeriesCandle } from '../../protocol/market-state.ts';

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

/** One frame at 60 Hz. */
const DISPLAYED_FRAME_MS = 16;

export function createOutbox(options: {
  readonly clock: Clock;
  readonly updateIntervalMs: number;
  readonly send: (event: EngineEvent, transfer: readonly ArrayBuffer[]) => void;
  readonly quote: (symbol: string) => Quote | undefined;
}): Outbox {
  const { clock, send, quote } = options;
  let { updateIntervalMs } = options;
  let pauseMs = DISPLAYED_FRAME_MS;
  let isVisible = true;
  let timer: Timer | undefined;
  let forming: SeriesCandle | undefined;
  let withForming: (() => EngineEvent | undefined) | undefined;
  const changedSymbols = new Set<string>();

  const flush = (): void => {
    timer = undefined;
    if (!isVisible || (changedSymbols.size === 0 && !forming)) return;
    if (changedSymbols.size > 0) {
      const quotes: Quote[] = [];
      for (const symbol of changedSymbols) {
        const changed = quote(symbol);
        if (changed) quotes.push(changed);
      }
      changedSymbols.clear();
      if (quotes.length > 0) send({ type: 'quotesChanged', quotes }, []);
    }
    if (forming) {
      send({ type: 'candleChanged', ...forming }, []);
      const more = withForming?.();
      if (more) send(more, []);
    }
    forming = undefined;
    const dueAt = clock.now() + pauseMs;
    timer = clock.setTimer(() => {
      adapt(clock.now() - dueAt);
      flush();
    }, pauseMs);
  };

  /** A timer that comes a frame late or more says that the engine has better things to do. */
  const adapt = (latenessMs: number): void => {
    const wanted = latenessMs >= DISPLAYED_FRAME_MS ? pauseMs * 2 : pauseMs / 2;
    pauseMs = Math.min(updateIntervalMs, Math.max(DISPLAYED_FRAME_MS, wanted));
  };

  const changed = (): void => {
    if (isVisible && !timer) flush();
  };

  return {
    post: (event, transfer = []) => send(event, transfer),
    quoteChanged(symbol) {
      changedSymbols.add(symbol);
      changed();
    },
    quotesChanged(symbols) {
      for (const symbol of symbols) changedSymbols.add(symbol);
      changed();
    },
    formingChanged(candle, also) {
      forming = candle;
      withForming = also;
      changed();
    },
    dropForming() {
      forming = undefined;
    },
    setVisibility(next) {
      isVisible = next;
      changed();
    },
    setUpdateInterval(ms) {
      updateIntervalMs = ms;
      pauseMs = Math.min(pauseMs, ms);
    },
    dispose: () => timer?.cancel(),
  };
}
