/** Many listeners to one thing. One that throws never stops the others: it is reported. */
export interface Observers<A, B = undefined, C = undefined> {
  /** Returns the way to stop observing. */
  add(observer: (a: A, b: B, c: C) => void): () => void;
  /** Fixed arguments instead of a list: this runs for every frame. */
  tell(a: A, b: B, c: C): void;
}

export function createObservers<A, B = undefined, C = undefined>(
  reportError: (error: unknown) => void,
): Observers<A, B, C> {
  type Entry = { readonly observer: (a: A, b: B, c: C) => void };
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
    tell(a, b, c) {
      for (const { observer } of entries) {
        try {
          observer(a, b, c);
        } catch (error) {
          reportError(error);
        }
      }
    },
  };
}
