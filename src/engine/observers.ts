export interface Observers<Fact> {
  /** Calls `observer` for every fact from now on; the answer removes it again. */
  add(observer: (fact: Fact) => void): () => void;
  tell(fact: Fact): void;
}

/**
 * Observers of one kind of fact. One that throws (or, where it is asynchronous, rejects) is reported
 * and never stops the others.
 */
export function createObservers<Fact>(onFault: (error: unknown) => void): Observers<Fact> {
  type Entry = { readonly observer: (fact: Fact) => unknown };
  const entries = new Set<Entry>();
  return {
    add(observer) {
      const entry = { observer };
      entries.add(entry);
      return () => void entries.delete(entry);
    },
    tell(fact) {
      // A copy: one that is added meanwhile hears of the next fact, one that is removed of none.
      for (const entry of [...entries]) {
        if (!entries.has(entry)) continue;
        try {
          const answer = entry.observer(fact);
          if (answer instanceof Promise) answer.catch(onFault);
        } catch (error) {
          onFault(error);
        }
      }
    },
  };
}
