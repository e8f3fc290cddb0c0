/**
 * Remembers, across closed tabs, up to which candle each series was judged, so that the next start
 * goes on where the last one ended. Guarantees: it never claims a candle before its alerts are
 * stored; where it claims too little (a crash, another tab), the same candles are judged again, and the
 * same alerts come out, which exist already.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import { seriesKey } from '../market/series-name.ts';
import type { SeriesName } from '../market/series-name.ts';

/** Open times by series, as `seriesKey` names it. */
export type JudgedTimes = Readonly<Record<string, number>>;

export interface JudgedLedger {
  /** Open time of the last candle judged; undefined for a series that is new. */
  through(name: SeriesName): number | undefined;
  note(name: SeriesName, openTime: number): void;
  /** Series that are not watched any more begin anew when they are watched again. */
  keep(series: readonly SeriesName[]): void;
  /** Saves what is not saved yet, and nothing any more. */
  dispose(): void;
}

/** Candles of many series close together: they are written once. */
const SAVING_PAUSE_MS = 2_000;

export function createJudgedLedger(parts: {
  readonly clock: Clock;
  readonly times: JudgedTimes;
  readonly save: (times: JudgedTimes) => void;
  /** Whether every alert of the candles noted so far is stored. */
  readonly isAllStored: () => boolean;
}): JudgedLedger {
  const { clock, save, isAllStored } = parts;
  const times = new Map(Object.entries(parts.times));
  let timer: Timer | undefined;

  const saveNow = (): void => {
    timer = undefined;
    if (isAllStored()) save(Object.fromEntries(times));
    else saveSoon();
  };

  const saveSoon = (): void => {
    timer ??= clock.setTimer(saveNow, SAVING_PAUSE_MS);
  };

  return {
    through: (name) => times.get(seriesKey(name)),
    note(name, openTime) {
      if (openTime <= (times.get(seriesKey(name)) ?? -1)) return;
      times.set(seriesKey(name), openTime);
      saveSoon();
    },
    keep(series) {
      const kept = new Set(series.map(seriesKey));
      for (const key of times.keys()) {
        if (kept.has(key)) continue;
        times.delete(key);
        saveSoon();
      }
    },
    dispose() {
      if (!timer) return;
      timer.cancel();
      timer = undefined;
      if (isAllStored()) save(Object.fromEntries(times));
    },
  };
}
