/** The indicators that were chosen for a chart, read against the registry. */
import { findIndicator } from '../../../domain/indicators/index.ts';
import type { Indicator } from '../../../domain/indicators/definition.ts';
import { parseParams } from '../../../domain/indicators/parse-params.ts';
import type { ChosenIndicator } from '../../state/chart-options.ts';

export interface ShownIndicator {
  /** The same for the same indicator with the same parameters, and for no other. */
  readonly key: string;
  readonly indicator: Indicator;
  readonly params: Readonly<Record<string, number>>;
  /** `RSI(7)` */
  readonly label: string;
}

/** What is not in the registry, out of bounds or there twice is left out. */
export function readIndicators(chosen: readonly ChosenIndicator[]): readonly ShownIndicator[] {
  const shown = new Map<string, ShownIndicator>();
  for (const { indicator: name, params: given } of chosen) {
    const indicator = findIndicator(name);
    const parsed = indicator && parseParams(indicator, given, 'params');
    if (!indicator || !parsed?.ok) continue;
    const key = keyOf(indicator, parsed.value);
    const label = labelOf(indicator, parsed.value);
    shown.set(key, { key, indicator, params: parsed.value, label });
  }
  return [...shown.values()];
}

export function keyOf({ name }: Indicator, params: Readonly<Record<string, number>>): string {
  return [name, ...Object.values(params)].join(' ');
}

function labelOf({ shortTitle }: Indicator, params: Readonly<Record<string, number>>): string {
  const list = Object.values(params).join(', ');
  return list === '' ? shortTitle : `${shortTitle}(${list})`;
}
