import { effect, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';

/** One of several, chosen by the user and kept between visits where the browser allows it. */
export function keptChoice<Choice extends string>(
  key: string,
  choices: readonly Choice[],
  first: Choice,
): Signal<Choice> {
  const chosen = signal(choices.find((choice) => choice === read(key)) ?? first);
  effect(() => write(key, chosen.value));
  return chosen;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is denied: as on a first visit.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is denied: the choice lasts until the page is closed, which is all that is lost.
  }
}
