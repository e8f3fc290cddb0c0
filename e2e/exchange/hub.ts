import type { Connection } from './connection.ts';
import type { Frame } from './frame.ts';
import { frameOf } from './frame.ts';

/** Frames kept per stream, for duplicates and out-of-order events. */
const MAX_RECENT = 16;

/** Brings frames to the connections that are subscribed to them. */
export interface Hub {
  readonly connections: Set<Connection>;
  /** Streams that are kept silent; what is published to them is lost. */
  readonly silenced: Set<string>;
  /** Turns an event into a frame, remembers it, and sends it. */
  publish(stream: string, event: object): void;
  /** Sends a frame to the stream's subscribers; returns how many got it. */
  deliver(frame: Frame): number;
  /** The last frames published to a stream, oldest first. */
  recent(stream: string): readonly Frame[];
  /** Open connections that are subscribed to a stream. */
  subscribers(stream: string): Connection[];
}

/** Creates a hub without connections. */
export function createHub(): Hub {
  const connections = new Set<Connection>();
  const silenced = new Set<string>();
  const recentFrames = new Map<string, Frame[]>();

  const subscribers = (stream: string): Connection[] =>
    [...connections].filter((connection) => connection.streams.has(stream));

  const deliver = (frame: Frame): number => {
    if (silenced.has(frame.stream)) return 0;
    return subscribers(frame.stream).filter((connection) => connection.deliver(frame)).length;
  };

  return {
    connections,
    silenced,
    publish(stream, event) {
      const frame = frameOf(stream, JSON.stringify(event));
      const recent = recentFrames.get(stream) ?? [];
      recent.push(frame);
      if (recent.length > MAX_RECENT) recent.shift();
      recentFrames.set(stream, recent);
      deliver(frame);
    },
    deliver,
    recent: (stream) => recentFrames.get(stream) ?? [],
    subscribers,
  };
}
