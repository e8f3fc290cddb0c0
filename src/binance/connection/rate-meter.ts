/** Frames and bytes a second over the last few whole seconds; adding costs a few property writes. */
export interface RateMeter {
  add(bytes: number, at: number): void;
  rates(at: number): { readonly framesPerSecond: number; readonly bytesPerSecond: number };
  readonly totalFrames: number;
  readonly totalBytes: number;
}

const SECONDS = 4;
/** One more, for the second that is still filling. */
const SLOTS = SECONDS + 1;

export function createRateMeter(): RateMeter {
  const secondOf = new Float64Array(SLOTS).fill(-1);
  const frames = new Float64Array(SLOTS);
  const bytes = new Float64Array(SLOTS);
  let totalFrames = 0;
  let totalBytes = 0;

  return {
    add(length, at) {
      const second = Math.floor(at / 1000);
      const slot = second % SLOTS;
      if (secondOf[slot] !== second) {
        secondOf[slot] = second;
        frames[slot] = 0;
        bytes[slot] = 0;
      }
      frames[slot] = (frames[slot] ?? 0) + 1;
      bytes[slot] = (bytes[slot] ?? 0) + length;
      totalFrames++;
      totalBytes += length;
    },
    rates(at) {
      const current = Math.floor(at / 1000);
      let frameSum = 0;
      let byteSum = 0;
      for (let slot = 0; slot < SLOTS; slot++) {
        const age = current - (secondOf[slot] ?? -1);
        if (age < 1 || age > SECONDS) continue;
        frameSum += frames[slot] ?? 0;
        byteSum += bytes[slot] ?? 0;
      }
      return { framesPerSecond: frameSum / SECONDS, bytesPerSecond: byteSum / SECONDS };
    },
    get totalFrames() {
      return totalFrames;
    },
    get totalBytes() {
      return totalBytes;
    },
  };
}
