import { effect, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Alert } from '../../domain/alert.ts';

/** Calls back with the alerts that have become dismissed since the last time. */
export function followDismissed(
  alerts: ReadonlySignal<readonly Alert[]>,
  forget: (ids: ReadonlySet<string>) => void,
): () => void {
  let before: ReadonlySet<string> = new Set();
  return effect(() => {
    const dismissed = new Set<string>();
    for (const { id, status } of alerts.value) if (status === 'DISMISSED') dismissed.add(id);
    const fresh = new Set([...dismissed].filter((id) => !before.has(id)));
    before = dismissed;
    if (fresh.size > 0) untracked(() => forget(fresh));
  });
}
