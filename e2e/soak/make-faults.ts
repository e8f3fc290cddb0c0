/** Faults of every kind, in four lanes that run beside each other. */
import type { BrowserContext } from '@playwright/test';
import type { Exchange } from '../exchange/exchange.ts';
import { createRandom } from '../exchange/random.ts';
import type { FastMarket } from './fast-market.ts';
import { runLane } from './fault.ts';
import type { SoakFault } from './fault.ts';
import { measureMemory } from './memory.ts';
import type { SoakOptions } from './options.ts';
import type { MemoryReading } from './memory-growth.ts';
import type { StruckFault } from './outcome.ts';
import { storedAlerts } from './stored-alerts.ts';
import { pageFaults } from './page-faults.ts';
import type { Phases } from './phases.ts';
import { restFaults } from './rest-faults.ts';
import { wait } from './settle.ts';
import { connectionFaults, frameFaults } from './stream-faults.ts';
import type { Tabs } from './tabs.ts';

/** Calm between two faults of a lane, ms. */
const PAUSES_MS = {
  connections: [1_000, 5_000],
  frames: [50, 400],
  rest: [3_000, 9_000],
  pages: [2_000, 6_000],
} as const;

export interface FaultParts {
  readonly options: SoakOptions;
  readonly exchange: Exchange;
  readonly context: BrowserContext;
  readonly tabs: Tabs;
  readonly market: FastMarket;
  readonly phases: Phases;
}

export interface FaultLog {
  readonly faults: StruckFault[];
  /** Measured while nothing was wrong with pages. */
  readonly memory: MemoryReading[];
}

/** Makes faults until the run is over, and adds to the log what it did and saw. */
export async function makeFaults(parts: FaultParts, log: FaultLog): Promise<void> {
  const { options, exchange, context, tabs, market, phases } = parts;
  const { seed, without, only } = options;
  const pause = (ms: number): Promise<void> => wait(exchange, ms);
  const isWanted = ({ kind }: SoakFault): boolean =>
    !without.includes(kind) && (only.length === 0 || only.includes(kind));

  const run = async (
    pauseMs: readonly [number, number],
    random: () => number,
    faults: readonly SoakFault[],
    onCalm?: () => Promise<void>,
  ): Promise<void> => {
    const wanted = faults.filter(isWanted);
    await runLane({
      faults: () => wanted.filter(({ endsEngine }) => phases.isRough() || endsEngine !== true),
      random,
      pauseMs,
      wait: pause,
      isOver: phases.isOver,
      onFault: (kind) => void log.faults.push({ kind, at: exchange.market.now() }),
      ...(onCalm ? { onCalm } : {}),
    });
  };

  const measure = async (): Promise<void> => {
    const [page] = tabs.pages;
    if (!page || !phases.isReadingDue()) return;
    const use = await measureMemory(context, page);
    log.memory.push({ ...use, alerts: (await storedAlerts(page)).length });
  };

  const ofConnections = createRandom(seed + 1);
  const ofFrames = createRandom(seed + 2);
  const ofRest = createRandom(seed + 3);
  const ofPages = createRandom(seed + 4);
  const pages = pageFaults({ tabs, context, exchange, market, random: ofPages, wait: pause });
  await Promise.all([
    run(PAUSES_MS.connections, ofConnections, connectionFaults(exchange, ofConnections, pause)),
    run(PAUSES_MS.frames, ofFrames, frameFaults(exchange, ofFrames)),
    run(PAUSES_MS.rest, ofRest, restFaults(exchange, ofRest, pause)),
    run(PAUSES_MS.pages, ofPages, pages, measure),
  ]);
}
