/** How the user looks at the metrics. Kept between visits where the browser allows it. */
import { computed, signal } from '@preact/signals';
import type { Indicator } from '../../domain/indicators/definition.ts';
import { indicators } from '../../domain/indicators/index.ts';
import { keptChoice } from '../state/kept-choice.ts';
import { metricKey } from './metric-words.ts';
import type { TableSort } from './table-sort.ts';

export const METRIC_VIEWS = ['indicators', 'matrix'] as const;
export type MetricView = (typeof METRIC_VIEWS)[number];
export const metricView = keptChoice<MetricView>('tocsin:metrics-view', METRIC_VIEWS, 'indicators');

/** With more room the history of alerts makes way. */
const ROOMS = ['usual', 'more'] as const;
const room = keptChoice('tocsin:metrics-room', ROOMS, 'usual');
export const hasMoreRoom = computed(() => room.value === 'more');

export function toggleRoom(): void {
  room.value = room.peek() === 'more' ? 'usual' : 'more';
}

const METRIC_KEYS = Object.values<Indicator>(indicators).flatMap(({ name, outputs }) =>
  outputs.map((output) => metricKey({ indicator: name, output })),
);

/** The figure that is shown in detail, by `metricKey`. */
export const chosenMetric = keptChoice('tocsin:metrics-indicator', METRIC_KEYS, 'rsi value');

/** Null leaves the order of the registry. */
export const tableSort = signal<TableSort | null>(null);
