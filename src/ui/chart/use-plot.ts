import { useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { timeZone } from '../state/preferences.ts';
import { text } from '../text/text.ts';
import { createCandlePlot } from './plot/candle-plot.ts';
import type { CandlePlot, CandlePlotOptions } from './plot/candle-plot.ts';

/** A plot in an element, as long as that is on the page. `make` is called once. */
export function usePlot(
  root: { readonly current: HTMLElement | null },
  make: () => CandlePlotOptions,
): ReadonlySignal<CandlePlot | null> {
  const plot = useSignal<CandlePlot | null>(null);
  const makeOptions = useRef(make);
  useEffect(() => {
    if (!root.current) return;
    const made = createCandlePlot(root.current, makeOptions.current());
    plot.value = made;
    return () => {
      made.destroy();
      plot.value = null;
    };
  }, [plot, root]);

  // A canvas does not follow the page's texts and clocks by itself.
  const zone = timeZone.value;
  const words = text();
  useEffect(() => plot.value?.restyle(), [plot.value, zone, words]);
  return plot;
}
