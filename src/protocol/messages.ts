/**
 * What crosses between the page and the engine's worker: two closed unions of plain data.
 *
 * State (quotes, the open candle, health) is level-triggered and may be coalesced on the way.
 * Facts (an alert, a closed candle, a refusal) are edge-triggered: posted at once, never dropped.
 */
import type { Alert } from '../domain/alert.ts';
import type { CandleColumns } from '../domain/candle.ts';
import type { Interval } from '../domain/interval.ts';
import type { MarketSymbol } from '../domain/market.ts';
import type { Fault } from '../domain/result.ts';
import type { Rule } from '../domain/rules/rule.ts';
import type { TradingSignal } from '../domain/signal.ts';
import type { Watchlist } from '../domain/watchlist.ts';
import type { ConnectionReport, HealthReport } from './health.ts';
import type {
  ConsensusReport,
  Quote,
  SeriesCandle,
  SeriesMetrics,
  SeriesReport,
} from './market-state.ts';
import type { Settings } from './settings.ts';

/** How the page was opened. Parsed from the URL by the page; null where the URL says nothing. */
export interface StartOptions {
  readonly feed: 'exchange' | 'demo';
  /** Loopback addresses of another exchange server. */
  readonly local: { readonly streamUrl: string; readonly restUrl: string } | null;
  /** Watchlist of a first start. */
  readonly symbols: readonly string[] | null;
  readonly intervals: readonly Interval[] | null;
}

export type Command =
  | { readonly type: 'start'; readonly options: StartOptions; readonly isVisible: boolean }
  /** A hidden page is posted facts only. */
  | { readonly type: 'setVisibility'; readonly isVisible: boolean }
  /** The machine slept, the network came back, the page was restored. */
  | { readonly type: 'wake'; readonly reason: WakeReason }
  | { readonly type: 'connect' }
  | { readonly type: 'disconnect' }
  | { readonly type: 'reconnect' }
  /** Added at the end, or at a place counted from 0, as when a removal is undone. */
  | { readonly type: 'watchSymbol'; readonly symbol: string; readonly place?: number }
  | { readonly type: 'unwatchSymbol'; readonly symbol: string }
  | { readonly type: 'changeIntervals'; readonly intervals: readonly string[] }
  /** The series on the chart: its candles are posted from now on. */
  | { readonly type: 'selectSeries'; readonly symbol: string; readonly interval: Interval }
  | { readonly type: 'changeSettings'; readonly changes: Readonly<Record<string, unknown>> }
  | { readonly type: 'saveRule'; readonly rule: unknown }
  | { readonly type: 'deleteRule'; readonly ruleId: string }
  /** What would the rule have said about the candles at hand? Answered by `rulePreviewed`. */
  | {
      readonly type: 'previewRule';
      readonly requestId: number;
      readonly rule: unknown;
      readonly symbol: string;
      readonly interval: Interval;
    }
  | { readonly type: 'dismissAlert'; readonly id: string }
  | { readonly type: 'dismissAllAlerts' }
  /** More of the stored history: alerts created up to that time, newest first, known ones among them. */
  | { readonly type: 'loadHistory'; readonly before: number }
  /** The page has told these alerts to the user. */
  | { readonly type: 'confirmDelivery'; readonly ids: readonly string[] };

export type WakeReason = 'online' | 'resume' | 'pageshow';

/** What the page is to ring for: single alerts, or one summary for many. */
export type Delivery =
  | { readonly type: 'alert'; readonly alert: Alert }
  | {
      readonly type: 'summary';
      readonly ids: readonly string[];
      readonly buy: number;
      readonly sell: number;
      readonly symbols: readonly string[];
      /** Found on catch-up: told without sound. */
      readonly late: boolean;
    };

/** A stored rule that cannot be read: kept as it is on disk, and judged by nobody. */
export interface BrokenRule {
  readonly id: string;
  readonly name: string;
  readonly faults: readonly Fault[];
}

/** A part of the browser that is missing or denied; the app goes on without it. */
export type Limitation = 'storage' | 'locks' | 'broadcast' | 'symbol-list';

export type EngineEvent =
  /** First answer to `start`, with everything the page needs to draw. */
  | {
      readonly type: 'engineStarted';
      readonly venue: string;
      readonly isDemo: boolean;
      readonly settings: Settings;
      readonly watchlist: Watchlist;
      readonly rules: readonly Rule[];
      readonly alerts: readonly Alert[];
    }
  | { readonly type: 'symbolsListed'; readonly symbols: readonly MarketSymbol[] }
  | { readonly type: 'watchlistChanged'; readonly watchlist: Watchlist }
  | { readonly type: 'settingsChanged'; readonly settings: Settings }
  | { readonly type: 'rulesChanged'; readonly rules: readonly Rule[] }
  /** The broken ones, after `engineStarted` and whenever one is mended or deleted. */
  | { readonly type: 'brokenRulesChanged'; readonly rules: readonly BrokenRule[] }
  /** Answer to `previewRule`; a rule that does not parse is answered by `refused`. */
  | {
      readonly type: 'rulePreviewed';
      readonly requestId: number;
      readonly symbol: string;
      readonly interval: Interval;
      /** Candles of that interval that were looked at. */
      readonly candles: number;
      readonly signals: readonly TradingSignal[];
      /** Intervals that the rule looks at but that are not at hand: save it to have them fetched. */
      readonly missing: readonly Interval[];
    }
  /** What all active rules together say, for the series where that changed. */
  | { readonly type: 'consensusChanged'; readonly consensus: readonly ConsensusReport[] }
  /** Only the symbols that changed. */
  | { readonly type: 'quotesChanged'; readonly quotes: readonly Quote[] }
  /** The whole selected series; the arrays are transferred. */
  | {
      readonly type: 'candlesLoaded';
      readonly symbol: string;
      readonly interval: Interval;
      readonly columns: CandleColumns;
    }
  | ({ readonly type: 'candleChanged' } & SeriesCandle)
  | { readonly type: 'seriesChanged'; readonly series: readonly SeriesReport[] }
  | { readonly type: 'metricsChanged'; readonly metrics: SeriesMetrics }
  | { readonly type: 'connectionChanged'; readonly connection: ConnectionReport }
  | { readonly type: 'healthChanged'; readonly health: HealthReport }
  /** New alerts, or ones whose status changed: insert or replace by id. */
  | { readonly type: 'alertsChanged'; readonly alerts: readonly Alert[] }
  | {
      readonly type: 'historyLoaded';
      readonly alerts: readonly Alert[];
      readonly isComplete: boolean;
    }
  /** Ring now. Sent to one tab only. */
  | { readonly type: 'deliveryDue'; readonly delivery: Delivery }
  /** Something that was asked for, or was stored, does not validate: it changed nothing. */
  | { readonly type: 'refused'; readonly faults: readonly Fault[] }
  | { readonly type: 'limitationFound'; readonly limitation: Limitation; readonly reason: string }
  /** A broken invariant: the page ends this engine and starts another. */
  | { readonly type: 'engineFailed'; readonly message: string };

/**
 * Does the worker still take its turns? Outside of the two unions, because it is answered at once and
 * by the worker itself, also while the engine is still starting. Messages keep their order, so what
 * was sent before a ping has been received once its answer is there.
 */
export interface Ping {
  readonly type: 'ping';
  readonly id: number;
}

export interface Pong {
  readonly type: 'pong';
  readonly id: number;
}
