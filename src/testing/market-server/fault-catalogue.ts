/**
 * Everything that may go wrong, each as something that begins and, where it lasts, ends. The numbers
 * come from the scene's own random source, so that a seed tells the whole story.
 */
import type { MarketServer } from './market-server.ts';
import type { RestFault } from './rest-faults.ts';
import type { Scene } from './scene.ts';
import type { SimulatedTab } from './simulated-tab.ts';

export interface Fault {
  readonly name: string;
  /** Answers how to end it; undefined for what is over at once. */
  begin(scene: Scene, durationMs: number): (() => void) | undefined;
}

/** Half of the streams, the same ones for every connection of a moment. */
export function halfOfStreams(salt: number): (stream: string) => boolean {
  return (stream) => {
    let sum = salt;
    for (let at = 0; at < stream.length; at++) sum = (sum * 31 + stream.charCodeAt(at)) % 997;
    return sum % 2 === 0;
  };
}

const once = (name: string, act: (scene: Scene) => void): Fault => ({
  name,
  begin(scene) {
    act(scene);
    return undefined;
  },
});

function setting<Key extends 'upgrades' | 'mangling' | 'lifetimeMs'>(
  name: string,
  key: Key,
  value: MarketServer[Key],
): Fault {
  return {
    name,
    begin({ server }) {
      const before = server[key];
      server[key] = value;
      return () => void (server[key] = before);
    },
  };
}

function restFault(name: string, make: (until: number) => RestFault): Fault {
  return {
    name,
    begin({ server, line }, durationMs) {
      const fault = make(line.now + durationMs);
      server.rest.fault = fault;
      return () => {
        if (server.rest.fault === fault) server.rest.fault = null;
      };
    },
  };
}

const dropAll = ({ server }: Scene, code: number): void => {
  for (const connection of server.connections) connection.drop(code);
};

const STREAM_FAULTS: readonly Fault[] = [
  once('clean close', (scene) => dropAll(scene, 1000)),
  once('going away', (scene) => dropAll(scene, 1001)),
  once('lost connection', (scene) => dropAll(scene, 1006)),
  once('silent stall', ({ server }) => {
    for (const connection of server.connections) connection.deafen();
  }),
  once('half of the streams silent', ({ server, random }) => {
    const isMuted = halfOfStreams(Math.floor(random() * 997));
    for (const connection of server.connections) connection.mute(isMuted);
  }),
  once('half of the streams forgotten', ({ server, random }) => {
    const isForgotten = halfOfStreams(Math.floor(random() * 997));
    for (const connection of server.connections) connection.forget(isForgotten);
  }),
  once('server shutdown', ({ server, random }) =>
    server.announceShutdown(1_000 + random() * 30_000),
  ),
  {
    name: 'flapping connection',
    begin(scene) {
      const { line, random } = scene;
      let next = { cancel: (): void => undefined };
      const flap = (): void => {
        dropAll(scene, 1006);
        next = line.after(1_000 + random() * 20_000, flap);
      };
      flap();
      return () => next.cancel();
    },
  },
  setting('short-lived connections', 'lifetimeMs', 150_000),
  setting('refused upgrades', 'upgrades', 'refuse'),
  setting('hanging upgrades', 'upgrades', 'hang'),
  setting('mangled frames', 'mangling', { duplicate: 0.2, delay: 0.2, longestDelayMs: 3_000 }),
  setting('very late frames', 'mangling', { duplicate: 0.05, delay: 0.1, longestDelayMs: 150_000 }),
];

const REST_FAULTS: readonly Fault[] = [
  restFault('REST 429', (until) => ({ kind: 'status', status: 429, until })),
  restFault('REST 418', (until) => ({ kind: 'status', status: 418, until })),
  restFault('REST 500', () => ({ kind: 'status', status: 500 })),
  restFault('REST times out', () => ({ kind: 'timeout' })),
  restFault('REST unreachable', () => ({ kind: 'unreachable' })),
  restFault('REST truncated', () => ({ kind: 'truncated' })),
  restFault('REST in disorder', () => ({ kind: 'disorder' })),
  {
    name: 'REST lags behind',
    begin({ server, random }) {
      server.rest.lagMs = 1_000 + random() * 25_000;
      return () => void (server.rest.lagMs = 0);
    },
  },
  {
    name: 'blocked by region',
    begin(scene) {
      const { server } = scene;
      server.upgrades = 'refuse';
      const fault: RestFault = { kind: 'status', status: 451 };
      server.rest.fault = fault;
      dropAll(scene, 1006);
      return () => {
        server.upgrades = 'accept';
        if (server.rest.fault === fault) server.rest.fault = null;
      };
    },
  },
];

