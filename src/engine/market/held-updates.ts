import type { Candle } from '../../domain/candle.ts';
import type { CandleUpdate } from '../../domain/market.ts';

/** Updates that came while history was missing: the newest per open time, a bounded number. */
export interface HeldUpdates {
  hold(update: CandleUpdate): void;
  /** Exchange time of the update held for that candle; 0 where there is none. */
  eventTimeOf(openTime: number): number;
  /** That candle, if it was pushed as closed. */
  closedAt(openTime: number): Candle | undefined;
  /** The rows, and between them the candles that were pushed as closed and that history lacks. */
  complete(rows: readonly Row[]): readonly Row[];
  /** Open times of all that were pushed as closed. */
  closedTimes(): readonly number[];
  /** Infinite where nothing is held. */
  oldest(): number;
  /** The newest time that they prove, on the exchange's clock; 0 where nothing is held. */
  newestTime(): number;
  /** All of them, oldest first; none is held afterwards. */
  take(): readonly CandleUpdate[];
}

interface Row {
  readonly candle: Candle;
  readonly closeTime: number;
}

export function createHeldUpdates(capacity: () => number): HeldUpdates {
  const held = new Map<number, CandleUpdate>();
  return {
    hold(update) {
      held.set(update.candle.openTime, update);
      for (const openTime of held.keys()) {
        if (held.size <= capacity()) break;
        held.delete(openTime);
      }
    },
    eventTimeOf: (openTime) => held.get(openTime)?.eventTime ?? 0,
    closedAt(openTime) {
      const update = held.get(openTime);
      return update?.isClosed ? update.candle : undefined;
    },
    complete(rows) {
      const known = new Set(rows.map(({ candle }) => candle.openTime));
      const newest = rows.at(-1)?.candle.openTime ?? Number.NEGATIVE_INFINITY;
      const lacking = [...held.values()].filter(
        ({ candle, isClosed }) =>
          isClosed && candle.openTime < newest && !known.has(candle.openTime),
      );
      if (lacking.length === 0) return rows;
      return [...rows, ...lacking].toSorted((a, b) => a.candle.openTime - b.candle.openTime);
    },
    closedTimes: () =>
      [...held.values()].filter(({ isClosed }) => isClosed).map(({ candle }) => candle.openTime),
    oldest: () => Math.min(...held.keys()),
    newestTime: () =>
      Math.max(
        0,
        ...[...held.values()].map(({ candle, closeTime, isClosed }) =>
          isClosed ? closeTime + 1 : candle.openTime,
        ),
      ),
    take() {
      const updates = [...held.values()].toSorted((a, b) => a.candle.openTime - b.candle.openTime);
      held.clear();
      return updates;
    },
  };
}
