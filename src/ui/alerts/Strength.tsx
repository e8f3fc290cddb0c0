import { formatNumber } from '../format/price.ts';
import { text } from '../text/text.ts';

/** A strength from 0 to 1, as a number and as a bar. */
export function Strength({ value }: { value: number }) {
  return (
    <span class="strength" title={text().alerts.strength}>
      <span class="strength-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(value * 100)}%` }} />
      </span>
      <span class="visually-hidden">{text().alerts.strength} </span>
      {formatNumber(value, 2)}
    </span>
  );
}
