/** What the grid has rows for: symbols by name, and the heads of their groups. */
export type Item = string | GroupHead;

export interface GroupHead {
  readonly quoteAsset: string;
  readonly count: number;
  readonly isCollapsed: boolean;
}

/** Identity of an item from drawing to drawing; no symbol has a colon. */
export function itemKey(item: Item): string {
  return typeof item === 'string' ? item : `group:${item.quoteAsset}`;
}

/**
 * Puts symbols under their quote assets, the largest group first, in the order in which they came.
 * The symbols of collapsed groups have no rows.
 */
export function groupItems(
  symbols: readonly string[],
  quoteAssetOf: (symbol: string) => string | null,
  collapsed: ReadonlySet<string>,
): readonly Item[] {
  const groups = new Map<string, string[]>();
  for (const symbol of symbols) {
    const quoteAsset = quoteAssetOf(symbol) ?? '';
    const group = groups.get(quoteAsset);
    if (group) group.push(symbol);
    else groups.set(quoteAsset, [symbol]);
  }
  const bySize = [...groups].toSorted(
    ([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1),
  );
  return bySize.flatMap(([quoteAsset, members]): readonly Item[] => {
    const isCollapsed = collapsed.has(quoteAsset);
    const head = { quoteAsset, count: members.length, isCollapsed };
    return isCollapsed ? [head] : [head, ...members];
  });
}
