const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a candle has left: `00:42`, `3:12:05`, `4d 3h`; nothing where its end has passed. */
export function formatCountdown(leftMs: number): string {
  if (leftMs <= 0) return '';
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0');
  if (leftMs >= DAY) return `${Math.floor(leftMs / DAY)}d ${Math.floor((leftMs % DAY) / HOUR)}h`;
  const rest = `${two((leftMs % HOUR) / MINUTE)}:${two((leftMs % MINUTE) / SECOND)}`;
  return leftMs >= HOUR ? `${Math.floor(leftMs / HOUR)}:${rest}` : rest;
}
