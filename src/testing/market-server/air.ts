/** The BroadcastChannels of a simulated browser: every other open one of that name hears, in order. */
import type { ChannelPort, OpenChannel } from '../../engine/tabs/tab-channel.ts';
import type { Process } from './time-line.ts';

export interface Air {
  channelsFor(process: Process): OpenChannel;
}

interface Channel {
  readonly process: Process;
  readonly listeners: Set<(event: { readonly data: unknown }) => void>;
  isOpen: boolean;
}

const LATENCY_MS = 1;

export function createAir(): Air {
  const channels = new Map<string, Set<Channel>>();

  const open = (process: Process, name: string): ChannelPort => {
    const channel: Channel = { process, listeners: new Set(), isOpen: true };
    const named = channels.get(name) ?? new Set();
    channels.set(name, named.add(channel));
    const close = (): void => {
      channel.isOpen = false;
      named.delete(channel);
    };
    process.onKilled(close);
    return {
      postMessage(message) {
        if (!process.isAlive) return;
        if (!channel.isOpen) throw new DOMException('closed', 'InvalidStateError');
        for (const other of named) {
          if (other === channel) continue;
          const data: unknown = structuredClone(message);
          other.process.receive(LATENCY_MS, () => {
            if (other.isOpen) for (const listener of other.listeners) listener({ data });
          });
        }
      },
      addEventListener: (_type, listener) => void channel.listeners.add(listener),
      close,
    };
  };

  return { channelsFor: (process) => (name) => open(process, name) };
}
