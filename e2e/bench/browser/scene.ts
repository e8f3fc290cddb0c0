/** The app in a bare Chromium, with a market of its own. */
import type { Exchange } from '../../exchange/exchange.ts';
import type { Tools } from '../row.ts';
import { buildAll } from './build.ts';
import { openBareBrowser } from './chromium.ts';
import type { BareBrowser } from './chromium.ts';
import { openHost } from './host.ts';
import type { Host } from './host.ts';
import { openRest, symbolNames } from './market.ts';
import { openPump } from './pump.ts';
import type { Pump } from './pump.ts';
import { pause, waitUntil } from './wait.ts';

export interface Scene {
  readonly browser: BareBrowser;
  readonly pump: Pump;
  readonly rest: Exchange;
  readonly host: Host;
  close(): Promise<void>;
}

export interface SceneOptions {
  /** `tickers`: the app with one ticker stream per symbol in place of the array. */
  readonly app?: 'app' | 'tickers';
  /** How many symbols are listed; those of the watchlist are the first of them. */
  readonly listed: number;
  readonly watched: number;
  readonly intervals: string;
  /** What the probe is to do (`pages/probe.ts`). */
  readonly probe?: string;
  readonly profile?: string;
  /** Its memory is to be measured. */
  readonly isIsolated?: boolean;
}

/** Without asking for anything for so long, the app has what it wants. */
const SETTLED_MS = 1_500;

/** Resolves when the app has subscribed to all it wants, and has its candles. */
export async function openAppScene(
  { root }: Tools,
  options: SceneOptions,
  prepare: (rest: Exchange) => void = () => undefined,
): Promise<Scene> {
  const { app = 'app', listed, watched, intervals, probe = '', profile, isIsolated } = options;
  const { host, pump, rest, close } = await openStage(root, listed, isIsolated);
  prepare(rest);
  const query = new URLSearchParams({
    stream: pump.url,
    rest: rest.restUrl,
    symbols: symbolNames(watched).join(','),
    intervals,
    probe,
  });
  const browser = await openBareBrowser(`${host.address}/${app}/?${query.toString()}`, profile);
  const scene = { browser, host, pump, rest, close: () => close(browser) };
  try {
    await settle(scene);
  } catch (error) {
    await scene.close();
    throw error;
  }
  return scene;
}

/** One of the pages that the app is compared with. */
export async function openPageScene(
  { root }: Tools,
  page: string,
  listed = 1,
  probe = '',
  isIsolated = false,
): Promise<Scene> {
  const { host, pump, rest, close } = await openStage(root, listed, isIsolated);
  const query = new URLSearchParams({ stream: pump.url, symbols: String(listed), probe });
  const browser = await openBareBrowser(`${host.address}/pages/${page}.html?${query.toString()}`);
  return { browser, host, pump, rest, close: () => close(browser) };
}

async function openStage(root: string, listed: number, isIsolated = false) {
  const host = await openHost(await buildAll(root), isIsolated);
  const pump = await openPump();
  const rest = await openRest(listed);
  return {
    host,
    pump,
    rest,
    async close(browser: BareBrowser) {
      await browser.close();
      await pump.close();
      await rest.close();
      await host.close();
    },
  };
}

export async function settle({ pump, rest }: Pick<Scene, 'pump' | 'rest'>): Promise<void> {
  let requests = -1;
  let since = performance.now();
  await waitUntil('the app has subscribed and has its candles', () => {
    const now = performance.now();
    if (rest.stats.requests.length !== requests) {
      requests = rest.stats.requests.length;
      since = now;
    }
    const isQuiet = now - Math.max(since, pump.changedAt) > SETTLED_MS;
    return pump.subscriptions.size > 0 && isQuiet;
  });
  await pause(500);
}
