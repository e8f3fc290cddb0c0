import type { AlertFilter } from '../../../domain/alert-filter.ts';
import type { Alert } from '../../../domain/alert.ts';

/** Asks the engine for a page: as the command `loadHistory`. */
export type AskForPage = (question: {
  readonly before: number;
  readonly limit: number;
  readonly filter: AlertFilter;
}) => Promise<{ readonly alerts: readonly Alert[]; readonly isComplete: boolean }>;

export interface Collected {
  /** Newest first, each once. */
  readonly alerts: readonly Alert[];
  /** False where older ones were not to be had, or the user would not wait for them. */
  readonly isWhole: boolean;
}

const PAGE = 1_000;

/** Every stored alert that matches, page by page. */
export async function collectAlerts(
  ask: AskForPage,
  filter: AlertFilter,
  watch: { readonly onProgress: (count: number) => void; readonly isStopped: () => boolean },
): Promise<Collected> {
  const byId = new Map<string, Alert>();
  let before = Infinity;
  while (!watch.isStopped()) {
    const { alerts, isComplete } = await ask({ before, limit: PAGE, filter });
    for (const alert of alerts) byId.set(alert.id, alert);
    watch.onProgress(byId.size);
    if (isComplete) return { alerts: [...byId.values()], isWhole: true };
    const oldest = alerts.at(-1)?.createdAt;
    // All of one moment come together; where nothing older comes, nothing will.
    if (oldest === undefined || oldest >= before) break;
    before = oldest;
  }
  return { alerts: [...byId.values()], isWhole: false };
}
