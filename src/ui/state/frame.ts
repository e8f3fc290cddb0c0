/**
 * Work that is done at most once per displayed frame.
 *
 * Guarantees: a task asked for many times before a frame runs once in it; tasks run in the order
 * in which they were first asked for; a task that asks for another frame gets the next one.
 * A hidden page displays no frames, so nothing runs until it is seen again.
 */
const due = new Set<() => void>();

/** Runs `task` just before the next frame is painted. */
export function onNextFrame(task: () => void): void {
  if (due.size === 0) requestAnimationFrame(runDue);
  due.add(task);
}

function runDue(): void {
  const tasks = [...due];
  due.clear();
  for (const task of tasks) task();
}
