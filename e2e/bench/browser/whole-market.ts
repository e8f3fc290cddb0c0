/** The whole market in the watchlist: CPU of all the browser, against one ticker stream per symbol. */
import { atMost, median } from '../row.ts';
import type { Row, Tools } from '../row.ts';
import { startFeed } from './feed.ts';
import { sumMs } from './processes.ts';
import { openAppScene } from './scene.ts';
import { pause } from './wait.ts';

const LISTED = 1_700;
/** Trades and best bids and asks of all rows in view together, a second. */
const TICKS_PER_SECOND = 100;
const WARM_UP_MS = 3_000;
const MEASURED_MS = 6_000;

export const wholeMarketRow: Row = {
  name: 'whole-market',
  place: 'browser',
  async measure(tools) {
    const ratios: number[] = [];
    const array: number[] = [];
    const single: number[] = [];
    for (let round = 0; round < tools.rounds; round++) {
      // oxlint-disable-next-line no-await-in-loop -- pairwise
      const ours = await cpuShare(tools, 'app');
      // oxlint-disable-next-line no-await-in-loop
      const theirs = await cpuShare(tools, 'tickers');
      ratios.push(ours / theirs);
      array.push(ours);
      single.push(theirs);
      tools.say(`${ours.toFixed(1)} : ${theirs.toFixed(1)} % of a core`);
    }
    const note = `${median(array).toFixed(1)} : ${median(single).toFixed(1)} % of a core`;
    return [
      {
        what: '1,700 symbols, CPU of the browser, app : a ticker stream each',
        rounds: ratios,
        unit: '×',
        target: atMost(0.25),
        note,
      },
    ];
  },
};

async function cpuShare(tools: Tools, app: 'app' | 'tickers'): Promise<number> {
  const options = { app, listed: LISTED, watched: 5, intervals: '1h', probe: 'market' };
  const { browser, pump, close } = await openAppScene(tools, options);
  try {
    const feed = startFeed(pump, {
      ticksPerSecond: TICKS_PER_SECOND,
      hasOthers: true,
      listed: LISTED,
    });
    await pause(WARM_UP_MS);
    const used = await browser.useDuring(() => pause(MEASURED_MS));
    feed.stop();
    return (100 * sumMs(used)) / MEASURED_MS;
  } finally {
    await close();
  }
}
