/** A 32-bit seed for a text (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** MurmurHash3's finishing mixer. */
function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/**
 * A number from 0 (included) to 1 (excluded) that depends on the seed and the whole position only,
 * so any moment of a generated history can be computed without those before it.
 */
export function hashAt(seed: number, position: number): number {
  const high = Math.floor(position / 0x1_0000_0000);
  const mixed = mix(mix(seed ^ (position >>> 0)) + Math.imul(high, 0x9e3779b1));
  return (mixed >>> 0) / 0x1_0000_0000;
}

/** A repeatable sequence of numbers from 0 to 1 (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
