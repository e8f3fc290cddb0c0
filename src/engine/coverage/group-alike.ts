import { isSameSpans, totalMs } from './unwatched-spans.ts';
import type { UnwatchedSpans } from './unwatched-spans.ts';

interface Timed {
  readonly from: number;
  readonly spans: UnwatchedSpans;
}

export type Group<T> = T & { readonly symbols: readonly string[] };

/**
 * Symbols that share a history are told together: a thousand of them cost as much as one.
 * `isAlike` compares what there is beside the beginning and the spans.
 */
export function groupAlike<T extends Timed>(
  values: Iterable<readonly [symbol: string, value: T]>,
  isAlike: (a: T, b: T) => boolean = () => true,
): readonly Group<T>[] {
  const groups: { readonly value: T; readonly symbols: string[] }[] = [];
  const candidates = new Map<string, typeof groups>();
  for (const [symbol, value] of values) {
    const { from, spans } = value;
    const likeness = `${from} ${spans.length} ${totalMs(spans)} ${spans.at(-1)?.to}`;
    const alike = candidates.get(likeness) ?? [];
    const group = alike.find(
      (one) => isSameSpans(one.value.spans, spans) && isAlike(one.value, value),
    );
    if (group) {
      group.symbols.push(symbol);
      continue;
    }
    const added = { value, symbols: [symbol] };
    groups.push(added);
    candidates.set(likeness, [...alike, added]);
  }
  return groups.map(({ value, symbols }) => ({ symbols, ...value }));
}
