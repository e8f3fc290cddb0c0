import type { Silence } from './stream-pace.ts';

/** The silent streams of one symbol, or one silent stream that is of no single symbol. */
export interface Suspicion {
  /** The symbol, or the stream. */
  readonly name: string;
  readonly symbol: string | null;
  readonly silences: readonly Silence[];
}

/** `symbolOf`: by stream, null where it is of no single symbol. Halted symbols are left out. */
export function suspicionsOf(
  silences: readonly Silence[],
  symbolOf: ReadonlyMap<string, string | null>,
  isHalted: (symbol: string) => boolean,
): readonly Suspicion[] {
  const byName = new Map<string, { symbol: string | null; silences: Silence[] }>();
  for (const silence of silences) {
    const symbol = symbolOf.get(silence.stream) ?? null;
    if (symbol !== null && isHalted(symbol)) continue;
    const name = symbol ?? silence.stream;
    const known = byName.get(name);
    if (known) known.silences.push(silence);
    else byName.set(name, { symbol, silences: [silence] });
  }
  return [...byName].map(([name, suspicion]) => ({ name, ...suspicion }));
}

/** The most unusual first. */
export function mostUnusualFirst(suspicions: readonly Suspicion[]): readonly Suspicion[] {
  return suspicions.toSorted((a, b) => excessOf(b) - excessOf(a));
}

function excessOf({ silences }: Suspicion): number {
  return Math.max(...silences.map(({ excess }) => excess));
}
