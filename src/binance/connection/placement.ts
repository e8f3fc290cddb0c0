/**
 * Which stream goes over which connection.
 *
 * Guarantees: a stream stays where it is while it is wanted; no place holds more than `capacity`;
 * places are filled in order, so that few streams need one place only.
 */
export interface Placement {
  /** One set per place; empty sets keep their position. */
  place(streams: ReadonlySet<string>): void;
  readonly sets: readonly ReadonlySet<string>[];
  /** Moves the last place's streams into the others, if they fit with room to spare. */
  vacateLast(): ReadonlySet<string> | null;
}

/** After moving, this share stays free, so that the next few streams do not move everything back. */
const SPARE_SHARE = 0.25;

export function createPlacement(capacity: number): Placement {
  const sets: Set<string>[] = [new Set()];

  const add = (stream: string): void => {
    let set = sets.find(({ size }) => size < capacity);
    if (!set) {
      set = new Set();
      sets.push(set);
    }
    set.add(stream);
  };

  return {
    place(streams) {
      const placed = new Set<string>();
      for (const set of sets) {
        for (const stream of set) {
          if (streams.has(stream)) placed.add(stream);
          else set.delete(stream);
        }
      }
      for (const stream of streams) if (!placed.has(stream)) add(stream);
    },
    get sets() {
      return sets;
    },
    vacateLast() {
      const last = sets.at(-1);
      if (!last || sets.length === 1) return null;
      if (last.size === 0) return sets.pop() ?? null;
      const others = sets.slice(0, -1);
      const room = others.reduce((sum, { size }) => sum + capacity - size, 0);
      if (last.size + SPARE_SHARE * capacity > room) return null;
      sets.pop();
      for (const stream of last) add(stream);
      return last;
    },
  };
}
