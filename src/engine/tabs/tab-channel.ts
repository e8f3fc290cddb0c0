/**
 * What tabs of one browser say to each other: one tab leads, the others show what it tells them.
 *
 * Only tabs that run the very same build believe each other's messages: then the types cannot lie.
 * Of another build only the sign of life is heard.
 */
import type { EngineEvent } from '../../protocol/messages.ts';
import type { RunningCommand } from '../running-engine.ts';

/** The part of the BroadcastChannel API that is needed. */
export interface ChannelPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

export type OpenChannel = (name: string) => ChannelPort;

export type TabMessage =
  /** The leader is alive; once it serves, others may say `hello`. */
  | { readonly kind: 'beat'; readonly from: string; readonly isServing: boolean }
  /** A page wants to be shown what the leader sees. */
  | { readonly kind: 'hello'; readonly from: string; readonly isVisible: boolean }
  | { readonly kind: 'alive'; readonly from: string }
  | { readonly kind: 'bye'; readonly from: string }
  /** The leader has not heard a follower for long, or never: it has to say `hello`. */
  | { readonly kind: 'unknown'; readonly to: string }
  | {
      readonly kind: 'command';
      readonly from: string;
      readonly number: number;
      readonly command: RunningCommand;
    }
  /** The leader has carried out a follower's commands up to this one. */
  | { readonly kind: 'done'; readonly to: string; readonly number: number };

export interface TabChannel {
  tell(message: TabMessage): void;
  close(): void;
}

interface Envelope<Content> {
  readonly build: string;
  readonly content: Content;
}

export function openTabChannel(options: {
  readonly open: OpenChannel;
  readonly name: string;
  readonly build: string;
  readonly onMessage: (message: TabMessage) => void;
  /** A tab of another build leads. */
  readonly onStranger: () => void;
}): TabChannel {
  const { open, name, build, onMessage, onStranger } = options;
  const channel = open(name);
  channel.addEventListener('message', ({ data }) => {
    const message = openEnvelope<TabMessage>(data, build);
    if (message) onMessage(message);
    else if (isStrangersBeat(data)) onStranger();
  });
  return {
    tell: (content) => channel.postMessage({ build, content } satisfies Envelope<TabMessage>),
    close: () => channel.close(),
  };
}

/**
 * From the leader to one follower, on a channel of its own so that no other has to read it. An answer
 * that comes after it was closed is for nobody: the browser would throw, and end the engine of all.
 */
export function openEventSender(
  open: OpenChannel,
  name: string,
  build: string,
): { send(event: EngineEvent): void; close(): void } {
  let channel: ChannelPort | undefined = open(name);
  return {
    send: (content) => channel?.postMessage({ build, content } satisfies Envelope<EngineEvent>),
    close() {
      channel?.close();
      channel = undefined;
    },
  };
}

export function openEventReceiver(
  open: OpenChannel,
  name: string,
  build: string,
  onEvent: (event: EngineEvent) => void,
): { close(): void } {
  const channel = open(name);
  channel.addEventListener('message', ({ data }) => {
    const event = openEnvelope<EngineEvent>(data, build);
    if (event) onEvent(event);
  });
  return channel;
}

/** Name of the channel on which a follower is told. */
export function eventChannelName(name: string, tab: string): string {
  return `${name}:${tab}`;
}

function openEnvelope<Content>(data: unknown, build: string): Content | undefined {
  return isEnvelope(data) && data.build === build ? (data.content as Content) : undefined;
}

function isStrangersBeat(data: unknown): boolean {
  if (!isEnvelope(data)) return false;
  const { content } = data;
  return (
    typeof content === 'object' && content !== null && 'kind' in content && content.kind === 'beat'
  );
}

function isEnvelope(data: unknown): data is Envelope<unknown> {
  return typeof data === 'object' && data !== null && 'build' in data && 'content' in data;
}
