/** One tab: a page that rings, and its worker with the engine. */
import type { Command, EngineEvent, StartOptions } from '../../protocol/messages.ts';
import { deliveryIds } from '../../protocol/delivery.ts';
import type { ConnectionReport } from '../../protocol/health.ts';
import { createDeliver } from '../../ui/deliver.ts';
import { createEngineSupervisor } from '../../ui/engine-supervisor.ts';
import type { EngineWorker } from '../../ui/engine-supervisor.ts';
import { describeError, openEngineWorker } from './simulated-worker.ts';
import type { WorkerParts } from './simulated-worker.ts';
import type { Process } from './time-line.ts';

export interface SimulatedTab {
  readonly name: string;
  readonly isAlive: boolean;
  /** The newest event of each type. */
  last<Type extends EngineEvent['type']>(
    type: Type,
  ): Extract<EngineEvent, { type: Type }> | undefined;
  observe(listener: (event: EngineEvent) => void): () => void;
  send(command: Command): void;
  /** As `send`, also while the tab is frozen: the page gets it when it wakes. */
  tellPage(command: Command): void;
  /** `told`: the browser says so to the page; `silent`: the page has to notice. */
  crashWorker(how: 'told' | 'silent'): void;
  /** The user closes it. */
  close(): void;
  /** The browser ends it without a word: a crash, a discard. */
  kill(): void;
  /** The browser freezes the page with its worker, once no transaction is under way. */
  freeze(): void;
  thaw(): void;
  /** The user goes to another site: the page is kept, frozen, for going back to. */
  leave(): void;
  comeBack(): void;
  freezeNow(): void;
  thawNow(timers: 'late' | 'paused'): void;
  readonly isFrozen: boolean;
  readonly worker: Process | undefined;
}

export interface TabParts extends WorkerParts {
  readonly name: string;
  readonly options: StartOptions;
  readonly isVisible: boolean;
  readonly onGone: () => void;
}

/** The network of a frozen page is cut off after a while; what came until then waits for it. */
const FROZEN_NETWORK_MS = 20_000;
/** What a page that is left may still do. */
const LEAVING_MS = 5;
/** Until a notification is shown. */
const NOTIFYING_MS = 5;

