/** A column of at least so wide a cell, which takes its share of what is left over; any unit of length. */
export interface Track {
  readonly least: number;
  readonly share: number;
}

/**
 * Widths of tracks that fill `width` together, as CSS has them for `minmax(least, share)`: what would
 * get less than it needs has what it needs, and the others share the rest.
 */
export function trackWidths(tracks: readonly Track[], width: number): readonly number[] {
  const flexible = new Set(tracks);
  for (;;) {
    const taken = sum(tracks.filter((track) => !flexible.has(track)).map(({ least }) => least));
    const unit = Math.max(0, width - taken) / sum([...flexible].map(({ share }) => share));
    const short = [...flexible].filter(({ least, share }) => share * unit < least);
    if (short.length === 0) {
      return tracks.map((track) => (flexible.has(track) ? track.share * unit : track.least));
    }
    for (const track of short) flexible.delete(track);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
