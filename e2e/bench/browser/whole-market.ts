/** The whole market in the watchlist: CPU of all the browser, against one ticker stream per symbol. */
import { atMost, median } from '../row.ts';
import type { Row } from '../row.ts';
import { startFeed } from './feed.ts';
import { sumMs } from './processes.ts';
import { openAppScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { pause } from './wait.ts';

const LISTED = 1_700;
/** Trades and best bids and asks of all rows in view together, a second. */
const TICKS_PER_SECOND = 40;
const WARM_UP_MS = 1_500;
const MEASURED_MS = 3_000;

/** Rounds of the line that only says more. */
const SILENT_ROUNDS = 3;

export const wholeMarketRow: Row = {
  name: 'whole-market',
  place: 'browser',
  async measure(tools) {
    const options = { listed: LISTED, watched: 5, intervals: '1h', probe: 'market' };
    const ours = await openAppScene(tools, options);
    const theirs = await openAppScene(tools, { ...options, app: 'tickers' });
    const compare = async (rounds: number, ticksPerSecond: number) => {
      const array: number[] = [];
      const single: number[] = [];
      for (let round = 0; round < rounds; round++) {
        // Pairwise: one right after the other.
        // oxlint-disable-next-line no-await-in-loop
        array.push(await cpuShare(ours, ticksPerSecond));
        // oxlint-disable-next-line no-await-in-loop
        single.push(await cpuShare(theirs, ticksPerSecond));
      }
      return {
        rounds: array.map((share, round) => share / (single[round] ?? Number.NaN)),
        unit: '×',
        note: `${median(array).toFixed(1)} : ${median(single).toFixed(1)} % of a core`,
      } as const;
    };
    try {
      return [
        {
          what: '1,700 symbols, CPU of the browser, app : a ticker stream each',
          ...(await compare(tools.rounds, TICKS_PER_SECOND)),
          target: atMost(0.25),
        },
        {
          what: 'the same without ticks of the rows in view, which both sides draw',
          ...(await compare(SILENT_ROUNDS, 0)),
        },
      ];
    } finally {
      await ours.close();
      await theirs.close();
    }
  },
};

async function cpuShare({ browser, pump }: Scene, ticksPerSecond: number): Promise<number> {
  const feed = startFeed(pump, { ticksPerSecond, hasOthers: true, listed: LISTED });
  await pause(WARM_UP_MS);
  const used = await browser.useDuring(() => pause(MEASURED_MS));
  feed.stop();
  return (100 * sumMs(used)) / MEASURED_MS;
}
