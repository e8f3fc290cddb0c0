/** Counts events in the window that ends now. Memory is bounded by the events in one window. */
export interface SlidingWindow {
  /** Notes an event and returns how many, this one included, lie within the window. */
  add(now: number): number;
}

/** Creates a window of `lengthMs`: an event exactly that old has left it. */
export function createSlidingWindow(lengthMs: number): SlidingWindow {
  let times: number[] = [];
  return {
    add(now) {
      times = times.filter((time) => now - time < lengthMs);
      times.push(now);
      return times.length;
    },
  };
}
