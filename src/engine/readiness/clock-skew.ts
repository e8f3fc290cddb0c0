import type { ClockSkew } from '../../protocol/readiness.ts';
import type { TimeAnswer } from './probe-rest.ts';

/**
 * How far our clock is from the exchange's. The exchange read its clock at some moment between
 * sending and receiving: the middle is taken, and half of the span is what that may be wrong by.
 */
export function clockSkew(answer: TimeAnswer): ClockSkew {
  const halfTripMs = roundTripMs(answer) / 2;
  return {
    skewMs: Math.round(answer.sentAt + halfTripMs - answer.serverTime),
    errorMs: Math.ceil(halfTripMs),
  };
}

/** The answer with the shortest round trip, whose time is known best. */
export function quickest<T extends TimeAnswer>(answers: readonly T[]): T | undefined {
  return answers.toSorted((a, b) => roundTripMs(a) - roundTripMs(b))[0];
}

/** Never below zero, also where the clock was set back meanwhile. */
export function roundTripMs({ sentAt, receivedAt }: TimeAnswer): number {
  return Math.max(0, receivedAt - sentAt);
}
