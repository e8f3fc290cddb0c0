/** One way in which things go wrong. */
export interface SoakFault {
  readonly kind: string;
  /** How often it is chosen, against the others of its lane. */
  readonly weight: number;
  /** It ends engines that were running: what they held in memory begins anew. */
  readonly endsEngine?: boolean;
  /** Breaks something, lets it be broken, and mends it. */
  strike(): Promise<void>;
}

export type Wait = (ms: number) => Promise<void>;

/** From `least` to `most`. */
export function between(random: () => number, least: number, most: number): number {
  return least + random() * (most - least);
}

/** One of the faults, by their weights; undefined of none. */
export function chooseFault(
  faults: readonly SoakFault[],
  random: () => number,
): SoakFault | undefined {
  let left = random() * faults.reduce((sum, { weight }) => sum + weight, 0);
  for (const fault of faults) {
    left -= fault.weight;
    if (left < 0) return fault;
  }
  return faults.at(-1);
}

export interface Lane {
  /** Asked before each fault: what may happen now. */
  readonly faults: () => readonly SoakFault[];
  readonly random: () => number;
  /** Calm between two faults, ms. */
  readonly pauseMs: readonly [least: number, most: number];
  readonly wait: Wait;
  readonly isOver: () => boolean;
  readonly onFault: (kind: string) => void;
  /** Called in the calm after each fault, while nothing of this lane is broken. */
  readonly onCalm?: () => Promise<void>;
}

/** Makes one fault after another. Lanes run beside each other, so that faults of several meet. */
export async function runLane(lane: Lane): Promise<void> {
  const { faults, random, pauseMs, wait, isOver, onFault, onCalm } = lane;
  /* oxlint-disable no-await-in-loop -- one after another is what a lane is */
  while (!isOver()) {
    await wait(between(random, ...pauseMs));
    const fault = chooseFault(faults(), random);
    if (isOver()) return;
    if (fault) onFault(fault.kind);
    await fault?.strike();
    await onCalm?.();
  }
  /* oxlint-enable no-await-in-loop */
}
