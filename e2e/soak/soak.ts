/**
 * One run: a fast market, faults of every kind, and at the end a comparison of what the app has told
 * with what the exchange's own candles say. At first everything happens; later only what
 * leaves the engine alive, so that its memory can be watched.
 */
import { createExchange } from '../exchange/exchange.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { openRealBrowser } from '../real-browser.ts';
import { closedCandles, expectedAlerts } from './expected-alerts.ts';
import type { JudgedSpan } from './expected-alerts.ts';
import { createFastMarket } from './fast-market.ts';
import { makeFaults } from './make-faults.ts';
import type { FaultLog } from './make-faults.ts';
import type { SoakOptions } from './options.ts';
import { sumUpNotes, toldIn } from './outcome.ts';
import type { SoakOutcome } from './outcome.ts';
import { createPhases } from './phases.ts';
import { SOAK_RULES } from './rules.ts';
import { settleDown, settleIn } from './settle.ts';
import { openTabs } from './tabs.ts';
import { watchPages } from './watch-page.ts';
import type { PageNote } from './watch-page.ts';
import { INTERVALS, START, SYMBOLS } from './watched.ts';

const SAY_MS = 30_000;

export async function soak(
  options: SoakOptions,
  appAddress: string,
  say: (text: string) => void,
): Promise<SoakOutcome> {
  const { minutes, seed, speed } = options;
  const exchange = await createExchange({ startAt: START, seed });
  const browser = await openRealBrowser(new URL(appAddress).origin);
  const { context } = browser;
  const notes: PageNote[] = [];
  const log: FaultLog = { faults: [], memory: [] };
  try {
    const watched = { symbols: SYMBOLS, intervals: INTERVALS };
    const market = createFastMarket(exchange, { ...watched, speed, seed });
    await watchPages(context, (note) => notes.push(note));
    const tabs = await openTabs(context, addressOf(appAddress, exchange));
    await settleIn(tabs, exchange, market);

    const phases = createPhases(exchange.timing.now, minutes * 60_000);
    const stopMarket = market.start();
    const stopSaying = exchange.timing.every(SAY_MS, () => {
      const seconds = Math.round(phases.elapsedMs() / 1000);
      say(`${seconds} s: ${log.faults.length} faults, ${exchange.stats.framesSent} frames`);
    });
    await makeFaults({ options, exchange, context, tabs, market, phases }, log);
    exchange.faults.clear();
    stopMarket();
    stopSaying();

    const span = { from: START, to: exchange.market.now() };
    const expected = expectedAlerts(exchange.market, { ...watched, rules: SOAK_RULES, span });
    const told = () => toldIn(notes);
    const compared = await settleDown(tabs, exchange, market, expected, told);
    const { stats } = exchange;
    return {
      options,
      seconds: phases.elapsedMs() / 1000,
      candles: countCandles(exchange, span),
      frames: stats.framesSent,
      ...log,
      ...sumUpNotes(notes),
      ...compared,
      attempts: stats.attempts,
      connections: stats.opened,
      mostConnections: mostAtOnce(exchange),
      maxMessagesInOneSecond: stats.maxMessagesInOneSecond,
      kicked: stats.kicked,
    };
  } finally {
    await browser.close();
    await exchange.close();
  }
}

function addressOf(app: string, { streamUrl, restUrl }: Exchange): string {
  const query = new URLSearchParams({
    stream: streamUrl,
    rest: restUrl,
    symbols: SYMBOLS.join(','),
    intervals: INTERVALS.join(','),
  });
  return new URL(`./?${query.toString()}`, app).href;
}

function countCandles({ market }: Exchange, span: JudgedSpan): number {
  const series = SYMBOLS.flatMap((symbol) =>
    INTERVALS.map((interval) => [symbol, interval] as const),
  );
  const candles = series.flatMap(([symbol, interval]) =>
    closedCandles(market, symbol, interval, span),
  );
  return candles.filter(({ openTime }) => openTime >= span.from).length;
}

/** By the log of connections: the most that were open at one moment. */
function mostAtOnce({ stats }: Exchange): number {
  const changes = stats.connections.flatMap(({ openedAt, closedAt }) => [
    { at: openedAt, by: 1 },
    ...(closedAt === undefined ? [] : [{ at: closedAt, by: -1 }]),
  ]);
  let open = 0;
  let most = 0;
  for (const { by } of changes.toSorted((one, other) => one.at - other.at || one.by - other.by)) {
    open += by;
    most = Math.max(most, open);
  }
  return most;
}
