/** The engine's worker: wires the engine to the browser. */
import type { Command, EngineEvent, Ping, Pong } from '../protocol/messages.ts';
import { createDemoExchange } from '../demo/demo-exchange.ts';
import { createAllowedHosts } from './allowed-hosts.ts';
import { browserClock, browserLocks, createBrowserNetwork } from './browser-ports.ts';
import { createEngine } from './engine.ts';
import { openDatabase } from './store/database.ts';

declare const self: DedicatedWorkerGlobalScope;

// Synchronously and first: messages that come before there is a handler are lost.
self.onmessage = ({ data }: MessageEvent<Command | Ping>) => {
  if (data.type === 'ping') return self.postMessage({ type: 'pong', id: data.id } satisfies Pong);
  if (data.type === 'start') hosts.setLocal(data.options.local);
  engine.handle(data);
};

const hosts = createAllowedHosts();

/** What the page is shown of the settings is what the engine may connect to. */
function post(event: EngineEvent, transfer: readonly ArrayBuffer[]): void {
  if (event.type === 'engineStarted' || event.type === 'settingsChanged') {
    hosts.setSettings(event.settings);
  }
  self.postMessage(event, [...transfer]);
}

const engine = createEngine({
  clock: browserClock,
  random: Math.random,
  network: createBrowserNetwork(hosts, (faults) => post({ type: 'refused', faults }, [])),
  createDemoNetwork: () => ({
    ...createDemoExchange({ clock: browserClock }),
    isOnline: () => true,
  }),
  openDatabase,
  locks: 'locks' in navigator ? browserLocks : undefined,
  openChannel: 'BroadcastChannel' in self ? (name) => new BroadcastChannel(name) : undefined,
  // The bundler names a built file after its content.
  build: import.meta.url,
  tab: crypto.randomUUID(),
  startOfDay: (time) => new Date(time).setHours(0, 0, 0, 0),
  post,
});

/** A broken invariant: the page is told, whatever else happens. */
function fail(message: string): void {
  self.postMessage({ type: 'engineFailed', message });
}
self.addEventListener('error', ({ message }) => fail(message));
self.addEventListener('unhandledrejection', ({ reason }) => fail(String(reason)));
