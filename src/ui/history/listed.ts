/**
 * The alerts that the history shows, and more of them on request.
 *
 * Guarantees: one question at a time; an answer to what is not asked for any more changes nothing;
 * without an answer that goes further, nothing is asked again until the user wants it.
 */
import { batch, computed, signal } from '@preact/signals';
import { isMatch } from '../../domain/alert-filter.ts';
import type { AlertFilter } from '../../domain/alert-filter.ts';
import { ask } from '../ask.ts';
import { send } from '../engine-client.ts';
import { placeOf, withAlerts } from '../state/alert-list.ts';
import type { AlertList } from '../state/alert-list.ts';
import {
  MOST_ALERTS,
  addOlderAlerts,
  alertsById,
  history,
  historyCuts,
  historyReach,
  isHistoryComplete,
} from '../state/alerts.ts';
import { engineState } from '../state/engine.ts';
import { alertFilter, filterCount } from './filters.ts';

const AT_ONCE = 400;

/** What was asked for. */
interface Question {
  readonly filter: AlertFilter;
  readonly cuts: number;
}

/** What the engine found beyond the page's own history. */
interface Found extends Question {
  readonly alerts: AlertList;
  readonly isComplete: boolean;
}

const found = signal<Found | null>(null);
const asked = signal<Question | null>(null);
const stalled = signal<Question | null>(null);

const current = computed(() => (isCurrent(found.value) ? found.value : null));

/** Newest first. */
export const listed = computed<AlertList>(() => {
  if (filterCount.value === 0) return history.value;
  const known = history.value.filter((alert) => isMatch(alert, alertFilter.value));
  const beyond = current.value?.alerts ?? [];
  if (beyond.length === 0) return known;
  const { get } = alertsById.value;
  const unknown = beyond.filter(({ id }) => get(id) === undefined);
  return withAlerts(unknown, known).slice(0, MOST_ALERTS);
});

/**
 * - `some`: there may be older ones that match
 * - `failed`: there may be, but they were not to be had
 * - `full`: there may be, but the page holds no more
 */
export type ListEnd = 'loading' | 'some' | 'failed' | 'full' | 'none';

export const listEnd = computed<ListEnd>(() => {
  if (isHistoryComplete.value || current.value?.isComplete) return 'none';
  if (listed.value.length >= MOST_ALERTS) return 'full';
  if (isCurrent(asked.value)) return 'loading';
  return isCurrent(stalled.value) ? 'failed' : 'some';
});

let underway = Promise.resolve();

/** Never rejects; resolves when an answer has been taken in, or when there is nothing to ask for. */
export function loadOlder(): Promise<void> {
  const end = listEnd.peek();
  const canAsk = engineState.peek() === 'running' && (end === 'some' || end === 'failed');
  if (canAsk) underway = askForOlder();
  return canAsk || end === 'loading' ? underway : Promise.resolve();
}

async function askForOlder(): Promise<void> {
  const question = { filter: alertFilter.peek(), cuts: historyCuts.peek() };
  const { filter } = question;
  const isWhole = filterCount.peek() === 0;
  asked.value = question;
  const before = firstBefore();
  const answer = await ask(send, { type: 'loadHistory', before, limit: AT_ONCE, filter });
  if (!isCurrent(question)) return;
  batch(() => {
    const length = listed.peek().length;
    asked.value = null;
    if (isWhole) addOlderAlerts(answer.alerts, answer.isComplete);
    else {
      const alerts = withAlerts(current.peek()?.alerts ?? [], answer.alerts);
      found.value = { ...question, alerts, isComplete: answer.isComplete };
    }
    stalled.value = listed.value.length > length ? null : question;
  });
}

/** Where an alert stands in the list; −1 where it does not. */
export function listedPlace(id: string): number {
  const alert = alertsById.peek().get(id) ?? current.peek()?.alerts.find((one) => one.id === id);
  const place = alert ? placeOf(listed.peek(), alert) : -1;
  return listed.peek()[place]?.id === id ? place : -1;
}

/** All that were created at that moment come along: a burst that shares its time is never cut in two. */
function firstBefore(): number {
  const oldest = current.peek()?.alerts.at(-1)?.createdAt;
  if (oldest !== undefined) return oldest;
  const reach = historyReach.peek();
  return Number.isFinite(reach) ? reach : Infinity;
}

function isCurrent(question: Question | null): boolean {
  return question?.filter === alertFilter.value && question.cuts === historyCuts.value;
}
