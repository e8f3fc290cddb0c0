import { effect, signal } from '@preact/signals';
import type { TimeZone } from '../format/time.ts';

const KEY = 'tocsin:time-zone';

/** Whether times are shown on the user's clock or in UTC. Kept between visits where allowed. */
export const timeZone = signal<TimeZone>(stored());

effect(() => store(timeZone.value));

function stored(): TimeZone {
  try {
    return localStorage.getItem(KEY) === 'utc' ? 'utc' : 'local';
  } catch {
    return 'local';
  }
}

function store(zone: TimeZone): void {
  try {
    localStorage.setItem(KEY, zone);
  } catch {
    // Storage is denied: the choice lasts until the page is closed, which is all that is lost.
  }
}
