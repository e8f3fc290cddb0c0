import type { ConnectionPart, ConnectionState } from './status.ts';

/** The worst first: the whole is only as well as its worst part. */
const WORST_FIRST: readonly ConnectionState[] = [
  'ERROR',
  'RECONNECTING',
  'CONNECTING',
  'DISCONNECTED',
  'CONNECTED',
];

export function mergeStates(states: readonly ConnectionState[]): ConnectionState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'DISCONNECTED';
}

/** Counts add up; times and reasons are those of the part that a person would ask about. */
export function mergeParts(parts: readonly ConnectionPart[]): ConnectionPart {
  const state = mergeStates(parts.map((part) => part.state));
  const isConnected = parts.every((part) => part.connectedSince !== null);
  const worst = parts.find((part) => part.state === state);
  return {
    state,
    endpoint: worst?.endpoint ?? null,
    endpointIndex: worst?.endpointIndex ?? 0,
    attempts: Math.max(0, ...parts.map((part) => part.attempts)),
    nextRetryAt: extreme(
      Math.min,
      parts.map((part) => part.nextRetryAt),
    ),
    connectedSince: isConnected
      ? extreme(
          Math.max,
          parts.map((part) => part.connectedSince),
        )
      : null,
    streams: {
      desired: sum(parts.map((part) => part.streams.desired)),
      acknowledged: sum(parts.map((part) => part.streams.acknowledged)),
      failed: parts.flatMap((part) => part.streams.failed),
    },
    lastFrameAt: extreme(
      Math.max,
      parts.map((part) => part.lastFrameAt),
    ),
    reconnects: sum(parts.map((part) => part.reconnects)),
    rotations: sum(parts.map((part) => part.rotations)),
    lastClose: parts
      .map((part) => part.lastClose)
      .reduce((latest, close) => ((close?.at ?? 0) > (latest?.at ?? 0) ? close : latest), null),
    unreadableFrames: sum(parts.map((part) => part.unreadableFrames)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function extreme(
  choose: (...numbers: number[]) => number,
  numbers: readonly (number | null)[],
): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length > 0 ? choose(...known) : null;
}
