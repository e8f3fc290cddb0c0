/** From the navigation to the first live price, and what of the candles is asked for anew. */
import { atLeast, atMost, median } from '../row.ts';
import type { Row, Tools } from '../row.ts';
import { startFeed } from './feed.ts';
import { openAppScene, openPageScene, settle } from './scene.ts';
import type { Scene } from './scene.ts';

const WATCHED = 5;
const STORED = 100;
const INTERVALS = '1m,5m,15m,1h';

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

/** Rows of klines that the exchange answered, on the first start and on one right after it. */
async function rowsSaved(
  tools: Tools,
): Promise<{ readonly first: number; readonly second: number }> {
  const options = { listed: STORED, watched: STORED, intervals: INTERVALS, probe: 'start' };
  let rows = 0;
  const scene = await openAppScene(tools, options, ({ market }) => {
    const { candles } = market;
    market.candles = (...asked) => {
      const found = candles(...asked);
      rows += found.length;
      return found;
    };
  });
  const feed = startFeed(scene.pump, { ticksPerSecond: 100, hasOthers: true, listed: STORED });
  try {
    await scene.host.report('start');
    await settle(scene);
    const first = rows;
    await startAgain(scene);
    await settle(scene);
    return { first, second: rows - first };
  } finally {
    feed.stop();
    await scene.close();
  }
}
