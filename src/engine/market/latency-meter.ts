const SAMPLES = 64;

/** Median of the last 64 latencies in milliseconds; adding one costs a single store. */
export function createLatencyMeter(): { add(latencyMs: number): void; median(): number | null } {
  const samples = new Float64Array(SAMPLES);
  let count = 0;
  return {
    add(latencyMs) {
      samples[count++ % SAMPLES] = latencyMs;
    },
    median() {
      if (count === 0) return null;
      const sorted = samples.slice(0, Math.min(count, SAMPLES)).toSorted();
      return sorted[sorted.length >> 1] ?? null;
    },
  };
}
