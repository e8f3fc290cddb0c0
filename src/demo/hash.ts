/**
 * Uniform in [0, 1), and always the same for the same whole numbers: a source of randomness that can
 * be asked about any moment in any order. Mixing constants: MurmurHash3's finalizer and xxHash32.
 */
export function hash(key: number, index: number, salt = 0): number {
  let mixed = Math.imul(index ^ key, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13) ^ Math.imul(salt + 1, 0x9e3779b1), 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
}

/** A key for `hash` from a name and a seed (FNV-1a). */
export function keyOf(seed: number, name: string): number {
  let key = 0x811c9dc5 ^ seed;
  for (let at = 0; at < name.length; at++) key = Math.imul(key ^ name.charCodeAt(at), 0x01000193);
  return key | 0;
}
