export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** @throws Error naming what has not come true in time */
export async function waitUntil(
  what: string,
  isTrue: () => boolean,
  patienceMs = 120_000,
): Promise<void> {
  const until = performance.now() + patienceMs;
  while (!isTrue()) {
    if (performance.now() > until) throw new Error(`still not: ${what}`);
    // oxlint-disable-next-line no-await-in-loop -- it is asked until it is so
    await pause(50);
  }
}
