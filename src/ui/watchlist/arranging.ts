/** Where a symbol goes: beside another one, on either side. */
export type Place = { readonly before: string } | { readonly after: string };

/** The list with one symbol moved; the same list where nothing moves. */
export function moveSymbol(
  symbols: readonly string[],
  symbol: string,
  place: Place,
): readonly string[] {
  const anchor = 'before' in place ? place.before : place.after;
  if (anchor === symbol || !symbols.includes(symbol) || !symbols.includes(anchor)) return symbols;
  const others = symbols.filter((other) => other !== symbol);
  const index = others.indexOf(anchor) + ('after' in place ? 1 : 0);
  const moved = others.toSpliced(index, 0, symbol);
  return moved.every((other, at) => other === symbols[at]) ? symbols : moved;
}

export type Move = 'up' | 'down' | 'top' | 'bottom';

/** Where a move goes among the symbols that are shown together; null where it is there already. */
export function placeFor(move: Move, symbol: string, shown: readonly string[]): Place | null {
  const index = shown.indexOf(symbol);
  const isUp = move === 'up' || move === 'top';
  const anchor = {
    up: shown[index - 1],
    top: shown[0],
    down: shown[index + 1],
    bottom: shown.at(-1),
  }[move];
  if (index < 0 || anchor === undefined || anchor === symbol) return null;
  return isUp ? { before: anchor } : { after: anchor };
}
