/** What a query asks for: its words, without regard to case, spaces and separators. */
export function searchWords(query: string): readonly string[] {
  return query
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
