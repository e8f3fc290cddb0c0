/** A run with faults at random times, which its seed alone decides. */
import type { Settings } from '../../protocol/settings.ts';
import { seededRandom } from '../candles.ts';
import { FAULTS } from './fault-catalogue.ts';
import type { Fault } from './fault-catalogue.ts';
import { minutes } from './price-course.ts';
import type { Span } from './price-course.ts';
import { createScene, SCENE_HOUR, SCENE_START } from './scene.ts';
import type { Scene } from './scene.ts';

export interface PlannedFault {
  /** After the start. */
  readonly atMs: number;
  readonly durationMs: number;
  readonly fault: Fault;
}

export interface Plan {
  readonly seed: number;
  readonly marketSeed: number;
  readonly holes: readonly Span[];
  readonly settings: Partial<Settings>;
  readonly faults: readonly PlannedFault[];
}

/** So many different markets: their candles are computed once. */
const MARKETS = 8;
const FAULTY_MS = minutes(15);
const MOST_FAULTS = 9;
/** When some of the markets stand still, and have no candles. */
const HOLE: Span = { from: SCENE_HOUR + minutes(7), to: SCENE_HOUR + minutes(10) };
/** Longer than any pause between two tries. */
const CALM_END_MS = minutes(8);
const SHORTEST_MS = 500;
const LONGEST_MS = minutes(4);

export function planFaults(seed: number): Plan {
  const random = seededRandom(seed * 104_729 + 3);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  const count = 1 + Math.floor(random() * MOST_FAULTS);
  const faults = Array.from({ length: count }, () => {
    const kind = pick([
      'stream',
      'stream',
      'rest',
      'rest',
      'computer',
      'tab',
      'tab',
      'disk',
    ] as const);
    const fault = pick<Fault>(FAULTS[kind]);
    // Most strike anywhere, some just when a candle closes and everything happens at once.
    const anywhere = minutes(1) + random() * (FAULTY_MS - minutes(1));
    const isAtClose = random() < 0.4;
    const sinceClose = (SCENE_START + anywhere) % minutes(1);
    const atMs = isAtClose ? anywhere - sinceClose + random() * 400 : anywhere;
    // Short ones are as likely as long ones.
    const durationMs = SHORTEST_MS * (LONGEST_MS / SHORTEST_MS) ** random();
    return { atMs: Math.round(atMs), durationMs: Math.round(durationMs), fault };
  }).toSorted((one, other) => one.atMs - other.atMs);
  return {
    seed,
    marketSeed: 1 + (seed % MARKETS),
    holes: seed % 4 === 0 ? [HOLE] : [],
    settings: {
      bufferSize: pick([50, 500]),
      queueSize: pick([10, 1000]),
      historySize: pick([10, 100]),
      heartbeatIntervalMs: pick([15_000, 30_000]),
    },
    faults,
  };
}

/** Runs the plan, lets everything heal, and stops when every symbol has just traded. */
export async function runPlan({ faults, ...options }: Plan): Promise<Scene> {
  const scene = createScene(options);
  const { line, browser } = scene;
  const lasting = new Set<() => void>();
  browser.openTab();
  for (const { atMs, durationMs, fault } of faults) {
    line.after(atMs, () => {
      const end = fault.begin(scene, durationMs);
      if (!end) return;
      lasting.add(end);
      line.after(durationMs, () => {
        if (lasting.delete(end)) end();
      });
    });
  }
  await line.runUntil(SCENE_START + FAULTY_MS);
  for (const end of lasting) end();
  lasting.clear();
  // A tab that was asked to close does so in a moment.
  await line.run(SHORTEST_MS);
  if (browser.tabs.length === 0) browser.openTab();
  await calmDown(scene);
  return scene;
}

/** Nothing goes wrong any more, until everything that can be known is known. */
export async function calmDown(scene: Scene): Promise<void> {
  await scene.line.run(CALM_END_MS);
  await settleMarket(scene);
}

/** Until the last closes of quiet symbols can be known: a candle is told of when trade goes on. */
async function settleMarket({ line, market, symbols }: Scene): Promise<void> {
  const isKnown = (): boolean => symbols.every((symbol) => market.hasTraded(symbol, line.now));
  await line.run(minutes(1) - (line.now % minutes(1)) + 45_000);
  while (!isKnown()) await line.run(minutes(1));
}

export function describePlan({ faults, ...options }: Plan): string {
  const lines = faults.map(({ atMs, durationMs, fault }) => {
    const at = new Date(SCENE_START + atMs).toISOString().slice(11, 23);
    return `  ${at} ${fault.name} (${(durationMs / 1000).toFixed(1)} s)`;
  });
  return [JSON.stringify(options), ...lines].join('\n');
}
