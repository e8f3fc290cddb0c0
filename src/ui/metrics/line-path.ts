export interface PathSize {
  readonly width: number;
  readonly height: number;
}

export interface ValueScale {
  readonly low: number;
  readonly high: number;
}

/**
 * The path of an SVG through values, from edge to edge; broken where one is missing (NaN). Of more
 * values than there are units of width, each unit keeps its least and its greatest.
 */
export function linePath(
  values: readonly number[],
  { width, height }: PathSize,
  { low, high }: ValueScale,
): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  let path = '';
  let isBroken = true;
  for (const index of indexesWorthDrawing(values, width)) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) {
      isBroken = true;
      continue;
    }
    const share = high > low ? (value - low) / (high - low) : 0.5;
    path += `${isBroken ? 'M' : 'L'}${(index * step).toFixed(1)} ${((1 - share) * height).toFixed(1)}`;
    isBroken = false;
  }
  return path;
}

function* indexesWorthDrawing(values: readonly number[], width: number): Generator<number> {
  const perUnit = Math.ceil(values.length / width);
  if (perUnit <= 2) {
    yield* values.keys();
    return;
  }
  for (let from = 0; from < values.length; from += perUnit) {
    let least = from;
    let most = from;
    for (let index = from; index < Math.min(values.length, from + perUnit); index++) {
      const value = values[index] ?? Number.NaN;
      if (!(value >= (values[least] ?? Number.NaN))) least = index;
      if (!(value <= (values[most] ?? Number.NaN))) most = index;
    }
    yield Math.min(least, most);
    if (least !== most) yield Math.max(least, most);
  }
}