const COMPUTER_FAULTS: readonly Fault[] = [
  once('clock back an hour', ({ line }) => line.setClock(line.clockErrorMs - 3_600_000)),
  once('clock forward an hour', ({ line }) => line.setClock(line.clockErrorMs + 3_600_000)),
  {
    name: 'offline',
    begin({ browser }) {
      browser.setOnline(false);
      return () => browser.setOnline(true);
    },
  },
  {
    name: 'sleep',
    begin({ browser, random }) {
      browser.sleep();
      const timers = random() < 0.5 ? 'late' : 'paused';
      const isTold = random() < 0.5;
      return () => browser.wake({ timers, isTold });
    },
  },
];

const anyTab = ({ browser, random }: Scene): SimulatedTab | undefined =>
  browser.tabs[Math.floor(random() * browser.tabs.length)];

const TAB_FAULTS: readonly Fault[] = [
  once('another tab', ({ browser, random }) => {
    if (browser.tabs.length < 3) browser.openTab({ isVisible: random() < 0.3 });
  }),
  once('a tab of the next build', ({ browser }) => {
    if (browser.tabs.length < 3) browser.openTab({ build: 'the next build' });
  }),
  once('page woken', (scene) => {
    const reasons = ['online', 'offline', 'resume', 'pageshow'] as const;
    const reason = reasons[Math.floor(scene.random() * reasons.length)] ?? 'online';
    anyTab(scene)?.tellPage({ type: 'wake', reason });
  }),
  once('asked to reconnect', (scene) => anyTab(scene)?.tellPage({ type: 'reconnect' })),
  once('shown or hidden', (scene) => {
    anyTab(scene)?.tellPage({ type: 'setVisibility', isVisible: scene.random() < 0.5 });
  }),
  {
    name: 'page left and gone back to',
    begin(scene) {
      const tab = anyTab(scene);
      tab?.leave();
      return () => tab?.comeBack();
    },
  },
  once('tab closed', (scene) => anyTab(scene)?.close()),
  once('tab killed', (scene) => anyTab(scene)?.kill()),
  once('worker crash', (scene) => {
    const how = scene.random() < 0.5 ? 'told' : 'silent';
    anyTab(scene)?.crashWorker(how);
  }),
  {
    name: 'all tabs closed',
    begin({ browser }) {
      for (const tab of browser.tabs) tab.close();
      return () => {
        if (browser.tabs.length === 0) browser.openTab();
      };
    },
  },
  {
    name: 'tab frozen',
    begin(scene) {
      const tab = anyTab(scene);
      tab?.freeze();
      return () => tab?.thaw();
    },
  },
];

export const DISK_STEPS = [
  'open',
  'alerts.get',
  'alerts.put',
  'alerts.getAll',
  'values.put',
  'values.get',
  'rules.getAll',
  'commit',
] as const;

const DISK_FAULTS: readonly Fault[] = [
  once('disk: database taken away', ({ browser }) => browser.disk.lose('taken away')),
  ...DISK_STEPS.flatMap((step) =>
    (['reject', 'hang'] as const).map((how) => ({
      name: `disk: ${step} ${how}s`,
      begin({ browser }: Scene) {
        browser.disk.fail(step, how);
        return () => browser.disk.repair();
      },
    })),
  ),
];

export const FAULTS = {
  stream: STREAM_FAULTS,
  rest: REST_FAULTS,
  computer: COMPUTER_FAULTS,
  tab: TAB_FAULTS,
  disk: DISK_FAULTS,
} as const;
