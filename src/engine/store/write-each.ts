/** Items written in one transaction: more would hold up what is to be told meanwhile. */
const CHUNK = 500;
/** Where so many fail one by one, the next ones would too. */
const MOST_FAILURES = 10;

/**
 * Writes in chunks; one that is refused is written item by item, so that what can be stored is.
 * Rejects with the first failure where anything was left out.
 */
export async function writeEach<T>(
  items: readonly T[],
  write: (part: readonly T[]) => Promise<void>,
  mayGoOn: () => boolean,
): Promise<void> {
  const failures: unknown[] = [];
  const attempt = async (part: readonly T[]): Promise<void> => {
    if (failures.length >= MOST_FAILURES) return;
    try {
      await write(part);
    } catch (error) {
      if (part.length === 1 || !mayGoOn()) failures.push(error);
      else for (const item of part) await attempt([item]);
    }
  };
  for (let start = 0; start < items.length; start += CHUNK) {
    await attempt(items.slice(start, start + CHUNK));
    if (failures.length > 0 && !mayGoOn()) break;
  }
  if (failures.length > 0) throw failures[0];
}

/** Waits for all of them; rejects with the first failure. */
export async function allOf(writes: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(writes);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
