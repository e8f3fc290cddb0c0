/** The whole market in the watchlist: CPU of all the browser, against one ticker stream per symbol. */
import { atMost, median } from '../row.ts';
import type { Row, Tools } from '../row.ts';
import { startFeed } from './feed.ts';
import { sumMs } from './processes.ts';
import type { ThreadUse } from './processes.ts';
import { openAppScene, openPageScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { pause } from './wait.ts';

const LISTED = 1_700;
/** Trades and best bids and asks of all rows in view together, a second. */
const TICKS_PER_SECOND = 40;
const WARM_UP_MS = 1_000;
const MEASURED_MS = 3_000;

export const wholeMarketRow: Row = {
  name: 'whole-market',
  place: 'browser',
  async measure(tools) {
    const options = { listed: LISTED, watched: 5, intervals: '1h', probe: 'market' };
    const texts = await drawingAlone(tools);
    const [ours, theirs] = await Promise.all([
      openAppScene(tools, options),
      openAppScene(tools, { ...options, app: 'tickers' }),
    ]);
    const array: number[] = [];
    const single: number[] = [];
    try {
      for (let round = 0; round < tools.rounds; round++) {
        // Pairwise: one right after the other.
        // oxlint-disable-next-line no-await-in-loop
        array.push(await cpuShare(ours));
        // oxlint-disable-next-line no-await-in-loop
        single.push(await cpuShare(theirs));
      }
    } finally {
      await ours.close();
      await theirs.close();
    }
    return [
      {
        what: '1,700 symbols, CPU of the browser, app : a ticker stream each',
        rounds: array.map((share, round) => share / (single[round] ?? Number.NaN)),
        unit: '×',
        target: atMost(0.25),
        note: `${median(array).toFixed(1)} : ${median(single).toFixed(1)} % of a core; to draw changed texts alone ${texts.toFixed(1)}`,
      },
    ];
  },
};

/** Of a page with nothing but texts, that change as often as those of the rows in view. */
async function drawingAlone(tools: Tools): Promise<number> {
  const { browser, close } = await openPageScene(tools, 'texts');
  try {
    await pause(WARM_UP_MS);
    return shareOf(await browser.useDuring(() => pause(MEASURED_MS)));
  } finally {
    await close();
  }
}

async function cpuShare({ browser, pump }: Scene): Promise<number> {
  const feed = startFeed(pump, {
    ticksPerSecond: TICKS_PER_SECOND,
    hasOthers: true,
    listed: LISTED,
  });
  await pause(WARM_UP_MS);
  const used = await browser.useDuring(() => pause(MEASURED_MS));
  feed.stop();
  return shareOf(used);
}

function shareOf(used: readonly ThreadUse[]): number {
  return (100 * sumMs(used)) / MEASURED_MS;
}
