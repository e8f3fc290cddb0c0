/** What must be true after any run, as a list of sentences about what is not. */
import type { Interval } from '../../domain/interval.ts';
import { intervalMs } from '../../domain/interval.ts';
import { candleAt } from '../../domain/candle.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import { asCandle, expectedOf } from './expected-alerts.ts';
import { SCENE_INTERVALS } from './scene.ts';
import type { Scene } from './scene.ts';
import { inWords } from './in-words.ts';
import { brokenRings } from './ring-invariants.ts';

/** Of one engine at rest: its own timers, its connection's and its views'. More would be a leak. */
const MOST_TIMERS = 40;
/** Closed candles and frames of unknown kind are kept beyond the size of the queue. */
const MOST_KEPT_FRAMES = 100;

export async function brokenInvariants(scene: Scene): Promise<string[]> {
  return [
    ...brokenAlerts(scene),
    ...brokenRings(scene),
    ...scene.server.limits.violations.map((words) => `limit: ${words}`),
    ...scene.browser.diary.failures.map((words) => `failure: ${words}`),
    ...(await brokenSeries(scene)),
    ...brokenCaps(scene),
  ];
}

function brokenAlerts(scene: Scene): string[] {
  const { disk, diary } = scene.browser;
  const expected = expectedOf(scene);
  const raised = new Set([...disk.rows.alerts.keys(), ...diary.alerts.keys()]);
  const lost = [...expected].filter((id) => !raised.has(id));
  const isOfScene = (id: string): boolean =>
    scene.rules.some((rule) => id.startsWith(`${rule.id}:`));
  // Ready-made rules speak as well while the user's own cannot be read.
  const untrue = [...raised].filter((id) => !expected.has(id) && isOfScene(id));
  return [...inWords('lost', lost), ...inWords('false', untrue)];
}

function brokenCaps({ browser, settings }: Scene): string[] {
  const timers = Math.max(...browser.tabs.map(({ worker }) => worker?.pendingTimers ?? 0));
  const { mostQueued } = browser.diary;
  const shown = browser.tabs.map((tab) => tab.last('engineStarted')?.alerts.length ?? 0);
  return [
    ...(timers > MOST_TIMERS ? [`${timers} timers in one engine`] : []),
    ...(mostQueued > settings.queueSize + MOST_KEPT_FRAMES ? [`${mostQueued} frames waited`] : []),
    ...shown.filter((count) => count > settings.historySize).map((count) => `${count} alerts kept`),
  ];
}

type Loaded = Extract<EngineEvent, { type: 'candlesLoaded' }>;

/** Every series, as a page would draw it, against the market's own candles. */
async function brokenSeries(scene: Scene): Promise<string[]> {
  const broken: string[] = [];
  for (const symbol of scene.symbols) {
    for (const interval of SCENE_INTERVALS) {
      const loaded = await loadSeries(scene, symbol, interval);
      broken.push(
        ...(loaded ? compareSeries(scene, loaded) : [`${symbol} ${interval}: not loaded`]),
      );
    }
  }
  return broken;
}

/** From whichever tab shows it: one of another build than the leading one has nothing to show. */
async function loadSeries(
  { line, browser }: Scene,
  symbol: string,
  interval: Interval,
): Promise<Loaded | undefined> {
  let loaded: Loaded | undefined;
  const listen = (event: EngineEvent): void => {
    const isAsked =
      event.type === 'candlesLoaded' && event.symbol === symbol && event.interval === interval;
    if (isAsked) loaded = event;
  };
  for (const tab of browser.tabs) {
    const stop = tab.observe(listen);
    tab.send({ type: 'selectSeries', symbol, interval });
    await line.run(50);
    stop();
    if (loaded) break;
  }
  return loaded;
}

function compareSeries(
  { market, line, settings }: Scene,
  { symbol, interval, columns }: Loaded,
): string[] {
  const name = `${symbol} ${interval}`;
  const { length } = columns.openTime;
  // The open candle comes on top.
  if (length > settings.bufferSize + 1) return [`${name}: ${length} candles kept`];
  const lastClosed = line.now - (line.now % intervalMs(interval)) - intervalMs(interval);
  const candles = Array.from({ length }, (_, index) => candleAt(columns, index));
  const closed = candles.filter(({ openTime }) => openTime <= lastClosed);
  const [first] = closed;
  if (!first) return [`${name}: empty`];
  const range = { from: first.openTime, to: lastClosed };
  const expected = market.candles(symbol, interval, range).map(asCandle);
  if (JSON.stringify(closed) === JSON.stringify(expected)) return [];
  const known = new Map(closed.map((candle) => [candle.openTime, JSON.stringify(candle)]));
  const wrong = expected.filter((candle) => known.get(candle.openTime) !== JSON.stringify(candle));
  return [
    `${name}: ${closed.length} candles instead of ${expected.length}; wrong: ` +
      wrong.map(({ openTime }) => new Date(openTime).toISOString().slice(11, 16)).join(', '),
  ];
}
