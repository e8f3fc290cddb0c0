/** Carries out what pages ask for. What does not validate is refused to the page that asked. */
import type { Fault } from '../domain/result.ts';
import { parseRule } from '../domain/rules/parse-rule.ts';
import type { EngineEvent } from '../protocol/messages.ts';
import type { Alarm } from './alarm.ts';
import type { BackupDesk } from './backup/backup.ts';
import type { Choices } from './choices.ts';
import type { CoverageLog } from './coverage/coverage-log.ts';
import type { DeliveryRoute } from './delivery/delivery-route.ts';
import type { MarketSession } from './market/market-session.ts';
import type { ReadinessCheck } from './readiness/readiness-check.ts';
import type { Rulebook } from './rulebook.ts';
import type { RunningCommand } from './running-engine.ts';
import { previewRule } from './signals/rule-preview.ts';
import type { ClosedSeries } from './signals/signal-desk.ts';
import type { View } from './view/view.ts';
import { changeWatchlist } from './watch-command.ts';

/** More of the alert history at once would hold up whatever happens meanwhile. */
const MOST_HISTORY = 1_000;

export function createCommandDesk(parts: {
  readonly watch: () => void;
  /** Rows, or the whole market, are seen or not any more. */
  readonly look: () => void;
  readonly session: () => MarketSession;
  readonly choices: Choices;
  readonly rulebook: Rulebook;
  readonly alarm: Alarm;
  readonly route: Pick<DeliveryRoute, 'confirm'>;
  readonly readiness: ReadinessCheck;
  readonly coverage: CoverageLog;
  readonly backup: BackupDesk;
  /** Another engine begins with what is stored by then. */
  readonly restart: () => void;
  readonly seriesOf: (symbol: string) => readonly ClosedSeries[];
}): (command: RunningCommand, from: View) => void {
  const { watch, look, session, choices, rulebook, alarm, route, seriesOf } = parts;
  const { readiness, coverage, backup, restart } = parts;

  const loadHistory = async (
    { requestId, before, limit, filter }: Extract<RunningCommand, { type: 'loadHistory' }>,
    view: View,
  ): Promise<void> => {
    const most = Math.min(Math.max(1, Math.floor(limit)), MOST_HISTORY);
    const { alerts, faults, older } = await alarm.alerts.olderThan(before, most, filter);
    refuse(faults, view);
    view.post({ type: 'historyLoaded', requestId, alerts, isComplete: older !== 'some' });
  };

  const checkReadiness = async (requestId: number, view: View): Promise<void> => {
    view.post({ type: 'readinessChecked', requestId, readiness: await readiness.run() });
  };

  const exportData = async (requestId: number, view: View): Promise<void> => {
    view.post({ type: 'dataExported', requestId, ...(await backup.exportData()) });
  };

  const importData = async (
    { requestId, text, isTrial }: Extract<RunningCommand, { type: 'importData' }>,
    view: View,
  ): Promise<void> => {
    const answer = await backup.importData(text, isTrial);
    view.post({ type: 'dataImported', requestId, isTrial, ...answer });
    if (!isTrial && answer.contents) restart();
  };

  const coverageReport = (): EngineEvent => ({
    type: 'coverageChanged',
    coverage: coverage.report(),
  });

  return (command, view) => {
    switch (command.type) {
      case 'setVisibility':
        view.setVisibility(command.isVisible);
        if (command.isVisible) view.post(coverageReport());
        else coverage.save();
        return watch();
      case 'showSymbols':
        view.showSymbols(command.symbols);
        return look();
      case 'showMarket':
        view.showMarket(command.isShown);
        return look();
      case 'selectSeries':
        view.chart.select(command);
        return watch();
      case 'wake':
        void alarm.alerts.expire();
        return session().pool.wake(command.reason);
      case 'connect':
        coverage.setWanted(true);
        return session().pool.connect();
      case 'disconnect':
        coverage.setWanted(false);
        return session().pool.disconnect();
      case 'reconnect':
        coverage.setWanted(true);
        return session().pool.reconnect();
      case 'watchSymbol':
      case 'unwatchSymbol':
      case 'arrangeSymbols':
      case 'changeIntervals': {
        const change = changeWatchlist(choices.watchlist, command, session().faultOf);
        refuse(change.faults, view);
        if (change.watchlist !== choices.watchlist) choices.setWatchlist(change.watchlist);
        return;
      }
      case 'changeSettings':
        return choices.changeSettings(command.changes);
      case 'saveRule':
        return rulebook.save(command.rule);
      case 'deleteRule':
        return rulebook.remove(command.ruleId);
      case 'previewRule': {
        const rule = parseRule(command.rule);
        if (!rule.ok) return refuse(rule.faults, view);
        return view.post(previewRule(command, rule.value, seriesOf));
      }
      case 'dismissAlert':
        return void alarm.alerts.dismiss(command.id);
      case 'dismissAllAlerts':
        return void alarm.alerts.dismissAll();
      case 'loadHistory':
        return void loadHistory(command, view);
      case 'confirmDelivery':
        route.confirm(command.ids);
        return void alarm.alerts.markAnnounced(command.ids);
      case 'checkReadiness':
        return void checkReadiness(command.requestId, view);
      case 'showIndicators':
        return view.chart.showIndicators(command.indicators);
      case 'loadOlderCandles':
        return view.chart.loadOlder();
      case 'fetchCandles':
        return view.chart.answerCandles(command);
      case 'stopBackfill':
        return session().backfill.stop();
      case 'resumeBackfill':
        return session().backfill.resume();
      case 'exportData':
        return void exportData(command.requestId, view);
      case 'importData':
        return void importData(command, view);
      default:
        return command satisfies never;
    }
  };
}

function refuse(faults: readonly Fault[], view: View): void {
  if (faults.length > 0) view.post({ type: 'refused', faults });
}
