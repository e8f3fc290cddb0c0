import type { ChannelPort } from '../engine/tabs/tab-channel.ts';

export interface FakeAir {
  /** The channels of one more tab. */
  openTab(): FakeTabAir;
}

export interface FakeTabAir {
  openChannel(name: string): ChannelPort;
  /** Nobody hears this tab any more, and it hears nobody. */
  crash(): void;
}

/** BroadcastChannels for tabs in one process: every other open channel of the name hears, a moment later. */
export function createFakeAir(): FakeAir {
  type Listener = (event: { readonly data: unknown }) => void;
  const channels = new Set<{ readonly name: string; readonly listeners: Set<Listener> }>();
  return {
    openTab() {
      const own = new Set<() => void>();
      let isCrashed = false;
      return {
        openChannel(name) {
          const channel = { name, listeners: new Set<Listener>() };
          channels.add(channel);
          own.add(() => channels.delete(channel));
          return {
            postMessage(message) {
              if (isCrashed) return;
              if (!channels.has(channel)) throw new DOMException('closed', 'InvalidStateError');
              const data: unknown = structuredClone(message);
              for (const other of channels) {
                if (other === channel || other.name !== name) continue;
                queueMicrotask(() => {
                  if (!channels.has(other)) return;
                  for (const listener of other.listeners) listener({ data });
                });
              }
            },
            addEventListener: (_type, listener) => void channel.listeners.add(listener),
            close: () => void channels.delete(channel),
          };
        },
        crash() {
          isCrashed = true;
          for (const close of own) close();
        },
      };
    },
  };
}
