const DAY_MS = 86_400_000;

/** Number of the day, from 00:00 UTC on, in which a candle opens. */
export function utcDayOf(openTime: number): number {
  return Math.floor(openTime / DAY_MS);
}

export function isDayStart(openTime: number): boolean {
  return openTime % DAY_MS === 0;
}
