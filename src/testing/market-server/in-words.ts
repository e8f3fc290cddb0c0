const MOST_NAMED = 4;

/** How many there are of something, and the first of them; nothing where there are none. */
export function inWords(what: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const some = ids.slice(0, MOST_NAMED).join(', ');
  return [`${what}: ${ids.length} of them: ${some}${ids.length > MOST_NAMED ? ', …' : ''}`];
}
