import { batch } from '@preact/signals';
import type { MarketSymbol } from '../../domain/market.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { EngineEvent, Limitation } from '../../protocol/messages.ts';
import { settleAnswer } from '../ask.ts';
import { limitationAction } from '../notices/limitation-action.ts';
import { text } from '../text/text.ts';
import { applyAlerts, resetAlerts } from './alerts.ts';
import { backfill } from './backfill.ts';
import { applyPoints, loadLines } from './chart-lines.ts';
import { connection } from './connection.ts';
import { applyConsensus, keepConsensusOf } from './consensus.ts';
import { coverage } from './coverage.ts';
import { deliver } from './delivery.ts';
import { engineFailure, engineStarts, engineState, isDemo, limitations, venue } from './engine.ts';
import { health } from './health.ts';
import { metrics } from './metrics.ts';
import { closeNotice, notify } from './notices.ts';
import { applyQuotes, keepQuotesOf, reformatQuotes } from './quotes.ts';
import { applyPreview } from './rule-preview.ts';
import { brokenRules, rules } from './rules.ts';
import { keepSelectionIn } from './selection.ts';
import { applyCandle, applySeriesReports, loadCandles } from './series.ts';
import { settings } from './settings.ts';
import { applySparklines } from './sparklines.ts';
import { symbols } from './symbols.ts';
import { watchlist } from './watchlist.ts';

/** Brings one event of the engine into the page's state. */
export function apply(event: EngineEvent): void {
  batch(() => applyOne(event));
}

function applyOne(event: EngineEvent): void {
  switch (event.type) {
    case 'engineStarted':
      engineState.value = 'running';
      engineStarts.value += 1;
      engineFailure.value = '';
      // Those of an engine that is gone: this one tells its own.
      Object.keys(limitations.value).forEach(liftLimitation);
      isDemo.value = event.isDemo;
      venue.value = event.venue;
      settings.value = event.settings;
      rules.value = event.rules;
      applyWatchlist(event.watchlist);
      return resetAlerts(event.alerts);
    case 'symbolsListed':
      return applySymbols(event.symbols);
    case 'watchlistChanged':
      return applyWatchlist(event.watchlist);
    case 'settingsChanged':
      settings.value = event.settings;
      return;
    case 'rulesChanged':
      rules.value = event.rules;
      return;
    case 'brokenRulesChanged':
      brokenRules.value = event.rules;
      return;
    case 'rulePreviewed':
      return applyPreview(event);
    case 'consensusChanged':
      return applyConsensus(event.consensus);
    case 'quotesChanged':
      return applyQuotes(event.quotes);
    case 'candlesLoaded':
      return loadCandles(event.symbol, event.interval, event.columns, event.isComplete);
    case 'candleChanged':
      return applyCandle(event);
    case 'indicatorsLoaded':
      return loadLines(event.symbol, event.interval, event.lines);
    case 'indicatorsChanged':
      return applyPoints(event.symbol, event.interval, event.openTime, event.points);
    case 'sparklinesChanged':
      return applySparklines(event.sparklines);
    case 'backfillChanged':
      backfill.value = event.backfill;
      return;
    case 'coverageChanged':
      coverage.value = event.coverage;
      return;
    case 'candlesFetched':
    case 'historyLoaded':
    case 'readinessChecked':
    case 'dataExported':
    case 'dataImported':
      return settleAnswer(event);
    case 'seriesChanged':
      return applySeriesReports(event.series);
    case 'metricsChanged':
      metrics.value = event.metrics;
      return;
    case 'connectionChanged':
      connection.value = event.connection;
      return;
    case 'healthChanged':
      health.value = event.health;
      connection.value = event.health.connection;
      return;
    case 'alertsChanged':
      return applyAlerts(event.alerts);
    case 'deliveryDue':
      return deliver(event.delivery, event.until);
    case 'refused':
      for (const fault of event.faults) notify('error', text().fault(fault));
      return;
    case 'limitationFound':
      limitations.value = { ...limitations.value, [event.limitation]: event.reason };
      return tellLimitation(event.limitation, event.reason);
    case 'limitationLifted':
      return liftLimitation(event.limitation);
    case 'engineFailed':
      return failEngine(event.message);
    default:
      return event satisfies never;
  }
}

function liftLimitation(limitation: string): void {
  const { [limitation]: _gone, ...others } = limitations.value;
  limitations.value = others;
  closeNotice(`limitation:${limitation}`);
}

function tellLimitation(limitation: Limitation, reason: string): void {
  const action = limitationAction(limitation);
  notify('warning', text().notices.limitation(limitation, reason), {
    id: `limitation:${limitation}`,
    ...(action === null ? {} : { action }),
  });
}

/** Says on the page that nothing is being watched, and why. */
export function failEngine(message: string): void {
  engineState.value = 'failed';
  engineFailure.value = message;
}

function applyWatchlist(next: Watchlist): void {
  const before = watchlist.value;
  watchlist.value = next;
  keepSelectionIn(before, next);
  keepQuotesOf(next.symbols);
  keepConsensusOf(next.symbols);
}

function applySymbols(listed: readonly MarketSymbol[]): void {
  symbols.value = listed;
  reformatQuotes();
}
