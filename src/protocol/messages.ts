/**
 * What crosses between the page and the engine's worker: two closed unions of plain data.
 *
 * State (quotes, the open candle, health) is level-triggered and may be coalesced on the way.
 * Facts (an alert, a closed candle, a refusal) are edge-triggered: posted at once, never dropped.
 */
import type { AlertFilter } from '../domain/alert-filter.ts';
import type { Alert } from '../domain/alert.ts';
import type { CandleColumns } from '../domain/candle.ts';
import type { Interval } from '../domain/interval.ts';
import type { MarketSymbol } from '../domain/market.ts';
import type { Fault } from '../domain/result.ts';
import type { Rule } from '../domain/rules/rule.ts';
import type { TradingSignal } from '../domain/signal.ts';
import type { Watchlist } from '../domain/watchlist.ts';
import type { BackupContents, ExportedData } from './backup.ts';
import type { CandlesAnswer, ChartIndicator, ChartLines, ChartPoint } from './chart.ts';
import type { CoverageReport } from './coverage.ts';
import type { Delivery } from './delivery.ts';
import type { ConnectionReport, HealthReport } from './health.ts';
import type {
  BackfillReport,
  ConsensusReport,
  Quote,
  SeriesCandle,
  SeriesMetrics,
  SeriesReport,
  Sparkline,
} from './market-state.ts';
import type { ReadinessReport } from './readiness.ts';
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
  /** The page is going away, perhaps to come back: another tab may take over. */
  | { readonly type: 'leave' }
  /** A page that had left is shown again. */
  | { readonly type: 'return' }
  | { readonly type: 'connect' }
  | { readonly type: 'disconnect' }
  | { readonly type: 'reconnect' }
  /** Added at the end, or at a place counted from 0, as when a removal is undone. */
  | { readonly type: 'watchSymbol'; readonly symbol: string; readonly place?: number }
  | { readonly type: 'unwatchSymbol'; readonly symbol: string }
  | { readonly type: 'changeIntervals'; readonly intervals: readonly string[] }
  /** The series on the chart: its candles are posted from now on. */
  | { readonly type: 'selectSeries'; readonly symbol: string; readonly interval: Interval }
  /** What the chart draws beside candles; `indicatorsLoaded` answers, `indicatorsChanged` follows. */
  | { readonly type: 'showIndicators'; readonly indicators: readonly ChartIndicator[] }
  /** More of the selected series' past: answered by `candlesLoaded` with what was there before. */
  | { readonly type: 'loadOlderCandles' }
  /** Candles up to and with `endTime`, beside what is watched. Answered by `candlesFetched`. */
  | {
      readonly type: 'fetchCandles';
      readonly requestId: number;
      readonly symbol: string;
      readonly interval: Interval;
      readonly endTime: number;
      readonly limit: number;
    }
  /** Rows that are seen: these are live to the tick, and get their sparklines. */
  | { readonly type: 'showSymbols'; readonly symbols: readonly string[] }
  /** Whether the quotes of all symbols of the exchange are wanted, watched or not. */
  | { readonly type: 'showMarket'; readonly isShown: boolean }
  /** Watches these symbols, in this order, instead of the present ones. */
  | { readonly type: 'arrangeSymbols'; readonly symbols: readonly string[] }
  | { readonly type: 'stopBackfill' }
  | { readonly type: 'resumeBackfill' }
  | { readonly type: 'checkReadiness'; readonly requestId: number }
  /** Rules, settings, watchlist and history as the text of one file. Answered by `dataExported`. */
  | { readonly type: 'exportData'; readonly requestId: number }
  /** Reads such a text: as a trial first, so that the user can be asked. Answered by `dataImported`. */
  | {
      readonly type: 'importData';
      readonly requestId: number;
      readonly text: string;
      readonly isTrial: boolean;
    }
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
  /**
   * More of the stored history: the newest `limit` alerts that match, created before that time, and
   * all that were created at it or with the last one: a burst is never cut in two. Answered by
   * `historyLoaded`.
   */
  | {
      readonly type: 'loadHistory';
      readonly requestId: number;
      readonly before: number;
      readonly limit: number;
      readonly filter: AlertFilter;
    }
  /** The page has told these alerts to the user. */
  | { readonly type: 'confirmDelivery'; readonly ids: readonly string[] };

/** What a page hears of its device and its own life. */
export type WakeReason = 'online' | 'offline' | 'resume' | 'pageshow';

/** A stored rule that cannot be read: kept as it is on disk, and judged by nobody. */
export interface BrokenRule {
  readonly id: string;
  readonly name: string;
  readonly faults: readonly Fault[];
}

/** A part of the browser that is missing or denied; the app goes on without it. */
export type Limitation = 'storage' | 'locks' | 'broadcast' | 'symbol-list' | 'other-build';

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
      /** The exchange has no older ones. */
      readonly isComplete: boolean;
    }
  /** For the candles that were last loaded; the arrays are transferred. */
  | {
      readonly type: 'indicatorsLoaded';
      readonly symbol: string;
      readonly interval: Interval;
      readonly lines: readonly ChartLines[];
    }
  | {
      readonly type: 'indicatorsChanged';
      readonly symbol: string;
      readonly interval: Interval;
      readonly openTime: number;
      readonly points: readonly ChartPoint[];
    }
  | ({ readonly type: 'candlesFetched'; readonly requestId: number } & CandlesAnswer)
  | { readonly type: 'sparklinesChanged'; readonly sparklines: readonly Sparkline[] }
  | { readonly type: 'backfillChanged'; readonly backfill: BackfillReport }
  | { readonly type: 'coverageChanged'; readonly coverage: CoverageReport }
  | {
      readonly type: 'readinessChecked';
      readonly requestId: number;
      readonly readiness: ReadinessReport;
    }
  | ({ readonly type: 'dataExported'; readonly requestId: number } & ExportedData)
  /** Faults: nothing was changed. */
  | {
      readonly type: 'dataImported';
      readonly requestId: number;
      readonly isTrial: boolean;
      readonly contents: BackupContents | null;
      readonly faults: readonly Fault[];
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
      readonly requestId: number;
      /** Newest first. */
      readonly alerts: readonly Alert[];
      /** Nothing older is stored that matches. */
      readonly isComplete: boolean;
    }
  /** Ring now. Sent to one tab only: one that is seen, if any is. */
  /** `until`: epoch ms of this computer, after which another page may have been asked. */
  | { readonly type: 'deliveryDue'; readonly delivery: Delivery; readonly until: number }
  /** Something that was asked for, or was stored, does not validate: it changed nothing. */
  | { readonly type: 'refused'; readonly faults: readonly Fault[] }
  | { readonly type: 'limitationFound'; readonly limitation: Limitation; readonly reason: string }
  | { readonly type: 'limitationLifted'; readonly limitation: Limitation }
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
