/** A market, an exchange and a browser on one time line: the stage for faults. */
import type { Interval } from '../../domain/interval.ts';
import { READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import type { Settings } from '../../protocol/settings.ts';
import { seededRandom } from '../candles.ts';
import { createMarketServer } from './market-server.ts';
import type { MarketServer } from './market-server.ts';
import { FREQUENT_RULES } from './market-rules.ts';
import { createMarket, minutes } from './price-course.ts';
import type { Market, Span } from './price-course.ts';
import { createSimulatedBrowser } from './simulated-browser.ts';
import type { SimulatedBrowser } from './simulated-browser.ts';
import { createTimeLine } from './time-line.ts';
import type { TimeLine } from './time-line.ts';

/** 2023-11-14T20:00:00Z, at which candles of all short intervals open. */
export const SCENE_HOUR = 1_699_992_000_000;
/** When the app is first opened: in the middle of a candle of every interval. */
export const SCENE_START = SCENE_HOUR + 75_000;
export const SCENE_INTERVALS = ['1m', '5m'] as const satisfies readonly Interval[];
const SYMBOLS = ['AAAUSDT', 'BBBUSDT', 'QUIETUSDT'] as const;
/** A young market: an app that starts has little history to read, which keeps runs cheap. */
const LISTED_SINCE = SCENE_HOUR - minutes(300);

export interface Scene {
  readonly line: TimeLine;
  readonly market: Market;
  readonly server: MarketServer;
  readonly browser: SimulatedBrowser;
  readonly rules: readonly Rule[];
  readonly symbols: readonly string[];
  readonly settings: Settings;
  /** Numbers that depend on the seed alone. */
  readonly random: () => number;
  /** Lets the world go on. */
  run(ms: number): Promise<void>;
}

export interface SceneOptions {
  readonly seed?: number;
  /** Of the market; scenes of the same market share its candles. */
  readonly marketSeed?: number;
  readonly holes?: readonly Span[];
  readonly settings?: Partial<Settings>;
  readonly rules?: readonly Rule[];
}

const markets = new Map<string, Market>();

function marketOf(seed: number, holes: readonly Span[]): Market {
  const key = JSON.stringify([seed, holes]);
  const market =
    markets.get(key) ??
    createMarket({
      seed,
      symbols: SYMBOLS,
      listedSince: LISTED_SINCE,
      quiet: ['QUIETUSDT'],
      holes,
    });
  markets.set(key, market);
  return market;
}

export function createScene(options: SceneOptions = {}): Scene {
  const { seed = 1, marketSeed = 1, holes = [], rules = FREQUENT_RULES } = options;
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const market = marketOf(marketSeed, holes);
  const random = seededRandom(seed * 7_919 + 17);
  const line = createTimeLine(SCENE_START);
  const server = createMarketServer({ line, market, random });
  const browser = createSimulatedBrowser({
    line,
    server,
    random,
    options: { feed: 'exchange', local: null, symbols: SYMBOLS, intervals: SCENE_INTERVALS },
  });
  const { rows } = browser.disk;
  for (const rule of READY_MADE_RULES) rows.rules.set(rule.id, { ...rule, isEnabled: false });
  for (const rule of rules) rows.rules.set(rule.id, rule);
  rows.values.set('settings', settings);
  rows.values.set('watchlist', { symbols: SYMBOLS, intervals: SCENE_INTERVALS });
  return {
    line,
    market,
    server,
    browser,
    rules,
    symbols: SYMBOLS,
    settings,
    random,
    run: line.run,
  };
}
