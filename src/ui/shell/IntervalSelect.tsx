import { INTERVALS } from '../../domain/interval.ts';
import type { Interval } from '../../domain/interval.ts';
import { selectInterval } from '../state/selection.ts';

/** All intervals of the exchange: the one that is chosen is what chart and metrics show. */
export function IntervalSelect(props: {
  readonly label: string;
  readonly interval: Interval;
  readonly class?: string;
}) {
  return (
    <select
      class={props.class}
      aria-label={props.label}
      title={props.label}
      value={props.interval}
      onChange={({ currentTarget }) => {
        const wanted = INTERVALS.find((one) => one === currentTarget.value);
        if (wanted) selectInterval(wanted);
      }}
    >
      {INTERVALS.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
}
