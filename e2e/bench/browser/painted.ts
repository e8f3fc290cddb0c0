/** From the exchange's send to the painted text, and what the page's main thread does for it. */
import { atLeast, atMost, median, percentile } from '../row.ts';
import type { Measured, Row, Tools } from '../row.ts';
import { mainThread } from './chromium.ts';
import { startFeed } from './feed.ts';
import type { SentTrade } from './feed.ts';
import { sequenceOf } from './market.ts';
import { openAppScene, openPageScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { pause, waitUntil } from './wait.ts';

const WATCHED = 400;
const FRAME_MS = 1000 / 60;
const WARM_UP_MS = 1_500;
const MEASURED_MS = 3_000;
/** What was sent at the very end may not have been painted yet. */
const TAIL_MS = 500;

export const paintedRow: Row = {
  name: 'painted',
  place: 'browser',
  async measure(tools) {
    const ours: Latency[] = [];
    const polled: Latency[] = [];
    const app = await openApp(tools);
    const page = await openPolling(tools);
    try {
      for (let round = 0; round < tools.rounds; round++) {
        // Pairwise: one right after the other, while the other page is idle.
        // oxlint-disable-next-line no-await-in-loop
        ours.push(await latency(app, 1_000));
        // oxlint-disable-next-line no-await-in-loop
        polled.push(await latency(page, 1_000));
      }
    } finally {
      await app.close();
      await page.close();
    }
    const note = `${shown(ours)}; polling ${shown(polled)}`;
    const ratios = (pick: (one: Latency) => number): number[] =>
      ours.map((one, round) => pick(polled[round] ?? one) / pick(one));
    return [
      {
        what: 'send → painted, 1,000 frames/s: p50',
        ...inFrames(ours, 'p50'),
        target: atMost(1),
        note,
      },
      { what: 'send → painted, 1,000 frames/s: p99', ...inFrames(ours, 'p99'), target: atMost(2) },
      {
        what: 'polling : app, p50',
        rounds: ratios(({ p50 }) => p50),
        unit: '×',
        target: atLeast(6),
      },
      {
        what: 'polling : app, p99',
        rounds: ratios(({ p99 }) => p99),
        unit: '×',
        target: atLeast(5),
      },
    ];
  },
};

export const floodedRow: Row = {
  name: 'painted-10000',
  place: 'browser',
  async measure(tools) {
    const rounds: Latency[] = [];
    const app = await openApp(tools);
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (let round = 0; round < tools.rounds; round++) rounds.push(await latency(app, 10_000));
    } finally {
      await app.close();
    }
    return [
      {
        what: 'send → painted, 10,000 frames/s: p50',
        ...inFrames(rounds, 'p50'),
        target: atMost(1.2),
        note: shown(rounds),
      },
      {
        what: 'send → painted, 10,000 frames/s: p99',
        ...inFrames(rounds, 'p99'),
        target: atMost(3),
      },
      {
        what: 'late frames at 10,000 frames/s',
        rounds: rounds.map(({ late }) => late * 100),
        unit: '%',
        target: atMost(1),
      },
    ];
  },
};

export const mainThreadRow: Row = {
  name: 'main-thread',
  place: 'browser',
  async measure(tools) {
    const app = await openAppScene(tools, { listed: WATCHED, watched: WATCHED, intervals: '1h' });
    const shares: number[] = [];
    try {
      const feed = startFeed(app.pump, { ticksPerSecond: 1_000, hasOthers: true, listed: WATCHED });
      await pause(WARM_UP_MS);
      for (let round = 0; round < tools.rounds; round++) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const used = await app.browser.useDuring(() => pause(MEASURED_MS));
        shares.push((100 * mainThread(used).ms) / MEASURED_MS);
      }
      feed.stop();
    } finally {
      await app.close();
    }
    return [
      {
        what: 'main thread, 400 symbols, 1,000 frames/s',
        rounds: shares,
        unit: '%',
        target: atMost(20),
      },
    ];
  },
};

function openApp(tools: Tools): Promise<Scene> {
  const options = { listed: WATCHED, watched: WATCHED, intervals: '1h', probe: 'painted' };
  return openAppScene(tools, options);
}

async function openPolling(tools: Tools): Promise<Scene> {
  const scene = await openPageScene(tools, 'polling', WATCHED, 'painted');
  await waitUntil('the polling page listens', () => scene.pump.subscriptions.size > 0);
  return scene;
}

interface Latency {
  readonly p50: number;
  readonly p99: number;
  /** Share of the frames that were not displayed in time. */
  readonly late: number;
}

interface Report {
  readonly painted: readonly (readonly [symbol: string, text: string, at: number])[];
  readonly frames: readonly number[];
}

async function latency({ pump, host }: Scene, ticksPerSecond: number): Promise<Latency> {
  const feed = startFeed(pump, { ticksPerSecond, hasOthers: true, listed: WATCHED });
  host.command('watch');
  await pause(WARM_UP_MS);
  const from = performance.timeOrigin + performance.now();
  await pause(MEASURED_MS + TAIL_MS);
  feed.stop();
  host.command('painted');
  const { painted, frames } = await host.report<Report>('painted');
  const sent = feed.trades.filter(({ at }) => at >= from && at < from + MEASURED_MS);
  const ms = latencies(sent, painted);
  if (ms.length < 100) throw new Error(`only ${ms.length} of ${sent.length} trades were painted`);
  return { p50: percentile(ms, 0.5), p99: percentile(ms, 0.99), late: lateShare(frames) };
}

/** A trade is painted when its price, or that of a later trade of its symbol, is. */
function latencies(sent: readonly SentTrade[], painted: Report['painted']): number[] {
  const bySymbol = new Map<string, { sequence: number; at: number }[]>();
  for (const [symbol, text, at] of painted) {
    const all = bySymbol.get(symbol) ?? [];
    all.push({ sequence: sequenceOf(text), at });
    bySymbol.set(symbol, all);
  }
  const places = new Map<string, number>();
  return sent.flatMap(({ symbol, sequence, at }) => {
    const paints = bySymbol.get(symbol) ?? [];
    let place = places.get(symbol) ?? 0;
    while ((paints[place]?.sequence ?? Infinity) < sequence) place += 1;
    places.set(symbol, place);
    const paint = paints[place];
    return paint === undefined ? [] : [paint.at - at];
  });
}

function lateShare(frames: readonly number[]): number {
  let late = 0;
  for (const [index, time] of frames.entries()) {
    const before = frames[index - 1];
    if (before !== undefined) late += Math.max(0, Math.round((time - before) / FRAME_MS) - 1);
  }
  return late / (frames.length + late);
}

function inFrames(
  rounds: readonly Latency[],
  which: 'p50' | 'p99',
): Pick<Measured, 'rounds' | 'unit'> {
  return { rounds: rounds.map((round) => round[which] / FRAME_MS), unit: 'frames' };
}

function shown(rounds: readonly Latency[]): string {
  const p50 = median(rounds.map((round) => round.p50));
  const p99 = median(rounds.map((round) => round.p99));
  return `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`;
}
