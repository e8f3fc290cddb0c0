import { createSeriesKeeper } from '../engine/market/series-keeper.ts';
import type { CandleOrigin } from '../engine/market/series-keeper.ts';
import { historyRows, nthOpen } from './market-events.ts';

/** A keeper of hourly candles, with what it commits written down by number. */
export function keep(capacity = 500, judgedThrough?: number) {
  const committed: { index: number; origin: CandleOrigin; close: number }[] = [];
  const forming: number[] = [];
  const keeper = createSeriesKeeper({
    interval: '1h',
    capacity,
    judgedThrough,
    onClosed: ({ openTime, close }, origin) =>
      committed.push({ index: (openTime - nthOpen(0)) / 3_600_000, origin, close }),
    onForming: ({ close }) => forming.push(close),
  });
  return { keeper, committed, forming, indexes: () => committed.map(({ index }) => index) };
}

/** History holds candles 0 to 9, the last of them open. */
export function live() {
  const kept = keep();
  kept.keeper.fill(historyRows(0, 9), 0);
  kept.committed.length = 0;
  return kept;
}
