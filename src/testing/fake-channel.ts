import type { ChannelPort } from '../engine/delivery/tab-channel.ts';

/** A BroadcastChannel for tabs in one process: every other open tab hears, a moment later. */
export function createFakeAir(): { openChannel(name: string): ChannelPort } {
  type Listener = (event: { readonly data: unknown }) => void;
  const tabs = new Set<{ readonly name: string; readonly listeners: Set<Listener> }>();
  return {
    openChannel(name) {
      const tab = { name, listeners: new Set<Listener>() };
      tabs.add(tab);
      return {
        postMessage(message) {
          if (!tabs.has(tab)) throw new DOMException('closed', 'InvalidStateError');
          const data: unknown = structuredClone(message);
          for (const other of tabs) {
            if (other === tab || other.name !== name) continue;
            queueMicrotask(() => {
              if (tabs.has(other)) for (const listener of other.listeners) listener({ data });
            });
          }
        },
        addEventListener: (_type, listener) => void tab.listeners.add(listener),
        close: () => void tabs.delete(tab),
      };
    },
  };
}
