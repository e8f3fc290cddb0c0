/** What the browser spends on a displayed frame: the list and the chart, each against the usual way. */
import { atMost, median } from '../row.ts';
import type { Row, Tools } from '../row.ts';
import type { BareBrowser } from './chromium.ts';
import { startFeed } from './feed.ts';
import type { Host } from './host.ts';
import { sumMs } from './processes.ts';
import type { ThreadUse } from './processes.ts';
import { openAppScene, openPageScene } from './scene.ts';
import { pause } from './wait.ts';

const WARM_UP_MS = 1_000;
const MEASURED_MS = 2_500;
const LISTED = 400;
const CHANGES_A_SECOND = 20 * 60;

export const listRow: Row = {
  name: 'list',
  place: 'browser',
  async measure(tools) {
    const app = await openAppScene(tools, {
      listed: LISTED,
      watched: LISTED,
      intervals: '1h',
      probe: 'frames',
    });
    const ours: number[] = [];
    const theirs: number[] = [];
    try {
      const rates = { ticksPerSecond: CHANGES_A_SECOND, hasOthers: false, listed: LISTED };
      for (let round = 0; round < tools.rounds; round++) {
        // Of all rows in view but the first, which the chart shows as well: it is not what is measured.
        const feed = startFeed(app.pump, { ...rates, only: /^(?!c0000).*@trade$/ });
        // oxlint-disable-next-line no-await-in-loop -- pairwise
        ours.push(await msPerFrame(app.browser, app.host));
        feed.stop();
        // oxlint-disable-next-line no-await-in-loop
        theirs.push(await pageMsPerFrame(tools, 'table'));
      }
    } finally {
      await app.close();
    }
    return [
      {
        what: '20 changed cells a frame, the app’s list : a table of 400 rows',
        rounds: ours.map((ms, round) => ms / (theirs[round] ?? Number.NaN)),
        unit: '×',
        target: atMost(0.25),
        note: `${median(ours).toFixed(1)} : ${median(theirs).toFixed(1)} ms a frame`,
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
      ours.push(await pageMsPerFrame(tools, 'own-chart'));
      // oxlint-disable-next-line no-await-in-loop
      theirs.push(await pageMsPerFrame(tools, 'lightweight'));
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

async function pageMsPerFrame(tools: Tools, page: string): Promise<number> {
  const scene = await openPageScene(tools, page, 1, 'frames');
  try {
    return await msPerFrame(scene.browser, scene.host);
  } finally {
    await scene.close();
  }
}

async function msPerFrame(browser: BareBrowser, host: Host): Promise<number> {
  await pause(WARM_UP_MS);
  const before = await framesOf(host);
  const used = await browser.useDuring(() => pause(MEASURED_MS));
  const after = await framesOf(host);
  return sumMs(used.filter(isDrawing)) / (after - before);
}

/** What takes frames from the exchange is another row's matter. */
function isDrawing({ name }: ThreadUse): boolean {
  return !name.startsWith('DedicatedWorker') && !name.includes('IOT');
}

async function framesOf(host: Host): Promise<number> {
  host.command('frames');
  return host.report<number>('frames');
}
