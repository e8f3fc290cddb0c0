import { Lazy } from '../shell/Lazy.tsx';
import { useRoom } from '../shell/use-room.ts';
import { roomFor } from '../state/layout.ts';
import type { Selection } from '../state/selection.ts';
import { IndicatorsView } from './IndicatorsView.tsx';
import { hasMoreRoom, metricView } from './view-settings.ts';

const loadMatrix = async () => (await import('../matrix/Matrix.tsx')).Matrix;

/** The view that the user has chosen. */
export function MetricsContents({ selected }: { selected: Selection }) {
  useRoom(roomFor.metrics, hasMoreRoom.value);
  return (
    <div class="metrics-contents">
      {metricView.value === 'matrix' ? (
        <Lazy load={loadMatrix} props={{}} />
      ) : (
        <IndicatorsView selected={selected} />
      )}
    </div>
  );
}
