/** Round values between two others, at most about `most` of them. */
export function valueTicks(low: number, high: number, most: number): readonly number[] {
  const step = roundStep((high - low) / Math.max(1, most));
  if (!(step > 0)) return [];
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  // Multiplied, not added up: a sum of steps drifts from what is round.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toPrecision(15)),
  );
}

/** The same where equal heights are equal ratios: both values above zero. */
export function ratioTicks(low: number, high: number, most: number): readonly number[] {
  // Over a small ratio the two scales look alike, and so do their ticks.
  if (high / low < 4) return valueTicks(low, high, most);
  const decades = Math.log10(high / low);
  const factors = decades * 3 <= most ? [1, 2, 5] : [1];
  const stride = Math.max(1, Math.ceil(decades / most));
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    if (power % stride !== 0) continue;
    for (const factor of factors) {
      const tick = Number(`${factor}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

/** The least of 1, 2 and 5 times a power of ten that is not below `step`. */
function roundStep(step: number): number {
  if (!(step > 0) || !Number.isFinite(step)) return 0;
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5].find((one) => one * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}
