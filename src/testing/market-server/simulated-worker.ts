/** A worker with the engine, and the browser's own things within its reach. */
import { createEngine } from '../../engine/engine.ts';
import type { Command, EngineEvent, Ping, Pong } from '../../protocol/messages.ts';
import type { EngineWorker } from '../../ui/engine-supervisor.ts';
import type { Air } from './air.ts';
import type { Diary } from './diary.ts';
import type { LockDesk } from './lock-desk.ts';
import type { MarketServer } from './market-server.ts';
import type { MemoryDisk } from './memory-disk.ts';
import type { Process, TimeLine } from './time-line.ts';

export interface WorkerParts {
  readonly line: TimeLine;
  readonly server: MarketServer;
  readonly random: () => number;
  /** Tabs that run another are strangers. */
  readonly build: string;
  readonly isReachable: () => boolean;
  readonly isOnline: () => boolean;
  readonly startOfDay: (time: number) => number;
  readonly disk: MemoryDisk;
  readonly locks: LockDesk;
  readonly air: Air;
  readonly diary: Diary;
}

/** `page` gets what the engine posts; `tab` names the engine. */
export function openEngineWorker(
  parts: WorkerParts,
  page: Process,
  tab: string,
): { readonly worker: Process; readonly port: EngineWorker } {
  const { line, server, random, build, disk, locks, air, diary, startOfDay } = parts;
  const fail = (error: unknown): void =>
    void diary.failures.push(`${tab}: ${describeError(error)}`);
  const worker = line.openProcess(fail);
  const toPage = (data: EngineEvent | Pong): void =>
    page.receive(1, () => port.onmessage?.({ data } as MessageEvent<EngineEvent | Pong>));
  const { isReachable, isOnline } = parts;
  const network = { ...server.networkFor(worker, isReachable), isOnline };
  const engine = createEngine({
    clock: worker.clock,
    random,
    network,
    createDemoNetwork: () => network,
    openDatabase: (_name, onLost) => disk.open(worker, onLost),
    locks: locks.locksFor(worker),
    openChannel: air.channelsFor(worker),
    build,
    tab,
    startOfDay,
    post: (event) => {
      if (worker.isAlive) toPage(event);
    },
  });
  const port: EngineWorker = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage(message: Command | Ping) {
      worker.receive(1, () => {
        if (message.type === 'ping') toPage({ type: 'pong', id: message.id });
        else engine.handle(message);
      });
    },
    terminate: () => worker.kill(),
  };
  return { worker, port };
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
