import { formatAxisTime } from '../format/axis-time.ts';
import { formatCompact } from '../format/compact.ts';
import { decimalsFor, formatNumber, tickDecimals } from '../format/price.ts';
import { formatDateTime } from '../format/time.ts';
import { timeZone } from '../state/preferences.ts';
import type { PlotSeries } from '../state/series.ts';
import { tickSizeOf } from '../state/symbols.ts';
import type { PlotFormats } from './plot/plot-state.ts';

/** From here on the thousands matter more than the digits. */
const LARGE = 1e6;

/** How a chart writes what it shows; `series` is asked anew for each price. */
export function plotFormats(series: () => PlotSeries | null): PlotFormats {
  return {
    price: (price) => formatNumber(price, priceDecimals(series())),
    value: formatValue,
    axisValue: formatAxisValue,
    time: (time) => formatDateTime(time, timeZone.peek()),
    axisTime: (time, stepMs) => formatAxisTime(time, stepMs, timeZone.peek()),
    zone: () => timeZone.peek(),
  };
}

/** As many as the exchange's price step has; where that is not known, as many as tell something. */
export function priceDecimals(series: PlotSeries | null): number {
  const tick = series === null ? null : tickDecimals(tickSizeOf(series.symbol));
  return tick ?? decimalsFor(series?.close.at(-1) ?? 0);
}

/** A value of an indicator, whose scale nobody knows beforehand: it is that of `size`. */
export function formatValue(value: number, size = value): string {
  return Math.abs(value) >= LARGE ? formatCompact(value) : formatNumber(value, decimalsFor(size));
}

/** On an axis all labels have as many decimals as tell one from the next. */
function formatAxisValue(value: number, step: number): string {
  if (Math.abs(value) >= LARGE || step >= LARGE) return formatCompact(value);
  return formatNumber(value, Math.max(0, -Math.floor(Math.log10(step || 1) + 1e-9)));
}
