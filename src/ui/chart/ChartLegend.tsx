import { useComputed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { formatCompact } from '../format/compact.ts';
import { formatPercent } from '../format/percent.ts';
import { formatNumber, tickDecimals } from '../format/price.ts';
import { formatDateTime } from '../format/time.ts';
import { timeZone } from '../state/preferences.ts';
import { candlesRevision } from '../state/series.ts';
import type { LoadedSeries } from '../state/series.ts';
import { tickSizeOf } from '../state/symbols.ts';
import { text } from '../text/text.ts';

interface Props {
  readonly series: LoadedSeries;
  /** Index of the candle under the pointer; the newest one is shown when there is none. */
  readonly pointed: ReadonlySignal<number | null>;
}

/** The values of one candle: the one under the crosshair, or the newest. */
export function ChartLegend({ series, pointed }: Props) {
  const words = text().chart;
  const shown = useComputed(() => {
    void candlesRevision.value;
    const last = series.openTime.length - 1;
    return Math.min(pointed.value ?? last, last);
  });
  const index = shown.value;
  void candlesRevision.value;
  const decimals = tickDecimals(tickSizeOf(series.symbol)) ?? 2;
  const price = (column: readonly number[]) => formatNumber(column[index] ?? Number.NaN, decimals);
  const open = series.open[index] ?? Number.NaN;
  const close = series.close[index] ?? Number.NaN;
  const change = ((close - open) / open) * 100;
  return (
    <dl class="plot-legend" data-trend={close >= open ? 'up' : 'down'} aria-hidden="true">
      <div class="plot-legend-time">
        <dd>{formatDateTime(series.openTime[index] ?? 0, timeZone.value)}</dd>
      </div>
      <Value label={words.open} value={price(series.open)} />
      <Value label={words.high} value={price(series.high)} />
      <Value label={words.low} value={price(series.low)} />
      <Value label={words.close} value={`${price(series.close)} ${formatPercent(change)}`} />
      <Value label={words.volume} value={formatCompact(series.volume[index] ?? Number.NaN)} />
    </dl>
  );
}

function Value({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
