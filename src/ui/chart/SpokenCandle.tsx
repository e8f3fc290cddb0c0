import { useSignal, useSignalEffect } from '@preact/signals';
import { partText } from '../text/text.ts';
import { candleTexts, pointed } from './legend-values.ts';
import { mainPlot } from './chart-model.ts';

/** Says the candle that was reached with the keys; a pointer that passes over candles says nothing. */
export function SpokenCandle() {
  const spoken = useSignal('');
  useSignalEffect(() => {
    const index = pointed.value;
    const isByKey = (mainPlot.peek()?.panes[0]?.plot.cursor.top ?? 0) < 0;
    if (index === null || !isByKey) {
      spoken.value = '';
      return;
    }
    const { time, open, high, low, close } = candleTexts;
    spoken.value = partText().chart.spokenCandle(
      time.peek(),
      open.peek(),
      high.peek(),
      low.peek(),
      close.peek(),
    );
  });
  return (
    <p class="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
