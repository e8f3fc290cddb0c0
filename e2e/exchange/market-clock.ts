/** The exchange's own time: event times, candle boundaries and `/api/v3/time` come from it. */
export interface MarketClock {
  now(): number;
  /** Stands still at `time` (ms) from now on; only `set` and `advance` move it. */
  set(time: number): void;
  /** Moves on by `ms`; a running clock runs on from there. */
  advance(ms: number): void;
  /** Moves on to `time` if it is earlier than that; a running clock runs on from there. */
  reach(time: number): void;
}

/** A clock that follows the machine's until it is set; with `startAt` it stands still from the start. */
export function createMarketClock(machineNow: () => number, startAt?: number): MarketClock {
  let stoppedAt = startAt;
  let offset = 0;
  const now = (): number => stoppedAt ?? machineNow() + offset;
  const advance = (ms: number): void => {
    if (stoppedAt === undefined) offset += ms;
    else stoppedAt += ms;
  };
  return {
    now,
    set(time) {
      stoppedAt = time;
    },
    advance,
    reach(time) {
      const missing = time - now();
      if (missing > 0) advance(missing);
    },
  };
}
