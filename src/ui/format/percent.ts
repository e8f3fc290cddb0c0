import { text } from '../text/text.ts';
import { formatNumber } from './price.ts';

/** A change in percent, always with its sign: `+2.31%`, `−0.40%`, `0.00%`. */
export function formatPercent(percent: number, decimals = 2): string {
  return text().number.percent(withSign(percent, decimals));
}

/** A difference, always with its sign. */
export function withSign(value: number, decimals: number): string {
  const shown = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(shown) ? `+${shown}` : shown;
}
