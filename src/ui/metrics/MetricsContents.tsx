import { Lazy } from '../shell/Lazy.tsx';
import type { Selection } from '../state/selection.ts';
import { IndicatorsView } from './IndicatorsView.tsx';
import { hasMoreRoom, metricView } from './view-settings.ts';

const loadMatrix = async () => (await import('../matrix/Matrix.tsx')).Matrix;

/** The view that the user has chosen. */
export function MetricsContents({ selected }: { selected: Selection }) {
  return (
    <div class="metrics-contents" data-room={hasMoreRoom.value ? 'more' : 'usual'}>
      {metricView.value === 'matrix' ? (
        <Lazy load={loadMatrix} props={{}} />
      ) : (
        <IndicatorsView selected={selected} />
      )}
    </div>
  );
}
