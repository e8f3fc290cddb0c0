/** From the exchange's send to the painted text, and what the page's main thread does for it. */
import { atLeast, atMost, median, percentile } from '../row.ts';
import type { Measured, Row, Target, Tools } from '../row.ts';
import { mainThread } from './chromium.ts';
import { startFeed } from './feed.ts';
import type { FeedRates, SentTrade } from './feed.ts';
import { sequenceOf } from './market.ts';
import { openAppScene, openPageScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { pause, waitUntil } from './wait.ts';

const WATCHED = 400;
const FRAME_MS = 1000 / 60;
const WARM_UP_MS = 1_000;
/** Of which a share of a core is measured. */
const SHARE_MS = 2_000;
/** What was sent at the very end may not have been painted yet. */
const TAIL_MS = 500;

/** Trades and best bids and asks, and for how long they are watched. */
interface Load {
  readonly ticksPerSecond: number;
  /** Of the whole watchlist, of which only what is subscribed is sent; else all of rows in view. */
  readonly isOfList: boolean;
  readonly measuredMs: number;
}

/** Of which the rows in view have a few dozen: enough of them for a percentile take longer. */
const LIST: Load = { ticksPerSecond: 1_000, isOfList: true, measuredMs: 3_500 };
/** The polling page subscribes to all of the list, and so gets all. */
const WHOLE_LIST: Load = { ...LIST, measuredMs: 2_000 };
const FAST_LIST: Load = { ticksPerSecond: 10_000, isOfList: true, measuredMs: 2_000 };
const IN_VIEW: Load = { ticksPerSecond: 1_000, isOfList: false, measuredMs: 2_000 };
const FAST_IN_VIEW: Load = { ticksPerSecond: 10_000, isOfList: false, measuredMs: 2_000 };

/** For percentiles to say something. */
const LEAST_TRADES = 50;

const P50_FRAMES = atMost(1);
const P99_FRAMES = atMost(2);
const FAST_P50_FRAMES = atMost(1.2);
const FAST_P99_FRAMES = atMost(3);
const LATE_PERCENT = atMost(1);

export const paintedRow: Row = {
  name: 'painted',
  place: 'browser',
  async measure(tools) {
    const list: Latency[] = [];
    const fastList: Latency[] = [];
    const inView: Latency[] = [];
    const fastInView: Latency[] = [];
    const polled: Latency[] = [];
    const options = { listed: WATCHED, watched: WATCHED, intervals: '1h', probe: 'painted' };
    const [app, page] = await Promise.all([openAppScene(tools, options), openPolling(tools)]);
    /* oxlint-disable no-await-in-loop -- pairwise: one right after the other, while the other page is idle */
    try {
      for (let round = 0; round < tools.rounds; round++) {
        list.push(await latency(app, LIST));
        polled.push(await latency(page, WHOLE_LIST));
        inView.push(await latency(app, IN_VIEW));
        fastList.push(await latency(app, FAST_LIST));
        fastInView.push(await latency(app, FAST_IN_VIEW));
      }
    } finally {
      await app.close();
      await page.close();
    }
    /* oxlint-enable no-await-in-loop */
    const ratios = (ours: readonly Latency[], pick: Percentile): number[] =>
      ours.map((one, round) => (polled[round]?.[pick] ?? Number.NaN) / one[pick]);
    const faster = (ours: readonly Latency[], of: string): readonly Measured[] => [
      {
        what: `polling : app, p50${of}`,
        rounds: ratios(ours, 'p50'),
        unit: '×',
        target: atLeast(6),
      },
      {
        what: `polling : app, p99${of}`,
        rounds: ratios(ours, 'p99'),
        unit: '×',
        target: atLeast(5),
      },
    ];
    const note = `polling ${shown(polled)}`;
    return [
      ...delays(list, '1,000 frames/s', P50_FRAMES, P99_FRAMES, note),
      ...faster(list, ''),
      ...delays(fastList, '10,000 frames/s', FAST_P50_FRAMES, FAST_P99_FRAMES),
      lateFrames(fastList, '10,000 frames/s'),
      ...delays(inView, '1,000 frames/s in view', P50_FRAMES, P99_FRAMES),
      ...faster(inView, ', all in view'),
      ...delays(fastInView, '10,000 frames/s in view', FAST_P50_FRAMES, FAST_P99_FRAMES),
      lateFrames(fastInView, '10,000 frames/s in view'),
    ];
  },
};

export const mainThreadRow: Row = {
  name: 'main-thread',
  place: 'browser',
  async measure(tools) {
    const app = await openAppScene(tools, { listed: WATCHED, watched: WATCHED, intervals: '1h' });
    /* oxlint-disable no-await-in-loop -- one after the other */
    const sharesWith = async (load: Load): Promise<number[]> => {
      const feed = startFeed(app.pump, ratesOf(load));
      const shares: number[] = [];
      await pause(WARM_UP_MS);
      for (let round = 0; round < tools.rounds; round++) {
        const used = await app.browser.useDuring(() => pause(SHARE_MS));
        shares.push((100 * mainThread(used).ms) / SHARE_MS);
      }
      feed.stop();
      return shares;
    };
    /* oxlint-enable no-await-in-loop */
    const target = atMost(20);
    try {
      const what = 'main thread, 400 symbols, 1,000 frames/s';
      return [
        { what, rounds: await sharesWith(LIST), unit: '%', target },
        { what: `${what} in view`, rounds: await sharesWith(IN_VIEW), unit: '%', target },
      ];
    } finally {
      await app.close();
    }
  },
};

async function openPolling(tools: Tools): Promise<Scene> {
  const scene = await openPageScene(tools, 'polling', WATCHED, 'painted');
  await waitUntil('the polling page listens', () => scene.pump.subscriptions.size > 0);
  return scene;
}

function ratesOf({ ticksPerSecond, isOfList }: Load): FeedRates {
  const rates = { ticksPerSecond, hasOthers: true, listed: WATCHED };
  return isOfList ? { ...rates, sharedBy: WATCHED } : rates;
}

type Percentile = 'p50' | 'p99';

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

async function latency({ pump, host }: Scene, load: Load): Promise<Latency> {
  const { measuredMs } = load;
  const feed = startFeed(pump, ratesOf(load));
  host.command('watch');
  await pause(WARM_UP_MS);
  const from = performance.timeOrigin + performance.now();
  await pause(measuredMs + TAIL_MS);
  feed.stop();
  host.command('painted');
  const { painted, frames } = await host.report<Report>('painted');
  const sent = feed.trades.filter(({ at }) => at >= from && at < from + measuredMs);
  const ms = latencies(sent, painted);
  if (ms.length < LEAST_TRADES)
    throw new Error(`only ${ms.length} of ${sent.length} trades were painted`);
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

function delays(
  rounds: readonly Latency[],
  load: string,
  p50: Target,
  p99: Target,
  note?: string,
): readonly Measured[] {
  const line = (pick: Percentile, target: Target): Measured => ({
    what: `send → painted, ${load}: ${pick}`,
    rounds: rounds.map((round) => round[pick] / FRAME_MS),
    unit: 'frames',
    target,
  });
  const figures = note === undefined ? shown(rounds) : `${shown(rounds)}; ${note}`;
  return [{ ...line('p50', p50), note: figures }, line('p99', p99)];
}

function lateFrames(rounds: readonly Latency[], load: string): Measured {
  const late = rounds.map((round) => round.late * 100);
  return { what: `late frames, ${load}`, rounds: late, unit: '%', target: LATE_PERCENT };
}

function shown(rounds: readonly Latency[]): string {
  const p50 = median(rounds.map((round) => round.p50));
  const p99 = median(rounds.map((round) => round.p99));
  return `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`;
}
