/** From the navigation to the first live price, and what of the candles is asked for anew. */
import type { Market } from '../../exchange/market.ts';
import { atLeast, atMost, median } from '../row.ts';
import type { Row, Tools } from '../row.ts';
import { startFeed } from './feed.ts';
import type { FeedRates } from './feed.ts';
import { openAppScene, openPageScene, settle } from './scene.ts';
import type { Scene } from './scene.ts';
import { pause } from './wait.ts';

const WATCHED = 5;
const STORED = 100;
const INTERVALS = ['1m', '5m', '15m', '1h'] as const;
/** The engine looks every ten seconds for what it has not stored yet. */
const STORING_MS = 20_000;

export const startRow: Row = {
  name: 'start',
  place: 'browser',
  async measure(tools) {
    const ours: number[] = [];
    const empty: number[] = [];
    const app = await openAppScene(tools, {
      listed: WATCHED,
      watched: WATCHED,
      intervals: '1h',
      probe: 'start',
    });
    const page = await openPageScene(tools, 'empty-preact', 1, 'start');
    const feed = startFeed(app.pump, { ticksPerSecond: 100, hasOthers: true, listed: WATCHED });
    try {
      await app.host.report('start');
      await page.host.report('start');
      for (let round = 0; round < tools.rounds; round++) {
        // oxlint-disable-next-line no-await-in-loop -- pairwise
        ours.push(await startAgain(app));
        // oxlint-disable-next-line no-await-in-loop
        empty.push(await startAgain(page));
      }
    } finally {
      feed.stop();
      await app.close();
      await page.close();
    }
    const saved = await rowsSaved(tools);
    return [
      {
        what: 'navigation → first live price, above an empty Preact page',
        rounds: ours.map((ms, round) => ms - (empty[round] ?? Number.NaN)),
        unit: 'ms',
        target: atMost(500),
        note: `${median(ours).toFixed(0)} − ${median(empty).toFixed(0)} ms`,
      },
      {
        what: 'rows of REST that stored candles save, 100 symbols, four intervals',
        rounds: [100 * (1 - saved.second / saved.first)],
        unit: '%',
        target: atLeast(90),
        note: `${saved.first} rows on the first start, ${saved.second} on the next`,
      },
    ];
  },
};

function startAgain({ host }: Scene): Promise<number> {
  host.command('again');
  return host.report<number>('start');
}

/** Rows of klines that the exchange answered, on the first start and on one soon after it. */
async function rowsSaved(
  tools: Tools,
): Promise<{ readonly first: number; readonly second: number }> {
  const intervals = INTERVALS.join(',');
  const options = { listed: STORED, watched: STORED, intervals, probe: 'start' };
  let rows = 0;
  let past: Market['candles'] = () => [];
  const scene = await openAppScene(tools, options, ({ market }) => {
    past = market.candles;
    market.candles = (...asked) => {
      const found = past(...asked);
      rows += found.length;
      return found;
    };
  });
  // What is pushed as closed is what REST answers, or the engine would rightly not trust what it stored.
  const closedCandle: FeedRates['closedCandle'] = (symbol, name, openTime) => {
    const interval = INTERVALS.find((one) => one === name);
    return interval && past(symbol, interval, { from: openTime, limit: 1 })[0];
  };
  const rates = { ticksPerSecond: 100, hasOthers: true, listed: STORED, closedCandle };
  const feed = startFeed(scene.pump, rates);
  try {
    await scene.host.report('start');
    await settle(scene);
    const first = rows;
    await pause(STORING_MS);
    rows = 0;
    await startAgain(scene);
    await settle(scene);
    return { first, second: rows };
  } finally {
    feed.stop();
    await scene.close();
  }
}
