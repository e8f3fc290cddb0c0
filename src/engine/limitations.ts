import type { EngineEvent, Limitation } from '../protocol/messages.ts';

/** What the app has to do without, and why: told when found, when its reason changes, when it is over. */
export interface Limitations {
  /** The function that tells of one; telling it the same again changes nothing. */
  found(limitation: Limitation): (reason: string) => void;
  lift(limitation: Limitation): void;
  has(limitation: Limitation): boolean;
  /** For a page that begins to look on. */
  events(): readonly EngineEvent[];
}

export function createLimitations(tell: (event: EngineEvent) => void): Limitations {
  const known = new Map<Limitation, string>();
  return {
    found: (limitation) => (reason) => {
      if (known.get(limitation) === reason) return;
      known.set(limitation, reason);
      tell({ type: 'limitationFound', limitation, reason });
    },
    lift(limitation) {
      if (known.delete(limitation)) tell({ type: 'limitationLifted', limitation });
    },
    has: (limitation) => known.has(limitation),
    events: () =>
      [...known].map(([limitation, reason]) => ({ type: 'limitationFound', limitation, reason })),
  };
}
