import type { Stroke } from './tones.ts';

/**
 * Partials of a tuned bell over the pitch that is heard: hum, prime, tierce, quint, nominal and
 * one above (W. Hibbert, "The Quantification of Strike Pitch and Pitch Shifts in Church Bells").
 * `decay` is the share of the stroke's duration, `upper` marks those that brightness scales.
 */
const PARTIALS = [
  { ratio: 0.5, level: 0.25, decay: 1, upper: false },
  { ratio: 1, level: 1, decay: 0.9, upper: false },
  { ratio: 1.2, level: 0.35, decay: 0.6, upper: false },
  { ratio: 1.5, level: 0.2, decay: 0.5, upper: true },
  { ratio: 2, level: 0.6, decay: 0.4, upper: true },
  { ratio: 2.67, level: 0.3, decay: 0.25, upper: true },
] as const;

const LEVEL_SUM = PARTIALS.reduce((sum, { level }) => sum + level, 0);
const ATTACK_S = 0.004;
/** Exponential ramps cannot reach zero. */
const SILENCE = 0.0001;

/** Schedules strokes at `startAt` (seconds of the context's clock); needs no sound file. */
export function scheduleStrokes(
  output: AudioNode,
  strokes: readonly Stroke[],
  startAt: number,
): void {
  const { context } = output;
  for (const stroke of strokes) {
    for (const { ratio, level, decay, upper } of PARTIALS) {
      const share = (level / LEVEL_SUM) * (upper ? stroke.brightness : 1);
      const from = startAt + stroke.at;
      const until = from + stroke.duration * decay;
      const oscillator = context.createOscillator();
      oscillator.frequency.value = stroke.frequency * ratio;
      const envelope = context.createGain();
      envelope.gain.setValueAtTime(SILENCE, from);
      envelope.gain.exponentialRampToValueAtTime(stroke.gain * share, from + ATTACK_S);
      envelope.gain.exponentialRampToValueAtTime(SILENCE, until);
      oscillator.connect(envelope).connect(output);
      oscillator.start(from);
      oscillator.stop(until);
    }
  }
}
