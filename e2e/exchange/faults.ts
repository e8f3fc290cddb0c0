import type { Connection } from './connection.ts';
import { frameOf, serverShutdownFrame } from './frame.ts';
import type { Hub } from './hub.ts';
import type { ReplyFaults } from './reply-faults.ts';
import { createReplyFaults } from './reply-faults.ts';
import type { RestFaults } from './rest-faults.ts';
import { createRestFaults } from './rest-faults.ts';
import type { UpgradeFaults } from './upgrade-faults.ts';
import { createUpgradeFaults } from './upgrade-faults.ts';

/** Everything that can be broken on command. Functions that send return how many clients got it. */
export interface Faults {
  /** Closes every connection with a close frame; returns how many. Codes as RFC 6455 allows. */
  closeAll(code?: number, reason?: string): number;
  /** Breaks every connection off without a close frame (clients see 1006); returns how many. */
  terminateAll(): number;
  /**
   * Leaves the connections open but mute: nothing is sent, nothing answered. New connections work,
   * unless `includesNew`. With `isDeaf` the server does not even read, so a client's close stays
   * unanswered too.
   */
  stall(options?: { readonly includesNew?: boolean; readonly isDeaf?: boolean }): number;
  unstall(): void;
  /** Sends nothing on these streams, to anyone, until `unsilence`. */
  silence(streams: readonly string[]): void;
  /** Lets these streams, or all, be heard again. */
  unsilence(streams?: readonly string[]): void;
  readonly upgrades: UpgradeFaults;
  readonly replies: ReplyFaults;
  readonly rest: RestFaults;
  /** Sends a text as it is to the subscribers of a stream, or to everyone. */
  sendRaw(text: string, stream?: string): number;
  /** Sends a payload as if it were an event of the stream, wrapped for `/stream` connections. */
  sendPayload(stream: string, payload: string): number;
  /** Sends the first half of the stream's last frame. */
  sendTruncated(stream: string): number;
  /** Sends the stream's last frame once more. */
  repeatLast(stream: string): number;
  /** Sends the frame `back` places before the stream's last one: an older event after a newer one. */
  sendOlder(stream: string, back?: number): number;
  /** Announces the end of the server to every connection; `eventTime` defaults to the market's. */
  serverShutdown(eventTime?: number): number;
  /** Takes back everything above that lasts. */
  clear(): void;
}

/** Faults together with what the server asks of them. */
export interface FaultDesk {
  readonly faults: Faults;
  /** To be called for each new connection. */
  onOpened(connection: Connection): void;
}

function half(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}

/** Creates the faults of a server; none at first. */
export function createFaults(hub: Hub, marketNow: () => number): FaultDesk {
  const upgrades = createUpgradeFaults();
  const replies = createReplyFaults();
  const rest = createRestFaults();
  let stallsNew: { readonly isDeaf: boolean } | undefined;

  const count = (send: (connection: Connection) => boolean): number =>
    [...hub.connections].filter(send).length;

  const recentFrame = (stream: string, back: number) => {
    const frames = hub.recent(stream);
    const frame = frames.at(-1 - back);
    if (frame === undefined) {
      throw new RangeError(
        `stream: "${stream}" has ${frames.length} frames to repeat, ${back + 1} are needed`,
      );
    }
    return frame;
  };

  const forEach = (act: (connection: Connection) => void): number =>
    count((connection) => {
      act(connection);
      return true;
    });

  const faults: Faults = {
    closeAll(code = 1001, reason = '') {
      if (code !== 1000 && (code < 1001 || code > 4999 || [1004, 1005, 1006].includes(code))) {
        throw new RangeError(
          `code: ${code} cannot be sent; allowed are 1000 to 1003, 1007 to 1014 and 3000 to 4999 (terminateAll makes a 1006)`,
        );
      }
      return forEach((connection) => connection.close(code, reason));
    },
    terminateAll: () => forEach((connection) => connection.terminate()),
    stall({ includesNew = false, isDeaf = false } = {}) {
      stallsNew = includesNew ? { isDeaf } : undefined;
      return forEach((connection) => connection.stall(isDeaf));
    },
    unstall() {
      stallsNew = undefined;
      forEach((connection) => connection.unstall());
    },
    silence(streams) {
      for (const stream of streams) hub.silenced.add(stream);
    },
    unsilence(streams = [...hub.silenced]) {
      for (const stream of streams) hub.silenced.delete(stream);
    },
    upgrades,
    replies,
    rest,
    sendRaw: (text, stream) =>
      count(
        (connection) =>
          (stream === undefined || connection.streams.has(stream)) && connection.sendText(text),
      ),
    sendPayload: (stream, payload) => hub.deliver(frameOf(stream, payload)),
    sendTruncated(stream) {
      const { raw, combined } = recentFrame(stream, 0);
      return hub.deliver({ stream, raw: half(raw), combined: half(combined) });
    },
    repeatLast: (stream) => hub.deliver(recentFrame(stream, 0)),
    sendOlder: (stream, back = 1) => hub.deliver(recentFrame(stream, back)),
    serverShutdown(eventTime = marketNow()) {
      const frame = serverShutdownFrame(eventTime);
      return count((connection) => connection.deliver(frame));
    },
    clear() {
      faults.unstall();
      faults.unsilence();
      upgrades.clear();
      replies.clear();
      rest.clear();
    },
  };

  return {
    faults,
    onOpened(connection) {
      if (stallsNew !== undefined) connection.stall(stallsNew.isDeaf);
    },
  };
}
