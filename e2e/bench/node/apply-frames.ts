/** What the engine does with each frame, from its text to the rules: as `engine/` wires it. */
import { usualStreamOf } from '../../../src/binance/envelope.ts';
import type { Clock } from '../../../src/binance/ports.ts';
import { intervalMs } from '../../../src/domain/interval.ts';
import { READY_MADE_RULES } from '../../../src/domain/rules/ready-made.ts';
import { createDataStream } from '../../../src/engine/market/data-stream.ts';
import { createSignalDesk } from '../../../src/engine/signals/signal-desk.ts';
import type { FrameMix } from './frames.ts';

/** Enough for every indicator of the ready-made rules to be defined. */
const PAST = 100;
const CAPACITY = 500;
const noClock: Clock = { now: () => 0, setTimer: () => ({ cancel: () => undefined }) };

/** An engine's part from the socket's text to the signals; `receive` answers how many there were. */
export interface Applying {
  receive(texts: readonly string[]): number;
  /** Frames that did nothing, for whatever reason. */
  readonly unused: number;
}

export function createApplying({ symbols, series }: FrameMix): Applying {
  const dataStream = createDataStream({ clock: noClock, bufferSize: CAPACITY });
  const intervals = [...new Set(series.map(({ interval }) => interval))];
  const desk = createSignalDesk({
    rules: READY_MADE_RULES,
    watchlist: { symbols, intervals },
    seriesOf: (symbol) =>
      dataStream
        .allSeries()
        .filter((named) => named.symbol === symbol)
        .map(({ interval, keeper }) => ({ interval, closed: keeper.closed })),
  });
  let signals = 0;
  dataStream.observe((fact) => {
    if (fact.type === 'closed') {
      signals += desk.close(fact.symbol, fact.interval, fact.candle, fact.origin).length;
    }
    if (fact.type === 'forming') {
      signals += desk.preview(fact.symbol, fact.interval, fact.candle, 0).length;
    }
  });
  dataStream.watch(symbols, series);
  for (const { symbol, interval, openTime: first } of series) {
    const lengthMs = intervalMs(interval);
    const rows = Array.from({ length: PAST }, (_, index) => {
      const openTime = first - (PAST - index) * lengthMs;
      const close = 100 + Math.sin(index);
      const candle = { openTime, open: 100, high: 102, low: 98, close, volume: 1 };
      return { candle, closeTime: openTime + lengthMs - 1 };
    });
    dataStream.fill({ symbol, interval }, rows, first);
  }
  return {
    receive(texts) {
      for (const text of texts) dataStream.receive(usualStreamOf(text), text, 0);
      return signals;
    },
    get unused() {
      const { rejected, duplicates, late, unwatched } = dataStream.status();
      const refused = Object.values(rejected).reduce((sum, count) => sum + count, 0);
      return refused + duplicates + late + unwatched;
    },
  };
}
