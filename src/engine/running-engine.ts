/** The engine of the tab that leads: it watches, judges, rings, and shows the pages what it sees. */
import { createAttemptLedger } from '../binance/connection/attempt-ledger.ts';
import type { MarketSymbol } from '../domain/market.ts';
import type { Fault } from '../domain/result.ts';
import type { Command, EngineEvent, StartOptions } from '../protocol/messages.ts';
import { createAlarm } from './alarm.ts';
import { createBackupDesk } from './backup/backup.ts';
import { createChoices } from './choices.ts';
import { createCommandDesk } from './command-desk.ts';
import { openCoverageLog } from './coverage/coverage-log.ts';
import { createDeliveryRoute } from './delivery/delivery-route.ts';
import type { EnginePorts } from './engine-ports.ts';
import type { Limitations } from './limitations.ts';
import { createMarketSession } from './market/market-session.ts';
import type { MarketSession } from './market/market-session.ts';
import { judgedSeries, wantedSeries } from './market/wanted-streams.ts';
import { createReadinessCheck } from './readiness/readiness-check.ts';
import { createRulebook } from './rulebook.ts';
import { createJudgement } from './signals/judgement.ts';
import { createSignalsToday } from './signals/signals-today.ts';
import type { Storage } from './storage.ts';
import { troubleInWords } from './store/storage-trouble.ts';
import { chooseVenue, firstWatchlist, isSameVenue } from './venues.ts';
import { createView } from './view/view.ts';
import type { View } from './view/view.ts';
import { createViews } from './views.ts';
import { createWelcome } from './welcome.ts';

/** What pages ask of an engine that runs. */
export type RunningCommand = Exclude<Command, { type: 'start' | 'leave' | 'return' }>;

/** A page that looks on. */
export interface PagePort {
  readonly isVisible: boolean;
  readonly send: (event: EngineEvent, transfer: readonly ArrayBuffer[]) => void;
}

export interface RunningEngine {
  /** Posts everything that the page needs to draw, and whatever changes from now on. */
  open(page: PagePort): View;
  close(view: View): void;
  /**
   * Connects, unless the user wants no connection. To be called after the first page was opened: it
   * is told the settings that allow hosts.
   */
  connect(isWanted: boolean): void;
  handle(command: RunningCommand, from: View): void;
  /** To every page. */
  tell(event: EngineEvent): void;
  /** What was held back while this tab was not sure to lead is told. */
  beSure(): void;
  /** Ends everything; nothing is posted afterwards. */
  dispose(): void;
}

