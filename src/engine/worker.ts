/** The engine's worker: wires the engine to the browser. */
import type { Command } from '../protocol/messages.ts';
import { createDemoExchange } from '../demo/demo-exchange.ts';
import { browserClock, browserHttpGet, openBrowserSocket } from './browser-ports.ts';
import { createEngine } from './engine.ts';
import { openDatabase } from './store/database.ts';

declare const self: DedicatedWorkerGlobalScope;

// Synchronously and first: messages that come before there is a handler are lost.
self.onmessage = ({ data }: MessageEvent<Command>) => engine.handle(data);

const engine = createEngine({
  clock: browserClock,
  random: Math.random,
  network: {
    openSocket: openBrowserSocket,
    httpGet: browserHttpGet,
    isOnline: () => navigator.onLine,
  },
  createDemoNetwork: () => ({
    ...createDemoExchange({ clock: browserClock }),
    isOnline: () => true,
  }),
  openDatabase,
  locks: navigator.locks,
  openChannel: 'BroadcastChannel' in self ? (name) => new BroadcastChannel(name) : undefined,
  startOfDay: (time) => new Date(time).setHours(0, 0, 0, 0),
  post: (event, transfer) => self.postMessage(event, [...transfer]),
});

/** A broken invariant: the page is told, whatever else happens. */
function fail(message: string): void {
  self.postMessage({ type: 'engineFailed', message });
}
self.addEventListener('error', ({ message }) => fail(message));
self.addEventListener('unhandledrejection', ({ reason }) => fail(String(reason)));
