/** Many listeners to one kind of fact; a fact may be told as several values. */
export interface Observers<Fact extends readonly unknown[]> {
  /** Calls `observer` for every fact from now on; the answer removes it again. */
  add(observer: (...fact: Fact) => unknown): () => void;
  tell(...fact: Fact): void;
}

/**
 * Observers of one kind of fact. One that throws (or, where it is asynchronous, rejects) is reported
 * and never stops the others.
 */
export function createObservers<Fact extends readonly unknown[]>(
  onFault: (error: unknown) => void,
): Observers<Fact> {
  type Entry = { readonly observer: (...fact: Fact) => unknown };
  /** Replaced, never changed, so that observers may come and go while one is told. */
  let entries: readonly Entry[] = [];
  return {
    add(observer) {
      const entry = { observer };
      entries = [...entries, entry];
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
    tell(...fact) {
      const told = entries;
      for (const entry of told) {
        // One that was removed meanwhile hears of nothing more.
        if (told !== entries && !entries.includes(entry)) continue;
        try {
          const answer = entry.observer(...fact);
          if (answer instanceof Promise) answer.catch(onFault);
        } catch (error) {
          onFault(error);
        }
      }
    },
  };
}
