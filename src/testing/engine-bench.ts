import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createEngine } from '../engine/engine.ts';
import { openDatabase } from '../engine/store/database.ts';
import type { Command, EngineEvent, StartOptions } from '../protocol/messages.ts';
import { createFakeAir } from './fake-channel.ts';
import type { FakeAir } from './fake-channel.ts';
import { createFakeClock, settle } from './fake-clock.ts';
import type { FakeClock } from './fake-clock.ts';
import { createFakeLocks } from './fake-locks.ts';
import type { FakeLocks } from './fake-locks.ts';
import { createFakeRest, exchangeInfo } from './fake-rest.ts';
import type { FakeRest } from './fake-rest.ts';
import { createFakeSockets } from './fake-socket.ts';
import type { FakeSockets } from './fake-socket.ts';
import { FIRST_OPEN } from './market-events.ts';
import { klineRows } from './wire-frames.ts';

type EventOf<Type extends EngineEvent['type']> = Extract<EngineEvent, { type: Type }>;

/** A whole engine on a bench: time, sockets, REST and locks are driven by hand. */
export interface EngineBench {
  readonly clock: FakeClock;
  readonly sockets: FakeSockets;
  readonly rest: FakeRest;
  readonly events: EngineEvent[];
  send(command: Command): Promise<void>;
  of<Type extends EngineEvent['type']>(type: Type): EventOf<Type>[];
  last<Type extends EngineEvent['type']>(type: Type): EventOf<Type>;
  /** The server accepts the newest socket and acknowledges whatever is asked of it. */
  connect(): Promise<void>;
  receive(frame: string): Promise<void>;
  /** Lets the database, which no clock drives, do its work. */
  turn(): Promise<void>;
  /** The tab is gone, without a word: its lock is free and nobody hears it. Leave its clock alone. */
  crash(): Promise<void>;
}

export const START: StartOptions = {
  feed: 'exchange',
  local: null,
  symbols: ['BTCUSDT'],
  intervals: ['1h'],
};

/** Tabs of one browser share the database, the locks and the channels. */
export interface Browser {
  openTab(options?: { readonly time?: number; readonly build?: string }): EngineBench;
}

export function createBrowser(): Browser {
  globalThis.indexedDB = new IDBFactory();
  const locks = createFakeLocks();
  const air = createFakeAir();
  let tabs = 0;
  return {
    openTab: ({ time = FIRST_OPEN, build = 'this one' } = {}) =>
      createBench(createFakeClock(time), locks, air, `tab-${++tabs}`, build),
  };
}

function createBench(
  clock: FakeClock,
  locks: FakeLocks,
  air: FakeAir,
  tab: string,
  build: string,
): EngineBench {
  const ownLocks = locks.openTab();
  const ownAir = air.openTab();
  const sockets = createFakeSockets();
  const rest = createFakeRest();
  const events: EngineEvent[] = [];
  rest.answer('exchangeInfo', exchangeInfo({ BTCUSDT: 'TRADING', ETHUSDT: 'TRADING' }, FIRST_OPEN));
  rest.answer('klines', klineRows('1h', FIRST_OPEN, [100, 100, 100, 100]));
  rest.answer('ticker/24hr', []);
  const network = { openSocket: sockets.openSocket, httpGet: rest.httpGet, isOnline: () => true };
  const engine = createEngine({
    clock,
    random: () => 0.5,
    network,
    createDemoNetwork: () => network,
    openDatabase,
    locks: ownLocks,
    openChannel: ownAir.openChannel,
    build,
    tab,
    startOfDay: (time) => time - (time % 86_400_000),
    post: (event) => events.push(event),
  });
  /** fake-indexeddb works in macrotasks of its own, which no fake clock drives. */
  const turn = async (): Promise<void> => {
    for (let index = 0; index < 60; index++) {
      await new Promise((resolve) => setImmediate(resolve));
      await settle();
    }
  };
  const of = <Type extends EngineEvent['type']>(type: Type): EventOf<Type>[] =>
    events.filter((event): event is EventOf<Type> => event.type === type);
  let acknowledged = 0;
  return {
    clock,
    sockets,
    rest,
    events,
    of,
    turn,
    last(type) {
      const event = of(type).at(-1);
      if (!event) throw new Error(`no ${type} was posted`);
      return event;
    },
    async send(command) {
      engine.handle(command);
      await turn();
    },
    async connect() {
      const socket = sockets.last;
      socket.open();
      acknowledged = 0;
      for (let round = 0; round < 10; round++) {
        for (const text of socket.sent.slice(acknowledged)) {
          const { id } = JSON.parse(text) as { id: number };
          socket.receive(JSON.stringify({ result: null, id }));
          acknowledged++;
        }
        await clock.advanceAsync(300);
      }
      await turn();
    },
    async crash() {
      ownAir.crash();
      ownLocks.crash();
      await turn();
    },
    async receive(frame) {
      sockets.last.receive(frame);
      await clock.advanceAsync(20);
      await turn();
    },
  };
}
