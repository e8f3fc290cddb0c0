import { createAttemptLedger } from '../binance/connection/attempt-ledger.ts';
import { parseRule } from '../domain/rules/parse-rule.ts';
import type { Fault } from '../domain/result.ts';
import type { Watchlist } from '../domain/watchlist.ts';
import type { Command, Limitation, StartOptions } from '../protocol/messages.ts';
import { parseSettingChanges } from '../protocol/settings.ts';
import { createAlarm } from './alarm.ts';
import type { EnginePorts } from './engine-ports.ts';
import type { DataFact } from './market/data-stream.ts';
import { createMarketSession } from './market/market-session.ts';
import type { MarketSession } from './market/market-session.ts';
import { createOutbox } from './outbox.ts';
import { createScreen } from './screen.ts';
import { createRulebook } from './rulebook.ts';
import { createConsensusDesk } from './signals/consensus-desk.ts';
import { createJudgedLedger } from './signals/judged-ledger.ts';
import { previewRule } from './signals/rule-preview.ts';
import { createSignalDesk } from './signals/signal-desk.ts';
import { openStorage } from './storage.ts';
import { chooseVenue, firstWatchlist, isSameVenue, profileName } from './venues.ts';
import { changeWatchlist } from './watch-command.ts';

export type RunningCommand = Exclude<Command, { type: 'start' }>;

export interface RunningEngine {
  handle(command: RunningCommand): void;
}

/** A part of the alert history that the page asks for at once. */
const HISTORY_PAGE = 100;

