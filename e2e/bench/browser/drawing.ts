/** What the browser spends on a displayed frame: the list and the chart, each against the usual way. */
import { CHANGES } from '../pages/list-data.ts';
import { atMost, median } from '../row.ts';
import type { Row, Tools } from '../row.ts';

import { busiestMainThread } from './chromium.ts';
import type { Host } from './host.ts';
import { sumMs } from './processes.ts';
import { openPageScene } from './scene.ts';
import { pause } from './wait.ts';

const WARM_UP_MS = 1_000;
const MEASURED_MS = 2_500;

export const listRow: Row = {
  name: 'list',
  place: 'browser',
  async measure(tools) {
    const ours: FrameCost[] = [];
    const theirs: FrameCost[] = [];
    for (let round = 0; round < tools.rounds; round++) {
      // oxlint-disable-next-line no-await-in-loop -- pairwise
      ours.push(await costOfPage(tools, 'own-list'));
      // oxlint-disable-next-line no-await-in-loop
      theirs.push(await costOfPage(tools, 'table'));
    }
    const fewest = Math.min(...ours.concat(theirs).map(({ prices }) => prices));
    if (fewest < CHANGES) throw new Error(`a list of ${fewest} prices is not what is measured`);
    const shown = (pick: (one: FrameCost) => number) =>
      [ours, theirs].map((costs) => median(costs.map(pick)).toFixed(1)).join(' : ');
    return [
      {
        what: 'main thread, 20 prices in view of 400 rows changed, the app’s list : a plain table',
        rounds: ours.map((one, round) => one.main / (theirs[round]?.main ?? Number.NaN)),
        unit: '×',
        target: atMost(0.25),
        note: `${shown(({ main }) => main)} ms a frame; all threads ${shown(({ all }) => all)}`,
      },
    ];
  },
};

export const chartRow: Row = {
  name: 'chart',
  place: 'browser',
  async measure(tools) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < tools.rounds; round++) {
      // oxlint-disable-next-line no-await-in-loop -- pairwise
      ours.push((await costOfPage(tools, 'own-chart')).all);
      // oxlint-disable-next-line no-await-in-loop
      theirs.push((await costOfPage(tools, 'lightweight')).all);
    }
    return [
      {
        what: 'last candle of 5,000 changed, 200 in view, the app’s chart : lightweight-charts',
        rounds: ours.map((ms, round) => ms / (theirs[round] ?? Number.NaN)),
        unit: '×',
        target: atMost(0.55),
        note: `${median(ours).toFixed(1)} : ${median(theirs).toFixed(1)} ms a frame`,
      },
    ];
  },
};

/** CPU of a displayed frame, in ms: of the page's main thread, and of the whole browser. */
interface FrameCost {
  readonly main: number;
  readonly all: number;
  /** How many prices its list has. */
  readonly prices: number;
}

/** As the probe tells it. */
type Shown = Readonly<Record<'frames' | 'prices', number>>;

async function costOfPage(tools: Tools, page: string): Promise<FrameCost> {
  const { browser, host, close } = await openPageScene(tools, page, 1, 'frames');
  try {
    await pause(WARM_UP_MS);
    const before = await shownBy(host);
    const used = await browser.useDuring(() => pause(MEASURED_MS));
    const { frames, prices } = await shownBy(host);
    const count = frames - before.frames;
    return { main: busiestMainThread(used).ms / count, all: sumMs(used) / count, prices };
  } finally {
    await close();
  }
}

function shownBy(host: Host): Promise<Shown> {
  host.command('frames');
  return host.report<Shown>('frames');
}
