import './range.css';

interface Props {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
}

/** Where a value stands between its extremes, with its mean as a notch. The table has the numbers. */
export function Range({ value, min, max, mean }: Props) {
  const place = (point: number) =>
    max > min ? Math.min(100, Math.max(0, ((point - min) / (max - min)) * 100)) : 50;
  return (
    <span class="range" aria-hidden="true">
      <span class="range-mean" style={{ insetInlineStart: `${place(mean)}%` }} />
      <span class="range-value" style={{ insetInlineStart: `${place(value)}%` }} />
    </span>
  );
}
