import { useComputed } from '@preact/signals';
import { Icon } from '../shell/Icon.tsx';
import { partText } from '../text/text.ts';
import { mainPlot } from './chart-model.ts';
import { drawings } from './legend-values.ts';
import { olderCandles } from './older-candles.ts';
import './chart-controls.css';

/** Buttons for what wheel and keys do as well, and word of older candles. */
export function ChartControls() {
  const words = partText().chart;
  const plot = mainPlot.value;
  const isFollowing = useComputed(() => {
    void drawings.value;
    return plot === null || plot.isFollowing;
  }).value;
  const older = {
    idle: '',
    loading: words.loadingOlder,
    none: words.noOlder,
    failed: words.olderFailed,
  };
  return (
    <>
      <div class="plot-zoom">
        <button type="button" aria-label={words.zoomOut} onClick={() => plot?.zoom(1.4)}>
          −
        </button>
        <button type="button" aria-label={words.zoomIn} onClick={() => plot?.zoom(1 / 1.4)}>
          +
        </button>
        {isFollowing ? null : (
          <button
            type="button"
            class="plot-fit"
            aria-label={words.fit}
            title={words.fit}
            onClick={() => plot?.fit()}
          >
            <Icon name="toEnd" size={12} />
          </button>
        )}
      </div>
      <p class="plot-older" role="status">
        {older[olderCandles.value]}
      </p>
    </>
  );
}
