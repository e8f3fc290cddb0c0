import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Icon } from '../shell/Icon.tsx';
import { partText, text } from '../text/text.ts';
import { TrendMark } from './TrendMark.tsx';

/** What shapes and shades mean. Where there is little room, what a trend is comes on request. */
export function Legend() {
  const words = partText().matrix;
  const meaningId = useId();
  const isOpen = useSignal(false);
  return (
    <div class="matrix-legend" data-open={isOpen.value}>
      <span class="matrix-keys">
        <span class="matrix-key" data-side="buy">
          <Icon name="up" size={8} />
          {text().sides.BUY}
        </span>
        <span class="matrix-key" data-side="sell">
          <Icon name="down" size={8} />
          {text().sides.SELL}
        </span>
        {words.legendConsensus}
      </span>
      <span class="matrix-keys">
        <TrendMark trend="up" />
        <TrendMark trend="flat" />
        <TrendMark trend="down" />
        {words.trendLabel}
        <button
          type="button"
          aria-expanded={isOpen.value}
          aria-controls={meaningId}
          onClick={() => (isOpen.value = !isOpen.value)}
        >
          {words.whatIsTrend}
        </button>
      </span>
      <p class="matrix-meaning" id={meaningId}>
        {words.trendMeaning}
      </p>
    </div>
  );
}
