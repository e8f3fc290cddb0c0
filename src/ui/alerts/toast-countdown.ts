/**
 * How long toasts stay. Time counts only while nothing holds it: a hidden page, a pointer or the
 * focus on the toasts. What was left when it was held is left when it is released.
 */
export interface CountdownPorts {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Returns what cancels it. */
  readonly setTimer: (run: () => void, delayMs: number) => () => void;
  readonly onElapsed: (ids: readonly string[]) => void;
}

export type HoldReason = 'hidden' | 'pointed' | 'focused';

export interface ToastCountdown {
  /** The toasts on screen: new ones start their time, known ones keep theirs, others are forgotten. */
  show(ids: readonly string[], durationMs: number): void;
  hold(reason: HoldReason): void;
  release(reason: HoldReason): void;
  stop(): void;
}

export function createToastCountdown(ports: CountdownPorts): ToastCountdown {
  const { now, setTimer, onElapsed } = ports;
  const remaining = new Map<string, number>();
  const holds = new Set<HoldReason>();
  let countedAt = now();
  let cancel = () => {};

  /** Takes what has passed since the last time off every toast, unless time is held. */
  const count = () => {
    const passed = holds.size > 0 ? 0 : now() - countedAt;
    countedAt = now();
    for (const [id, left] of remaining) remaining.set(id, left - passed);
  };
  const plan = () => {
    cancel();
    if (holds.size > 0 || remaining.size === 0) return;
    cancel = setTimer(elapse, Math.max(0, Math.min(...remaining.values())));
  };
  const elapse = () => {
    count();
    const elapsed = [...remaining].filter(([, left]) => left <= 0).map(([id]) => id);
    for (const id of elapsed) remaining.delete(id);
    plan();
    if (elapsed.length > 0) onElapsed(elapsed);
  };
  const change = (act: () => void) => {
    count();
    act();
    plan();
  };

  return {
    show: (ids, durationMs) =>
      change(() => {
        for (const id of remaining.keys()) if (!ids.includes(id)) remaining.delete(id);
        for (const id of ids) if (!remaining.has(id)) remaining.set(id, durationMs);
      }),
    hold: (reason) => change(() => holds.add(reason)),
    release: (reason) => change(() => holds.delete(reason)),
    stop: () => {
      cancel();
      remaining.clear();
    },
  };
}
