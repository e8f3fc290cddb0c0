/** What the browser spends on a displayed frame: the list and the chart, each against the usual way. */
import { CHANGES } from '../pages/list-data.ts';
import { atMost, median } from '../row.ts';
import type { Measured, Row, Tools } from '../row.ts';
import { busiestMainThread } from './chromium.ts';
import type { Host } from './host.ts';
import { sumMs } from './processes.ts';
import { openPageScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { pause } from './wait.ts';

const WARM_UP_MS = 800;
const BETWEEN_MS = 300;
const MEASURED_MS = 2_000;

export const listRow: Row = {
  name: 'list',
  place: 'browser',
  async measure(tools) {
    const ours: ListCost[] = [];
    const theirs: ListCost[] = [];
    for (let round = 0; round < tools.rounds; round++) {
      // oxlint-disable-next-line no-await-in-loop -- pairwise
      ours.push(await costOfList(tools, 'own-list'));
      // oxlint-disable-next-line no-await-in-loop
      theirs.push(await costOfList(tools, 'table'));
    }
    const line = (which: keyof ListCost, where: string): Measured => {
      const [own, plain] = [ours, theirs].map((costs) => costs.map((cost) => cost[which]));
      const figures = (pick: (one: FrameCost) => number) =>
        [own, plain].map((costs = []) => median(costs.map(pick)).toFixed(1)).join(' : ');
      return {
        what: `main thread, 20 prices of 400 rows changed${where}, the app’s list : a plain table`,
        rounds: ours.map((cost, round) => cost[which].main / (plain?.[round]?.main ?? Number.NaN)),
        unit: '×',
        target: atMost(0.25),
        note: `${figures(({ main }) => main)} ms a frame; all threads ${figures(({ all }) => all)}`,
      };
    };
    return [line('spread', ''), line('inView', ', all in view')];
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
}

/** With the changes in view, and spread over all rows. */
type ListCost = Readonly<Record<'inView' | 'spread', FrameCost>>;

/** As the probe tells it. */
type Shown = Readonly<Record<'frames' | 'prices', number>>;

async function costOfList(tools: Tools, page: string): Promise<ListCost> {
  const scene = await openPageScene(tools, page, 1, 'frames');
  try {
    await pause(WARM_UP_MS);
    const { prices } = await shownBy(scene.host);
    if (prices < CHANGES) throw new Error(`a list of ${prices} prices is not what is measured`);
    const inView = await costOfFrame(scene);
    scene.host.command('spread');
    await pause(BETWEEN_MS);
    return { inView, spread: await costOfFrame(scene) };
  } finally {
    await scene.close();
  }
}

async function costOfPage(tools: Tools, page: string): Promise<FrameCost> {
  const scene = await openPageScene(tools, page, 1, 'frames');
  try {
    await pause(WARM_UP_MS);
    return await costOfFrame(scene);
  } finally {
    await scene.close();
  }
}

async function costOfFrame({ browser, host }: Scene): Promise<FrameCost> {
  const before = await shownBy(host);
  const used = await browser.useDuring(() => pause(MEASURED_MS));
  const { frames } = await shownBy(host);
  const count = frames - before.frames;
  return { main: busiestMainThread(used).ms / count, all: sumMs(used) / count };
}

function shownBy(host: Host): Promise<Shown> {
  host.command('frames');
  return host.report<Shown>('frames');
}
