import { computed, effect, useComputed, useSignal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { backfill } from '../state/backfill.ts';
import { connection } from '../state/connection.ts';
import { partText } from '../text/text.ts';
import { phaseOf } from './progress.ts';
import type { Phase } from './progress.ts';

/** What is over sooner is not shown: it would only flicker. */
export const LEAST_WORK_MS = 2_000;

export interface Progress {
  readonly phase: ReadonlySignal<Phase>;
  readonly isShown: ReadonlySignal<boolean>;
  /** What a screen reader is told: the beginning, the end and a stop, nothing between. */
  readonly spoken: ReadonlySignal<string>;
  /** Until there is other work. */
  hide(): void;
}

export function useProgress(): Progress {
  const phase = useComputed(() => phaseOf(backfill.value, connection.value));
  const isDue = useSignal(false);
  const isHidden = useSignal(false);
  const spoken = useSignal('');
  useEffect(() => followWork(phase, isDue, isHidden), [phase, isDue, isHidden]);
  useEffect(() => tell(phase, isDue, spoken), [phase, isDue, spoken]);
  return {
    phase,
    isShown: useComputed(() => isDue.value && !isHidden.value && phase.value !== 'none'),
    spoken,
    hide: () => (isHidden.value = true),
  };
}

/** Work is due to be shown when it has lasted; what was hidden may be shown with the next one. */
function followWork(
  phase: ReadonlySignal<Phase>,
  isDue: Signal<boolean>,
  isHidden: Signal<boolean>,
): () => void {
  const isWorking = computed(() => phase.value !== 'none');
  return effect(() => {
    if (!isWorking.value) {
      isDue.value = false;
      isHidden.value = false;
      return;
    }
    const timer = setTimeout(() => (isDue.value = true), LEAST_WORK_MS);
    return () => clearTimeout(timer);
  });
}

function tell(
  phase: ReadonlySignal<Phase>,
  isDue: ReadonlySignal<boolean>,
  spoken: Signal<string>,
): () => void {
  let told: Phase = 'none';
  return effect(() => {
    const now = isDue.value ? phase.value : 'none';
    if (now === told) return;
    told = now;
    const { series, ready } = backfill.peek() ?? { series: 0, ready: 0 };
    const words = partText().backfill.spoken;
    if (now === 'loading') spoken.value = words.begins(series);
    else if (now === 'stopped') spoken.value = words.stops(ready, series);
    // Otherwise the connection was lost meanwhile, which is told elsewhere.
    else if (ready >= series) spoken.value = words.ends(series);
  });
}
