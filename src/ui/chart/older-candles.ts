/**
 * Asks for older candles when the view comes near the oldest.
 *
 * Guarantees: one question at a time; none once the exchange has no more or the chart has enough;
 * after an answer without anything new, a pause.
 */
import { signal } from '@preact/signals';
import { MOST_CHART_CANDLES } from '../../protocol/chart.ts';
import { send } from '../engine-client.ts';
import type { LoadedSeries } from '../state/series.ts';
import type { Extent, View } from './plot/view.ts';

export type OlderState = 'idle' | 'loading' | 'none' | 'failed';

export const olderCandles = signal<OlderState>('idle');

const PAUSE_MS = 5_000;
/** The part of a view's width that may be left before the oldest candle. */
const NEAR = 0.5;

let asked: LoadedSeries | null = null;
let heard: LoadedSeries | null = null;
let pausedUntil = 0;

/** The view has changed, or the candles. */
export function askForOlder(series: LoadedSeries, view: View, extent: Extent): void {
  const isNear = view.from - extent.first < (view.to - view.from) * NEAR;
  if (!isNear || asked === series) return;
  if (isFull(series)) {
    olderCandles.value = view.from < extent.first ? 'none' : 'idle';
    return;
  }
  if (performance.now() < pausedUntil) return;
  asked = series;
  olderCandles.value = 'loading';
  send({ type: 'loadOlderCandles' });
}

/** Another series is there, or the same one anew: what was asked for has come, or never will. */
export function heardSeries(series: LoadedSeries): void {
  if (series === heard) return;
  heard = series;
  const before = asked;
  asked = null;
  const isSame = before?.symbol === series.symbol && before.interval === series.interval;
  const first = before?.openTime[0];
  const hasFailed = isSame && first === series.openTime[0] && !isFull(series);
  pausedUntil = hasFailed ? performance.now() + PAUSE_MS : 0;
  olderCandles.value = hasFailed ? 'failed' : 'idle';
}

function isFull({ isComplete, openTime }: LoadedSeries): boolean {
  return isComplete || openTime.length >= MOST_CHART_CANDLES;
}
