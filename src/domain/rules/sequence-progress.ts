/** How far a sequence of conditions has come. */
export interface SequenceProgress {
  /** Candles judged so far: the number of the candle that is judged now. */
  readonly candle: number;
  /**
   * Per step the candles at which it and those before it were met one after another, up to the candle
   * before: of all such rows the one that began last, since that one stays within reach longest.
   */
  readonly rows: readonly (readonly number[] | undefined)[];
}

export const NO_PROGRESS: SequenceProgress = { candle: 0, rows: [] };

/** The candles at which the steps before the last were met, if the last may now complete them. */
export function rowBeforeLast(
  { candle, rows }: SequenceProgress,
  steps: number,
  within: number,
): readonly number[] | undefined {
  if (steps === 1) return [];
  const row = rows[steps - 2];
  return row !== undefined && candle - (row[0] ?? candle) <= within ? row : undefined;
}

/** After a candle at which these steps were met; the last step is of no further use. */
export function progressed(
  { candle, rows }: SequenceProgress,
  isMet: readonly boolean[],
): SequenceProgress {
  const next = isMet.slice(0, -1).map((isStepMet, step) => {
    if (!isStepMet) return rows[step];
    if (step === 0) return [candle];
    const row = rows[step - 1];
    return row === undefined ? rows[step] : [...row, candle];
  });
  return { candle: candle + 1, rows: next };
}
