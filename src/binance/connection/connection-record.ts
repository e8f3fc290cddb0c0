/** What has happened to one connection so far: the part of its status that nothing decides on. */
import type { Clock } from '../ports.ts';
import type { LinkEnd } from './link-end.ts';
import type { Session } from './session.ts';
import type { CloseInfo, ConnectionPart } from './status.ts';

export type ConnectionHistory = Omit<
  ConnectionPart,
  'state' | 'endpoint' | 'endpointIndex' | 'attempts' | 'nextRetryAt'
>;

export interface ConnectionRecord {
  connected(): void;
  interrupted(): void;
  /** A link came into use by overlap. */
  rotated(): void;
  /** `lastFrameAt`: of the link that ended. */
  ended(end: LinkEnd, lastFrameAt: number | null): void;
  unreadable(): void;
  /** The next time that it connects is no reconnect: it was switched off meanwhile. */
  switchedOff(): void;
  history(current: Session | undefined, desired: number): ConnectionHistory;
}

export function createConnectionRecord(clock: Clock): ConnectionRecord {
  let wasConnected = false;
  let connectedSince: number | null = null;
  let reconnects = 0;
  let rotations = 0;
  let lastFrameAt: number | null = null;
  let lastClose: CloseInfo | null = null;
  let unreadableFrames = 0;

  return {
    connected() {
      if (wasConnected) reconnects++;
      wasConnected = true;
      connectedSince = clock.now();
    },
    interrupted() {
      connectedSince = null;
    },
    rotated() {
      rotations++;
    },
    ended({ code, reason, at }, frameAt) {
      lastClose = { code, reason, at };
      lastFrameAt = frameAt ?? lastFrameAt;
    },
    unreadable() {
      unreadableFrames++;
    },
    switchedOff() {
      wasConnected = false;
    },
    history: (current, desired) => ({
      connectedSince,
      streams: {
        desired,
        acknowledged: current?.acknowledged ?? 0,
        failed: current?.failedStreams() ?? [],
      },
      reconnects,
      rotations,
      lastFrameAt: current?.lastFrameAt ?? lastFrameAt,
      lastClose,
      unreadableFrames,
    }),
  };
}
