import type { Trend } from '../../protocol/market-state.ts';

const PATHS: Readonly<Record<Trend, string>> = {
  up: 'M3 12.5L12.5 3.5M5.5 3.5h7v7',
  down: 'M3 3.5L12.5 12.5M5.5 12.5h7v-7',
  flat: 'M2.5 8h11M9.5 4l4 4-4 4',
};

/** Where a series is going, as an arrow. What it means is said in words beside it. */
export function TrendMark({ trend }: { trend: Trend }) {
  return (
    <svg
      class="trend-mark"
      width="12"
      height="12"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[trend]} />
    </svg>
  );
}
