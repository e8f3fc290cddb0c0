import { withSign } from '../format/percent.ts';
import { partText } from '../text/text.ts';

const WIDTH = 240;
const HEIGHT = 36;
const MIDDLE = HEIGHT / 2;
/** So that the line's own width is not cut at −1 and 1. */
const REACH = MIDDLE - 2;

/** The consensus at past closes as a small line about its zero. */
export function ConsensusHistory({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null;
  const step = WIDTH / (values.length - 1);
  const points = values.map(
    (value, index) => `${(index * step).toFixed(1)},${(MIDDLE - value * REACH).toFixed(1)}`,
  );
  const least = withSign(Math.min(...values), 2);
  const most = withSign(Math.max(...values), 2);
  return (
    <svg
      class="consensus-history"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={partText().consensus.history(values.length, least, most)}
    >
      <line x1="0" y1={MIDDLE} x2={WIDTH} y2={MIDDLE} vector-effect="non-scaling-stroke" />
      <polyline points={points.join(' ')} vector-effect="non-scaling-stroke" />
    </svg>
  );
}
