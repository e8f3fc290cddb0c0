/** A page that nobody sees, with rules to judge: what it costs, and what it asks of the exchange. */
import { READY_MADE_RULES } from '../../../src/domain/rules/ready-made.ts';
import { atMost, median } from '../row.ts';
import type { Row } from '../row.ts';
import { workerThread } from './chromium.ts';
import { startFeed } from './feed.ts';
import type { Pace } from './feed.ts';
import { stillHistory, symbolNames } from './market.ts';
import { sumMs } from './processes.ts';
import { openAppScene } from './scene.ts';
import { pause, waitUntil } from './wait.ts';

const WATCHED = 100;
/**
 * What the recordings of `../shared/data` have a second: of BTC, ETH and DOT in April 2021, and of FTM,
 * SXP, BADGER and XMR in August 2021. Best bids and asks of the first three were not recorded: each trade
 * changes one of them, and others change them at least as often as FTM's. The symbols of the market are these
 * seven in turns.
 */
const RECORDED: readonly Pace[] = [
  { trades: 13.5, books: 22, candles: 0.48 },
  { trades: 5.6, books: 14, candles: 0.44 },
  { trades: 1.9, books: 10.5, candles: 0.37 },
  { trades: 0.43, books: 9, candles: 0.23 },
  { trades: 0.4, books: 1.7, candles: 0.23 },
  { trades: 0, books: 1.4, candles: 0 },
  { trades: 0.1, books: 1.6, candles: 0.1 },
];
const PACES = new Map(
  symbolNames(WATCHED).flatMap((symbol, index) => {
    const pace = RECORDED[index % RECORDED.length];
    return pace ? [[symbol, pace]] : [];
  }),
);
const SILENT: Pace = { trades: 0, books: 0, candles: 0 };
/** Before the page has said which rows it shows, all are streamed, and for 5 s after. */
const UNSAID_MS = 7_000;
const VISIBLE_MS = 4_000;
/** What was shown is subscribed for 10 s more. */
const LINGERING_MS = 12_000;
/** A minute in all. */
const WINDOWS = 6;
const WINDOW_MS = 10_000;

export const hiddenRow: Row = {
  name: 'hidden',
  place: 'browser',
  async measure(tools) {
    const options = { listed: WATCHED, watched: WATCHED, intervals: '1m,5m', probe: 'hide' };
    const { browser, pump, host, close } = await openAppScene(tools, options, (rest) =>
      stillHistory(rest, ['1m', '5m']),
    );
    try {
      await pause(UNSAID_MS);
      const inView = [...pump.subscriptions].filter((stream) => stream.endsWith('@trade')).length;
      const feed = startFeed(pump, {
        ticksPerSecond: 0,
        paceOf: (symbol) => PACES.get(symbol) ?? SILENT,
        hasOthers: true,
        listed: WATCHED,
        isStill: true,
      });
      const start = pump.framesSent;
      await pause(VISIBLE_MS);
      const visible = (pump.framesSent - start) / (VISIBLE_MS / 1000);
      host.command('hide');
      await host.report<string>('visibility');
      await pause(LINGERING_MS);
      await waitUntil('no trade is subscribed any more', () =>
        [...pump.subscriptions].every((stream) => stream.includes('@kline_')),
      );
      // Nothing is sent that is not subscribed.
      const shares: number[] = [];
      const all: number[] = [];
      const rates: number[] = [];
      for (let window = 0; window < WINDOWS; window++) {
        const before = pump.framesSent;
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const used = await browser.useDuring(() => pause(WINDOW_MS));
        const { pid } = workerThread(used);
        shares.push((100 * sumMs(used.filter((thread) => thread.pid === pid))) / WINDOW_MS);
        all.push((100 * sumMs(used)) / WINDOW_MS);
        rates.push((100 * (pump.framesSent - before)) / (WINDOW_MS / 1000) / visible);
      }
      feed.stop();
      const rules = READY_MADE_RULES.filter(({ isEnabled }) => isEnabled).length;
      return [
        {
          what: 'hidden, 100 symbols, two intervals: CPU of its threads',
          rounds: shares,
          unit: '%',
          target: atMost(2),
          note: `${rules} rules; whole browser ${median(all).toFixed(1)} %`,
        },
        {
          what: 'frames when hidden : when visible',
          rounds: rates,
          unit: '%',
          target: atMost(20),
          note: `${visible.toFixed(0)} a second when visible, ${inView} symbols in view`,
        },
      ];
    } finally {
      await close();
    }
  },
};