/** Restores what the storage holds, and begins to watch. */
export async function startEngine(parts: {
  readonly ports: EnginePorts;
  readonly options: StartOptions;
  readonly storage: Storage;
  readonly limitations: Limitations;
  /** Whether this tab is still the one that rings. */
  readonly isSure: () => boolean;
  /** Asks for another engine in place of this one. */
  readonly restart: () => void;
}): Promise<RunningEngine> {
  const { ports, options, storage, limitations, isSure, restart } = parts;
  const { clock } = ports;
  const views = createViews();
  const { tell } = views;
  const refuse = (faults: readonly Fault[]): void => {
    if (faults.length > 0) tell({ type: 'refused', faults });
  };

  const profile = await storage.profile.load();
  let session: MarketSession;
  let listed: readonly MarketSymbol[] | undefined;
  const seriesOf = (symbol: string) =>
    session.dataStream
      .allSeries()
      .filter((named) => named.symbol === symbol)
      .map(({ interval, keeper }) => ({ interval, closed: keeper.closed }));
  const watch = (): void => {
    const { watchlist } = choices;
    const { symbols } = watchlist;
    const shown = views.wants;
    const onCharts = shown.onCharts.filter(({ symbol }) => !session.unlistedFaultOf(symbol));
    const wants = { watchlist, rules: rulebook.rules, ...shown, onCharts };
    coverage.watch({ symbols, followed: wantedSeries(wants), judged: judgedSeries(wants) });
    session.watch(wants);
  };

  const choices = createChoices({
    profile,
    first: firstWatchlist(options),
    store: storage.profile,
    refuse,
    onSettings(settings, before) {
      alarm.setLimits(settings);
      views.each((view) => view.setUpdateInterval(settings.updateIntervalMs));
      tell({ type: 'settingsChanged', settings });
      if (isSameVenue(before, settings)) return session.setSettings(settings);
      coverage.restart();
      session.dispose();
      session = openSession();
      views.each((view) => view.changeVenue());
      watch();
      session.pool.connect();
    },
    onWatchlist(watchlist) {
      judgement.setWatchlist(watchlist);
      watch();
      tell({ type: 'watchlistChanged', watchlist });
      views.each((view) => view.postQuotes());
    },
  });
  const coverage = await openCoverageLog({
    clock,
    store: storage.profile,
    refuse,
    onStorageFailure: limitations.found('storage'),
    hasAudience: () => views.wants.isVisible,
    onReport: (report) =>
      views.each((view) => {
        if (view.isVisible) view.post({ type: 'coverageChanged', coverage: report });
      }),
  });
  const route = createDeliveryRoute({ clock, foremost: views.foremost });
  const alarm = await createAlarm({
    clock,
    store: storage.alerts,
    limits: choices.settings,
    tell,
    deliver: route.deliver,
    isSure,
  });
  const { startOfDay } = ports;
  const signalsToday = createSignalsToday({ clock, alerts: alarm.alerts, startOfDay });
  const rulebook = createRulebook({
    rules: profile.rules,
    brokenRules: profile.brokenRules,
    store: storage.profile,
    refuse,
    onChange() {
      const { rules, brokenRules } = rulebook;
      judgement.setRules(rules);
      watch();
      tell({ type: 'rulesChanged', rules });
      tell({ type: 'brokenRulesChanged', rules: brokenRules });
    },
  });
  const judgement = createJudgement({
    clock,
    rules: rulebook.rules,
    watchlist: choices.watchlist,
    judged: profile.judged,
    seriesOf,
    saveJudged: (times) => void storage.profile.saveJudged(times),
    isAllStored: () => alarm.isSettled && storage.isStored,
    onConsensus: (reports) => tell({ type: 'consensusChanged', consensus: reports }),
    onSignals: alarm.raise,
  });
  const attemptLedger = createAttemptLedger({
    clock,
    store: { load: storage.profile.loadAttempts, save: storage.profile.saveAttempts },
    reportError: (error) => limitations.found('storage')(troubleInWords(error)),
  });

  const network = options.feed === 'demo' ? ports.createDemoNetwork() : ports.network;
  const openSession = (): MarketSession => {
    const venue = chooseVenue(options, choices.settings);
    // Settings were parsed with their conflicts, and the page parses its own address.
    if (!venue.ok) throw new Error(venue.faults.map(({ field }) => field).join(', '));
    const opened = createMarketSession({
      venue: venue.value,
      network,
      clock,
      random: ports.random,
      attemptLedger,
      settings: choices.settings,
      judged: judgement.ledger,
      candles: storage.candles,
      handlers: {
        onData(fact) {
          coverage.handleData(fact);
          judgement.judge(fact, session.dataStream);
          views.each((view) => view.handleData(fact));
        },
        onConnection(fact) {
          coverage.handleConnection(fact);
          views.each((view) => view.handleConnection(fact));
        },
        onSymbols(symbols) {
          listed = symbols;
          limitations.lift('symbol-list');
          tell({ type: 'symbolsListed', symbols });
          refuseUnlisted();
          watch();
        },
        onSymbolsMissing: limitations.found('symbol-list'),
      },
    });
    opened.backfill.observe((backfill) => tell({ type: 'backfillChanged', backfill }));
    return opened;
  };

  /** Symbols that the exchange does not list are refused by name; the others go on, halted ones too. */
  const refuseUnlisted = (): void => {
    const { watchlist } = choices;
    const faults = watchlist.symbols.flatMap((symbol) => session.unlistedFaultOf(symbol) ?? []);
    if (faults.length === 0) return;
    const symbols = watchlist.symbols.filter((symbol) => !session.unlistedFaultOf(symbol));
    refuse(faults);
    choices.setWatchlist({ ...watchlist, symbols });
  };

  const welcome = createWelcome({
    isDemo: options.feed === 'demo',
    choices,
    rulebook,
    alarm,
    judgement,
    coverage,
    limitations,
    unread: [...profile.faults, ...alarm.faults],
  });

  const open = ({ isVisible, send }: PagePort): View => {
    const view = createView({
      clock,
      send,
      isVisible,
      session: () => session,
      settings: () => choices.settings,
      watchlist: () => choices.watchlist,
      signalsToday: signalsToday.statistics,
      health: () => ({
        isStored: storage.isStored,
        alertsNotKept: storage.givenUp,
        isDelivering: view === views.foremost(),
        observerFaults: alarm.alerts.status().observerFaults + session.observerFaults,
      }),
    });
    welcome(view, session, listed);
    views.add(view);
    watch();
    route.opened();
    return view;
  };

  session = openSession();
  const handle = createCommandDesk({
    watch,
    look: () => session.look(views.wants),
    session: () => session,
    choices,
    rulebook,
    alarm,
    route,
    readiness: createReadinessCheck({
      clock,
      network,
      venue: () => session.venue,
      attemptLedger,
      restPausedUntil: () => session.rest.status.pausedUntil,
      isStored: () => storage.isStored,
    }),
    coverage,
    backup: createBackupDesk({ clock, storage }),
    restart,
    seriesOf,
  });
  alarm.begin();

  return {
    open,
    connect(isWanted) {
      coverage.setWanted(isWanted);
      if (isWanted) session.pool.connect();
    },
    close(view) {
      views.remove(view);
      route.closed(view);
      watch();
    },
    handle,
    tell,
    beSure: alarm.tell,
    dispose() {
      views.clear();
      coverage.close();
      session.dispose();
      route.dispose();
      signalsToday.dispose();
      alarm.dispose();
      judgement.dispose();
    },
  };
}
