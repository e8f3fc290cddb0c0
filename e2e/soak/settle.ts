/** The quiet before a run, and the quiet after it. */
import type { Exchange } from '../exchange/exchange.ts';
import type { FastMarket } from './fast-market.ts';
import { compareAlerts } from './outcome.ts';
import { SOAK_RULES } from './rules.ts';
import { storedAlerts, storeProfile } from './stored-alerts.ts';
import type { Tabs } from './tabs.ts';
import { INTERVALS, SETTINGS, SYMBOLS } from './watched.ts';

/** The app notes how far it has judged once it has been quiet for two seconds. */
const REST_MS = 4_000;
const SETTLE_MS = 120_000;
const POLL_MS = 1_000;

export function wait({ timing }: Exchange, ms: number): Promise<void> {
  return new Promise((resolve) => timing.after(ms, resolve));
}

/** One visit to bring rules and settings, and a second one on which everything is watched. */
export async function settleIn(tabs: Tabs, exchange: Exchange, market: FastMarket): Promise<void> {
  const streams = SYMBOLS.flatMap((symbol) =>
    INTERVALS.map((interval) => `${symbol.toLowerCase()}@kline_${interval}`),
  );
  const isWatching = (): boolean => streams.every((stream) => exchange.subscribers(stream) > 0);
  const stopIdling = market.idle();
  const page = await tabs.open();
  await exchange.until('the app watches', isWatching, SETTLE_MS);
  await storeProfile(page, SOAK_RULES, SETTINGS);
  await page.reload();
  await exchange.until('the app watches with its rules', isWatching, SETTLE_MS);
  await wait(exchange, REST_MS);
  stopIdling();
}

/** Waits until everything that should be is told, or for as long as anyone would. */
export async function settleDown(
  tabs: Tabs,
  exchange: Exchange,
  market: FastMarket,
  expected: ReadonlySet<string>,
  told: () => ReadonlySet<string>,
): Promise<ReturnType<typeof compareAlerts>> {
  const [page] = tabs.pages;
  if (!page) throw new Error('no tab is open');
  const stopIdling = market.idle();
  const until = exchange.timing.now() + SETTLE_MS;
  const compare = async () => compareAlerts(expected, await storedAlerts(page), told());
  /* oxlint-disable no-await-in-loop -- it is asked until all is told */
  let compared = await compare();
  const isDone = ({ lost, untold, unconfirmed }: typeof compared): boolean =>
    lost.length + untold.length + unconfirmed.length === 0;
  while (!isDone(compared) && exchange.timing.now() < until) {
    await wait(exchange, POLL_MS);
    compared = await compare();
  }
  /* oxlint-enable no-await-in-loop */
  // What comes too much may come late.
  await wait(exchange, REST_MS);
  stopIdling();
  return compare();
}
