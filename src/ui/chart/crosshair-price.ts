import { priceDecimals } from './formats.ts';
import type { CandlePlot } from './plot/candle-plot.ts';
import { pointed } from './legend-values.ts';

/**
 * The price that the crosshair stands at, to the exchange's step: the height of the pointer, the close
 * of the candle that was reached with the keys, or else the price of the last trade.
 */
export function crosshairPrice({ panes, state }: CandlePlot): string | null {
  const { plot } = panes[0] ?? {};
  const { series, lastPrice, scaling } = state;
  const top = plot?.cursor.top ?? -1;
  const close = series.close[pointed.peek() ?? -1];
  const price = plot && top >= 0 ? scaling.backward(plot.posToVal(top, 'y')) : (close ?? lastPrice);
  const known = price ?? series.close.at(-1);
  return known === undefined ? null : known.toFixed(priceDecimals(series));
}
