/** The year 5138: a larger number is microseconds, or nonsense; one much larger no page can write as a date. */
const LATEST_TIME = 1e14;

/** Epoch milliseconds, whole. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < LATEST_TIME;
}