export function openSimulatedTab(parts: TabParts): SimulatedTab {
  const { name, line, server, options, isVisible, disk, diary, onGone } = parts;
  const fail = (error: unknown): void =>
    void diary.failures.push(`${name}: ${describeError(error)}`);
  const page = line.openProcess(fail);
  const newest = new Map<string, EngineEvent>();
  const listeners = new Set<(event: EngineEvent) => void>();
  let current: { readonly worker: Process; readonly port: EngineWorker } | undefined;
  let workersOpened = 0;
  let wantsFreeze = false;

  const processes = (): Process[] => (current ? [page, current.worker] : [page]);

  const openWorker = (): EngineWorker => {
    const opened = openEngineWorker(parts, page, `${name}.${++workersOpened}`);
    current = opened;
    return opened.port;
  };

  const deliver = createDeliver({
    bell: { ring: () => 'rung' },
    notifier: {
      notify(delivery) {
        for (const id of deliveryIds(delivery)) {
          diary.rings.push({ id, tab: name, time: line.now, delivery });
        }
        return new Promise((resolve) =>
          page.receive(NOTIFYING_MS, () => resolve({ type: 'shown' })),
        );
      },
    },
    now: page.clock.now,
    confirm: (ids) => supervisor.send({ type: 'confirmDelivery', ids }),
  });

  const onEvent = (event: EngineEvent): void => {
    newest.set(event.type, event);
    for (const alert of alertsIn(event)) diary.alerts.set(alert.id, alert);
    if (event.type === 'deliveryDue') {
      const { delivery, until } = event;
      const isInTime = page.clock.now() < until;
      for (const id of isInTime ? deliveryIds(delivery) : []) {
        diary.due.push({ id, tab: name, time: line.now, delivery });
      }
      deliver(delivery, until);
    }
    for (const listener of listeners) listener(event);
    const { queueDepth = 0 } = connectionIn(event) ?? {};
    diary.mostQueued = Math.max(diary.mostQueued, queueDepth);
  };

  const supervisor = createEngineSupervisor({
    open: openWorker,
    clock: { now: () => line.now, setTimer: (callback, ms) => page.clock.setTimer(callback, ms) },
    begin: () => [{ type: 'start', options, isVisible }],
    onEvent,
    onLoss: ({ fault, reason }) => {
      if (fault === 'failed') diary.failures.push(`${name}: the engine failed: ${reason}`);
    },
    onDropped: ({ type }) => void diary.failures.push(`${name}: ${type} was dropped`),
  });

  const noteEnd = (): void => void diary.ends.push({ tab: name, time: line.now });
  const end = (): void => {
    noteEnd();
    current?.worker.kill();
    page.kill();
    onGone();
  };

  const connectionsOfTab = () =>
    server.connections.filter(({ process }) => process === current?.worker);

  const freezeNow = (): void => {
    noteEnd();
    for (const process of processes()) process.freeze();
  };
  const thawNow = (timers: 'late' | 'paused'): void => {
    for (const process of processes()) process.thaw(timers);
  };

  const freezeWhenIdle = (): void => {
    if (!wantsFreeze || !page.isAlive || page.isFrozen) return;
    if (processes().some((process) => disk.isBusy(process))) {
      line.after(1, freezeWhenIdle);
      return;
    }
    freezeNow();
    const connections = connectionsOfTab();
    line.after(FROZEN_NETWORK_MS, () => {
      if (page.isFrozen) for (const connection of connections) connection.deafen();
    });
  };

  const tellPage = (command: Command): void => page.receive(1, () => supervisor.send(command));

  return {
    name,
    get isAlive() {
      return page.isAlive;
    },
    get isFrozen() {
      return page.isFrozen;
    },
    get worker() {
      return current?.worker;
    },
    last: <Type extends EngineEvent['type']>(type: Type) =>
      newest.get(type) as Extract<EngineEvent, { type: Type }> | undefined,
    observe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: (command) => supervisor.send(command),
    tellPage,
    crashWorker(how) {
      noteEnd();
      const crashed = current;
      crashed?.worker.kill();
      if (how === 'silent') return;
      const event = { message: 'out of memory' } as ErrorEvent;
      page.receive(1, () => crashed?.port.onerror?.(event));
    },
    close() {
      supervisor.send({ type: 'leave' });
      line.after(LEAVING_MS, end);
    },
    kill: end,
    freeze() {
      wantsFreeze = true;
      freezeWhenIdle();
    },
    thaw() {
      wantsFreeze = false;
      if (!page.isFrozen) return;
      for (const connection of connectionsOfTab()) connection.breakOff();
      thawNow('late');
      tellPage({ type: 'wake', reason: 'resume' });
    },
    leave() {
      wantsFreeze = true;
      tellPage({ type: 'leave' });
      line.after(LEAVING_MS, freezeWhenIdle);
    },
    comeBack() {
      wantsFreeze = false;
      if (page.isFrozen) thawNow('late');
      tellPage({ type: 'return' });
      tellPage({ type: 'wake', reason: 'pageshow' });
    },
    freezeNow,
    thawNow,
  };
}

function alertsIn(event: EngineEvent) {
  const isTelling =
    event.type === 'engineStarted' ||
    event.type === 'alertsChanged' ||
    event.type === 'historyLoaded';
  return isTelling ? event.alerts : [];
}

function connectionIn(event: EngineEvent): ConnectionReport | undefined {
  if (event.type === 'healthChanged') return event.health.connection;
  return event.type === 'connectionChanged' ? event.connection : undefined;
}
