import type { Candle } from '../../domain/candle.ts';
import { closes, combine, param, sum, typicalPrices, volumes } from './series.ts';
import type { Batch } from './series.ts';

/** The candles by UTC day, in order. */
function daysOf(candles: readonly Candle[]) {
  const days: { day: string; candles: Candle[] }[] = [];
  for (const candle of candles) {
    const day = new Date(candle.openTime).toISOString().slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.candles.push(candle);
    else days.push({ day, candles: [candle] });
  }
  return days;
}

/** Rows from the bottom up; each candle's volume spread evenly over its range. */
function profile(window: readonly Candle[], rowCount: number, share: number) {
  const floor = Math.min(...window.map(({ low }) => low));
  const top = Math.max(...window.map(({ high }) => high));
  const height = (top - floor) / rowCount;
  if (height === 0) return { pointOfControl: floor, valueAreaHigh: floor, valueAreaLow: floor };
  const isTraded = window.some(({ volume }) => volume > 0);
  const weights = window.map(({ volume }) => (isTraded ? volume : 1));
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const [from, to] = [floor + row * height, floor + (row + 1) * height];
    const parts = window.map(({ high, low }, index) => {
      if (high === low) {
        const home = Math.min(rowCount - 1, Math.floor((low - floor) / height));
        return home === row ? (weights[index] ?? 0) : 0;
      }
      const overlap = Math.max(0, Math.min(high, to) - Math.max(low, from));
      return ((weights[index] ?? 0) * overlap) / (high - low);
    });
    return sum(parts);
  });
  const largest = Math.max(...rows);
  const fullest = rows.flatMap((volume, row) => (volume >= largest * (1 - 1e-9) ? [row] : []));
  const offCenter = (row: number) => Math.abs(row - (rowCount - 1) / 2);
  const [control = 0] = fullest.toSorted((a, b) => offCenter(a) - offCenter(b) || a - b);

  let [low, high] = [control, control];
  const held = () => sum(rows.slice(low, high + 1));
  while (held() < share * sum(weights) * (1 - 1e-9) && high - low < rowCount - 1) {
    const above = sum(rows.slice(high + 1, high + 3));
    const below = sum(rows.slice(Math.max(0, low - 2), low));
    if (low === 0 || (high < rowCount - 1 && above >= below * (1 - 1e-9))) high += 2;
    else low -= 2;
    high = Math.min(high, rowCount - 1);
    low = Math.max(low, 0);
  }
  return {
    pointOfControl: floor + (control + 0.5) * height,
    valueAreaHigh: floor + (high + 1) * height,
    valueAreaLow: floor + low * height,
  };
}

export const VOLUME = {
  obv: (candles) => {
    const values = closes(candles);
    const signed = candles.map(({ close, volume }, index) =>
      index === 0 ? 0 : Math.sign(close - (values[index - 1] ?? close)) * volume,
    );
    return { value: signed.map((_, index) => sum(signed.slice(0, index + 1))) };
  },
  vwap: (candles) => ({
    value: daysOf(candles).flatMap((day) => {
      const prices = typicalPrices(day.candles);
      return prices.map((price, index) => {
        const until = volumes(day.candles).slice(0, index + 1);
        const traded = combine((volume, each) => volume * each, until, prices);
        return sum(until) === 0 ? price : sum(traded) / sum(until);
      });
    }),
  }),
  volumeProfile: (candles, params) => {
    const length = param(params, 'length');
    const profiles = candles.map((_, index) =>
      index < length - 1
        ? { pointOfControl: Number.NaN, valueAreaHigh: Number.NaN, valueAreaLow: Number.NaN }
        : profile(
            candles.slice(index - length + 1, index + 1),
            param(params, 'rows'),
            param(params, 'valueArea') / 100,
          ),
    );
    return {
      pointOfControl: profiles.map((each) => each.pointOfControl),
      valueAreaHigh: profiles.map((each) => each.valueAreaHigh),
      valueAreaLow: profiles.map((each) => each.valueAreaLow),
    };
  },
  pivots: (candles) => {
    const days = daysOf(candles);
    const levels = days.flatMap(({ candles: today }, index) => {
      const day = days[index - 1]?.candles ?? [];
      const isWhole = day[0] !== undefined && day[0].openTime % 86_400_000 === 0;
      const high = isWhole ? Math.max(...day.map((each) => each.high)) : Number.NaN;
      const low = isWhole ? Math.min(...day.map((each) => each.low)) : Number.NaN;
      const pivot = (high + low + (day.at(-1)?.close ?? Number.NaN)) / 3;
      return today.map(() => ({ high, low, pivot, range: high - low }));
    });
    return {
      pivot: levels.map(({ pivot }) => pivot),
      r1: levels.map(({ low, pivot }) => 2 * pivot - low),
      r2: levels.map(({ range, pivot }) => pivot + range),
      r3: levels.map(({ low, range, pivot }) => 2 * pivot - low + range),
      s1: levels.map(({ high, pivot }) => 2 * pivot - high),
      s2: levels.map(({ range, pivot }) => pivot - range),
      s3: levels.map(({ high, range, pivot }) => 2 * pivot - high - range),
    };
  },
} satisfies Readonly<Record<string, Batch>>;
