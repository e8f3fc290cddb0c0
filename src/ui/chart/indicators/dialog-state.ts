import { signal } from '@preact/signals';
import type { ShownIndicator } from './shown-indicators.ts';

export type IndicatorRequest =
  { readonly type: 'add' } | { readonly type: 'edit'; readonly shown: ShownIndicator };

/** What the dialog of indicators is open for; null while it is closed. */
export const indicatorDialog = signal<IndicatorRequest | null>(null);
