/**
 * Memory of the engine's worker and of the page after a garbage collection, and how it grows over an hour
 * of the market.
 */
import { atMost, median } from '../row.ts';
import type { Row, Tools } from '../row.ts';
import { startFeed } from './feed.ts';
import { stillHistory } from './market.ts';
import { openAppScene, openPageScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { pause } from './wait.ts';

const WATCHED = 100;
/** An hour in 36 seconds: every candle of it is opened, changed and closed. */
const SPEED = 100;
const HOUR_MS = 3_600_000;
/** What is made once is made by then, most of what the browser compiles included. */
const WARM_UP_MS = 5_400_000;
const READINGS = 3;
const MEBIBYTE = 2 ** 20;
/** The browser collects when it finds the time. */
const PATIENCE_MS = 180_000;

interface MemoryUse {
  readonly worker: number;
  readonly page: number;
}

export const memoryRow: Row = {
  name: 'memory',
  place: 'browser',
  async measure(tools) {
    const [empty, { start, middle, end }] = await Promise.all([
      emptyPage(tools),
      overAnHour(tools),
    ]);
    const growth = (part: keyof MemoryUse): number[] => [100 * (end[part] / start[part] - 1)];
    const course = (part: keyof MemoryUse): string =>
      `${[start, middle, end].map((use) => mebibytes(use[part])).join(' → ')} MiB`;
    const mebibytes = (bytes: number): string => (bytes / MEBIBYTE).toFixed(1);
    return [
      {
        what: 'worker, 100 symbols × 2 intervals × 500 candles',
        rounds: [start.worker / MEBIBYTE],
        unit: 'MiB',
        target: atMost(12),
      },
      {
        what: 'page above an empty Preact page',
        rounds: [(start.page - empty.page) / MEBIBYTE],
        unit: 'MiB',
        target: atMost(12),
        note: `${mebibytes(start.page)} − ${mebibytes(empty.page)} MiB`,
      },
      {
        what: 'growth of the worker in an hour',
        rounds: growth('worker'),
        unit: '%',
        target: atMost(2),
        note: course('worker'),
      },
      {
        what: 'growth of the page in an hour',
        rounds: growth('page'),
        unit: '%',
        target: atMost(2),
        note: course('page'),
      },
    ];
  },
};

async function emptyPage(tools: Tools): Promise<MemoryUse> {
  const scene = await openPageScene(tools, 'empty-preact', 1, 'memory', true);
  try {
    return await memoryOf(scene);
  } finally {
    await scene.close();
  }
}

async function overAnHour(tools: Tools): Promise<Record<'start' | 'middle' | 'end', MemoryUse>> {
  const options = {
    listed: WATCHED,
    watched: WATCHED,
    intervals: '1m,5m',
    probe: 'memory',
    isIsolated: true,
  };
  const scene = await openAppScene(tools, options, (rest) => stillHistory(rest, ['1m', '5m']));
  // Alerts would be what grows: the page keeps up to 10,000 of them for its history.
  const rates = {
    ticksPerSecond: 500,
    hasOthers: true,
    listed: WATCHED,
    speed: SPEED,
    isStill: true,
  };
  const feed = startFeed(scene.pump, rates);
  try {
    await pause(WARM_UP_MS / SPEED);
    const start = await memoryOf(scene);
    await pause(HOUR_MS / SPEED / 2);
    const middle = await memoryOf(scene);
    await pause(HOUR_MS / SPEED / 2);
    return { start, middle, end: await memoryOf(scene) };
  } finally {
    feed.stop();
    await scene.close();
  }
}

/** The median of some readings: between two of them the browser has compiled something, or thrown it away. */
async function memoryOf({ host }: Scene): Promise<MemoryUse> {
  const readings: MemoryUse[] = [];
  for (let count = 0; count < READINGS; count++) {
    host.command('memory');
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    readings.push(await host.report<MemoryUse>('memory', PATIENCE_MS));
  }
  const of = (part: keyof MemoryUse): number => median(readings.map((use) => use[part]));
  return { worker: of('worker'), page: of('page') };
}
