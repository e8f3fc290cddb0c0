/** Times as `<input type="datetime-local">` has them: on the user's own clock, `2026-01-05T10:20`. */

/** Empty for none. */
export function toLocalText(time: number | null): string {
  if (time === null || Number.isNaN(new Date(time).getTime())) return '';
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  const day = `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Epoch milliseconds; null for what is empty or no time. */
export function fromLocalText(text: string): number | null {
  const time = new Date(text).getTime();
  return Number.isNaN(time) ? null : time;
}