/** Opens the storage, restores what it holds, and begins to watch. */
export async function startEngine(
  ports: EnginePorts,
  options: StartOptions,
  isVisible: boolean,
): Promise<RunningEngine> {
  const { clock, post } = ports;
  const name = profileName(options);
  const known = new Map<Limitation, string>();
  /** Told when found and when its reason changes, not each time that it is felt. */
  const limit = (limitation: Limitation) => (reason: string) => {
    if (known.get(limitation) === reason) return;
    known.set(limitation, reason);
    post({ type: 'limitationFound', limitation, reason }, []);
  };
  const refuse = (faults: readonly Fault[]): void => {
    if (faults.length > 0) post({ type: 'refused', faults }, []);
  };

  const storage = await openStorage(
    clock,
    () => ports.openDatabase(name, limit('storage')),
    limit('storage'),
  );
  const profile = await storage.profile.load();
  let { settings } = profile;
  const first = firstWatchlist(options);
  let watchlist = profile.watchlist ?? first;
  if (watchlist.intervals.length === 0) watchlist = { ...watchlist, intervals: first.intervals };
  const save = (work: Promise<void>): void => {
    work.catch((error: unknown) => limit('storage')(String(error)));
  };
  // What is stored but cannot be read stays on disk until the user chooses anew.
  const isFirstStart = !profile.watchlist && profile.faults.length === 0;
  if (isFirstStart) save(storage.profile.saveWatchlist(watchlist));

  let session: MarketSession;
  const seriesOf = (symbol: string) =>
    session.dataStream
      .allSeries()
      .filter((named) => named.symbol === symbol)
      .map(({ interval, keeper }) => ({ interval, closed: keeper.closed }));
  const outbox = createOutbox({
    clock,
    updateIntervalMs: settings.updateIntervalMs,
    send: post,
    quote: (symbol) => session.dataStream.quote(symbol),
  });
  const alarm = await createAlarm({ ports, name, storage, settings, onLimitation: limit });
  const rulebook = createRulebook({
    rules: profile.rules,
    brokenRules: profile.brokenRules,
    store: storage.profile,
    onStorageFailure: (error) => limit('storage')(String(error)),
    refuse,
    onChange() {
      const { rules, brokenRules } = rulebook;
      signals.setRules(rules);
      consensus.setRules(rules);
      session.watch(watchlist, rules, screen.selected);
      post({ type: 'rulesChanged', rules }, []);
      post({ type: 'brokenRulesChanged', rules: brokenRules }, []);
    },
  });
  const signals = createSignalDesk({ rules: rulebook.rules, watchlist, seriesOf });
  const consensus = createConsensusDesk({
    clock,
    rules: rulebook.rules,
    report: (reports) => post({ type: 'consensusChanged', consensus: reports }, []),
  });
  const screen = createScreen({
    ports,
    outbox,
    isVisible,
    session: () => session,
    settings: () => settings,
    alerts: alarm.alerts,
    isStored: () => storage.isStored && !known.has('storage'),
    isDelivering: () => alarm.isDelivering,
  });
  const judged = createJudgedLedger({
    clock,
    times: profile.judged,
    save: (times) => save(storage.profile.saveJudged(times)),
  });
  const attemptLedger = createAttemptLedger({
    clock,
    store: { load: storage.profile.loadAttempts, save: storage.profile.saveAttempts },
    reportError: (error) => limit('storage')(String(error)),
  });

  /** Candles go through the rules, and what these say is told. */
  const judge = (fact: DataFact): void => {
    const { exchangeTime } = session.dataStream;
    if (fact.type === 'closed') {
      const { symbol, interval, candle, origin } = fact;
      const found = signals.close(symbol, interval, candle, origin);
      alarm.raise(found, origin, exchangeTime);
      consensus.add(found);
      if (origin !== 'history') consensus.close(symbol, interval, candle.openTime);
      judged.note(fact, candle.openTime);
    }
    if (fact.type === 'forming' && session.dataStream.series(fact)?.isCurrent) {
      const found = signals.preview(fact.symbol, fact.interval, fact.candle, exchangeTime);
      alarm.raise(found, 'live', exchangeTime);
      consensus.add(found);
    }
  };

  const openSession = (): MarketSession => {
    const venue = chooseVenue(options, settings);
    // Settings were parsed with their conflicts, and the page parses its own address.
    if (!venue.ok) throw new Error(venue.faults.map(({ field }) => field).join(', '));
    return createMarketSession({
      venue: venue.value,
      network: options.feed === 'demo' ? ports.createDemoNetwork() : ports.network,
      clock,
      random: ports.random,
      attemptLedger,
      settings,
      judged,
      handlers: {
        onData(fact) {
          judge(fact);
          screen.handleData(fact);
        },
        onConnection: screen.handleConnection,
        onSymbols(symbols) {
          post({ type: 'symbolsListed', symbols }, []);
          refuseUnlisted();
        },
        onSymbolsMissing: limit('symbol-list'),
      },
    });
  };

  const setWatchlist = (next: Watchlist): void => {
    watchlist = next;
    save(storage.profile.saveWatchlist(watchlist));
    signals.setWatchlist(watchlist);
    consensus.keep(watchlist.symbols);
    session.watch(watchlist, rulebook.rules, screen.selected);
    post({ type: 'watchlistChanged', watchlist }, []);
  };

  /** Symbols that the exchange does not trade are refused by name; the others go on. */
  const refuseUnlisted = (): void => {
    const faults = watchlist.symbols.flatMap((symbol) => session.faultOf(symbol) ?? []);
    if (faults.length === 0) return;
    const symbols = watchlist.symbols.filter((symbol) => !session.faultOf(symbol));
    refuse(faults);
    setWatchlist({ ...watchlist, symbols });
  };

  const begin = (): void => {
    session.watch(watchlist, rulebook.rules, screen.selected);
    session.pool.connect();
  };

  const changeSettings = (changes: Readonly<Record<string, unknown>>): void => {
    const parsed = parseSettingChanges(settings, changes);
    if (!parsed.ok) return refuse(parsed.faults);
    const before = settings;
    settings = parsed.value;
    save(storage.profile.saveSettings(settings));
    alarm.setSettings(settings);
    outbox.setUpdateInterval(settings.updateIntervalMs);
    post({ type: 'settingsChanged', settings }, []);
    if (isSameVenue(before, settings)) return session.setSettings(settings);
    session.dispose();
    session = openSession();
    begin();
  };

  const loadHistory = async (before: number): Promise<void> => {
    const { alerts, faults } = await alarm.alerts.olderThan(before, HISTORY_PAGE);
    refuse(faults);
    const older = alerts.filter(({ createdAt }) => createdAt < before);
    post({ type: 'historyLoaded', alerts, isComplete: older.length < HISTORY_PAGE }, []);
  };

  const handle = (command: RunningCommand): void => {
    switch (command.type) {
      case 'setVisibility':
        return screen.setVisibility(command.isVisible);
      case 'wake':
        void alarm.alerts.expire();
        return session.pool.wake(command.reason);
      case 'connect':
        return session.pool.connect();
      case 'disconnect':
        return session.pool.disconnect();
      case 'reconnect':
        return session.pool.reconnect();
      case 'watchSymbol':
      case 'unwatchSymbol':
      case 'changeIntervals': {
        const change = changeWatchlist(watchlist, command, session.faultOf);
        refuse(change.faults);
        if (change.watchlist !== watchlist) setWatchlist(change.watchlist);
        return;
      }
      case 'selectSeries':
        screen.select(command);
        return session.watch(watchlist, rulebook.rules, screen.selected);
      case 'changeSettings':
        return changeSettings(command.changes);
      case 'saveRule':
        return rulebook.save(command.rule);
      case 'deleteRule':
        return rulebook.remove(command.ruleId);
      case 'previewRule': {
        const rule = parseRule(command.rule);
        return rule.ok ? post(previewRule(command, rule.value, seriesOf), []) : refuse(rule.faults);
      }
      case 'dismissAlert':
        return void alarm.alerts.dismiss(command.id);
      case 'dismissAllAlerts':
        return void alarm.alerts.dismissAll();
      case 'loadHistory':
        return void loadHistory(command.before);
      case 'confirmDelivery':
        return void alarm.alerts.markAnnounced(command.ids);
      default:
        return command satisfies never;
    }
  };

  session = openSession();
  post(
    {
      type: 'engineStarted',
      venue: session.venue.name,
      isDemo: options.feed === 'demo',
      settings,
      watchlist,
      rules: rulebook.rules,
      alerts: alarm.alerts.history(),
    },
    [],
  );
  post({ type: 'brokenRulesChanged', rules: rulebook.brokenRules }, []);
  refuse([...profile.faults, ...alarm.faults]);
  begin();
  alarm.begin();
  screen.begin();
  return { handle };
}
