import { signal } from '@preact/signals';

/** The time for what is shown as an age or a countdown, renewed every second while it is read. */
export const now = signal(Date.now(), {
  watched() {
    this.value = Date.now();
    timer = setInterval(() => (this.value = Date.now()), SECOND_MS);
  },
  unwatched() {
    clearInterval(timer);
  },
});

const SECOND_MS = 1000;
let timer: ReturnType<typeof setInterval> | undefined;
