import { formatNumber } from '../format/price.ts';
import type { PlotSeries } from '../state/series.ts';
import { partText } from '../text/text.ts';
import { priceDecimals } from './formats.ts';

/**
 * The chart in words, for those who do not see it. Drawn again when a series is loaded, not with
 * every trade: words that change under the reader cannot be read.
 */
export function ChartSummary({ series, id }: { series: PlotSeries; id?: string }) {
  const words = partText().chart;
  const decimals = priceDecimals(series);
  const price = (value: number) => formatNumber(value, decimals);
  const low = series.low.reduce((least, value) => Math.min(least, value), Infinity);
  const high = series.high.reduce((most, value) => Math.max(most, value), -Infinity);
  return (
    <p class="visually-hidden" {...(id === undefined ? {} : { id })}>
      {words.summary(
        `${series.symbol} ${series.interval}`,
        series.openTime.length,
        price(series.close.at(-1) ?? Number.NaN),
        words.range(price(low), price(high)),
      )}
    </p>
  );
}
