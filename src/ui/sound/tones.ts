import type { Delivery } from '../../protocol/delivery.ts';

/** One stroke of the bell. */
export interface Stroke {
  /** Hz of the pitch that is heard. */
  readonly frequency: number;
  /** Seconds after the start of the tone. */
  readonly at: number;
  /** Seconds until it has died away. */
  readonly duration: number;
  /** 0 to 1: loudness. */
  readonly gain: number;
  /** 0 to 1: how much of the upper partials is heard. */
  readonly brightness: number;
}

const LOW = 587.33; // D5
const HIGH = 880; // A5
const NEUTRAL = 698.46; // F5
const STEP_S = 0.16;
const RING_S = 1.1;

/**
 * BUY rises, SELL falls, a summary strikes the same note twice. Strength (0 to 1) makes a tone a
 * little louder and brighter, never shrill: it says "look", not how much to trade.
 */
export function strokesFor(delivery: Delivery): readonly Stroke[] {
  if (delivery.type === 'summary') return pair(NEUTRAL, NEUTRAL, 0.5);
  const { signalType, strength } = delivery.alert;
  return signalType === 'BUY' ? pair(LOW, HIGH, strength) : pair(HIGH, LOW, strength);
}

/** What is heard when sound is turned on or unlocked. */
export const TEST_STROKES: readonly Stroke[] = pair(LOW, HIGH, 0.5);

function pair(first: number, second: number, strength: number): readonly Stroke[] {
  const kept = Math.min(1, Math.max(0, strength));
  const gain = 0.55 + 0.3 * kept;
  const brightness = 0.25 + 0.5 * kept;
  return [
    { frequency: first, at: 0, duration: RING_S * 0.7, gain, brightness },
    { frequency: second, at: STEP_S, duration: RING_S, gain, brightness },
  ];
}
