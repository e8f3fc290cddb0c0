import type { CoverageReport } from '../../../protocol/coverage.ts';

/**
 * How much of the time was watched, over all symbols, in tenths of a percent, rounded down: 100 % is
 * said only of what has no gap at all. Null where there was no time.
 */
export function monitoredTenths({ to, groups }: CoverageReport): number | null {
  let wantedMs = 0;
  let watchedMs = 0;
  for (const group of groups) {
    wantedMs += (to - group.from) * group.symbols.length;
    watchedMs += group.watchedMs * group.symbols.length;
  }
  // A thousand symbols make 10^14 of it at most: exact in a double.
  return wantedMs > 0 ? Math.floor((watchedMs * 1000) / wantedMs) : null;
}

export function symbolCount({ groups }: CoverageReport): number {
  return groups.reduce((count, { symbols }) => count + symbols.length, 0);
}
