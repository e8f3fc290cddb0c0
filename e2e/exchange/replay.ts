import type { Exchange } from './exchange.ts';
import type { RecordedFrame } from './recording.ts';
import type { RecordingSummary } from './recording-summary.ts';
import { summarizeRecording } from './recording-summary.ts';

/** How fast frames are sent. */
export interface ReplayOptions {
  /**
   * How many times faster than it was recorded; frames without a time follow at once. Left out,
   * everything goes out in one burst, pausing only for sockets that are full.
   */
  readonly speed?: number;
  /**
   * Who gets the frames: the streams' subscribers, or everyone, for a client that would choose other
   * streams of the same market than the recording holds (`trade` for `aggTrade`, say).
   */
  readonly audience?: 'subscribers' | 'everyone';
  /** Called before each frame, for a test that breaks something midway. */
  readonly beforeFrame?: (place: number) => void;
}

/** What was sent, and what a client that got all of it must have arrived at. */
export interface ReplayResult extends RecordingSummary {
  readonly frames: number;
  /** Sum over all frames of the clients that got them. */
  readonly deliveries: number;
}

/** Frames sent before waiting for the sockets to drain. */
const BURST = 200;

/**
 * Sends recorded frames verbatim, in their order.
 * The market does not learn of them: set its clock, symbols and candles beforehand if REST is to
 * agree (`market.setTime`, `addSymbol`, `setCandles`). Resolves when all has left.
 */
export async function replay(
  exchange: Pick<Exchange, 'hub' | 'timing'>,
  frames: readonly RecordedFrame[],
  { speed, audience = 'subscribers', beforeFrame }: ReplayOptions = {},
): Promise<ReplayResult> {
  const { hub, timing } = exchange;
  const drained = async (): Promise<void> => {
    await Promise.all([...hub.connections].map((connection) => connection.drained()));
  };
  const sendToAll = (frame: RecordedFrame): number =>
    [...hub.connections].filter((connection) => connection.deliver(frame)).length;
  const send = audience === 'everyone' ? sendToAll : hub.deliver;
  let deliveries = 0;
  let previous: number | null = null;
  for (const [place, frame] of frames.entries()) {
    if (speed !== undefined && previous !== null && frame.receivedAt !== null) {
      const ms = (frame.receivedAt - previous) / speed;
      // Pacing is sequential by nature.
      // oxlint-disable-next-line no-await-in-loop
      if (ms > 0) await new Promise<void>((resolve) => timing.after(ms, resolve));
    }
    previous = frame.receivedAt ?? previous;
    beforeFrame?.(place);
    deliveries += send(frame);
    // oxlint-disable-next-line no-await-in-loop
    if (place % BURST === BURST - 1) await drained();
  }
  await drained();
  return { ...summarizeRecording(frames), frames: frames.length, deliveries };
}
