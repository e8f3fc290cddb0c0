/**
 * Whether the first steps are shown: from the first visit on, until they are done or closed. The
 * generated market has its own, so that trying it out does not take them from the real one.
 */
import { signal } from '@preact/signals';
import { isDemo } from '../state/engine.ts';

/** `asked`: opened again by the user, and shown even if all is done. */
export type FirstRun = 'first' | 'asked' | 'closed';

const KEPT = 'closed';

/** What the user did about it on this visit. */
const chosen = signal<Exclude<FirstRun, 'first'> | null>(null);
/** What is kept of earlier visits; null until it has been looked up. */
let kept: FirstRun | null = null;

/** To be read once it is known whether this is a demonstration. */
export function firstRun(): FirstRun {
  kept ??= read() === KEPT ? 'closed' : 'first';
  return chosen.value ?? kept;
}

export function closeFirstRun(): void {
  chosen.value = 'closed';
  try {
    localStorage.setItem(keyOf(), KEPT);
  } catch {
    // Storage is denied: it is closed until the page is opened again, which is all that is lost.
  }
}

export function openFirstRun(): void {
  chosen.value = 'asked';
}

/** As on a visit of which nothing is known yet; for tests. */
export function forgetVisit(): void {
  chosen.value = null;
  kept = null;
}

function read(): string | null {
  try {
    return localStorage.getItem(keyOf());
  } catch {
    // Storage is denied: as on a first visit.
    return null;
  }
}

function keyOf(): string {
  return isDemo.peek() ? 'tocsin:first-run-demo' : 'tocsin:first-run';
}
