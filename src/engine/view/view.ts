/**
 * What one page shows of the market: quotes, the selected series, health. A hidden page costs nothing
 * per quote: it gets all of them when it is seen again.
 */
import type { ConnectionFact } from '../../binance/connection/status.ts';
import type { Clock, Timer } from '../../binance/ports.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import type { SignalStatistics } from '../../protocol/market-state.ts';
import type { HealthReport } from '../../protocol/health.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { DataFact } from '../market/data-stream.ts';
import type { MarketSession } from '../market/market-session.ts';
import { createChartFeed } from './chart-feed.ts';
import type { ChartFeed } from './chart-feed.ts';
import { createInterest } from './interest.ts';
import type { Interest } from './interest.ts';
import { createOutbox } from './outbox.ts';
import { reportConnection, reportHealth, reportSeries } from './reports.ts';
import { createSparklines } from './sparklines.ts';

const HEALTH_MS = 1_000;

export interface View {
  readonly isVisible: boolean;
  readonly chart: ChartFeed;
  readonly interest: Pick<Interest, 'shownSymbols' | 'isMarketShown'>;
  showSymbols(symbols: readonly string[]): void;
  showMarket(isShown: boolean): void;
  /** The whole state as it is now. */
  postAll(): void;
  /** Every quote that the page is told of. */
  postQuotes(): void;
  /** Another venue is watched from now on. */
  changeVenue(): void;
  /** Arrays in `transfer` are gone on this side afterwards. */
  post(event: EngineEvent, transfer?: readonly ArrayBuffer[]): void;
  handleData(fact: DataFact): void;
  handleConnection(fact: ConnectionFact): void;
  setVisibility(isVisible: boolean): void;
  setUpdateInterval(ms: number): void;
  dispose(): void;
}

export function createView(parts: {
  readonly clock: Clock;
  readonly send: (event: EngineEvent, transfer: readonly ArrayBuffer[]) => void;
  readonly isVisible: boolean;
  readonly session: () => MarketSession;
  readonly settings: () => Settings;
  readonly watchlist: () => Watchlist;
  readonly signalsToday: () => SignalStatistics;
  readonly health: () => Pick<
    HealthReport,
    'isStored' | 'alertsNotKept' | 'isDelivering' | 'observerFaults'
  >;
}): View {
  const { clock, send, session, settings, signalsToday } = parts;
  let { isVisible } = parts;
  const interest = createInterest(parts.watchlist);
  const { updateIntervalMs } = settings();
  const outbox = createOutbox({
    clock,
    updateIntervalMs,
    send,
    quote: (symbol) => session().dataStream.quote(symbol),
  });
  const chart = createChartFeed({
    clock,
    outbox,
    isVisible,
    session,
    signalsToday,
    updateIntervalMs: () => settings().updateIntervalMs,
  });

  const sparklines = createSparklines({
    clock,
    isVisible,
    rest: () => session().rest,
    series: (name) => session().dataStream.series(name),
    post: (changed) => outbox.post({ type: 'sparklinesChanged', sparklines: changed }),
  });

  const postQuotes = (): void => {
    if (!isVisible) return;
    const symbols = [...session().dataStream.quotedSymbols()];
    outbox.quotesChanged(symbols.filter(interest.has));
  };

  const postHealth = (): void => {
    outbox.post({ type: 'healthChanged', health: reportHealth(session(), parts.health()) });
  };

  const postAllSeries = (): void => {
    const series = session()
      .dataStream.allSeries()
      .map((named) => reportSeries(session(), named));
    outbox.post({ type: 'seriesChanged', series });
  };

  let timer: Timer | undefined;
  const tick = (): void => {
    postHealth();
    timer = clock.setTimer(tick, HEALTH_MS);
  };
  if (isVisible) timer = clock.setTimer(tick, 0);
  outbox.setVisibility(isVisible);

  return {
    get isVisible() {
      return isVisible;
    },
    chart,
    interest,
    showSymbols(symbols) {
      interest.showSymbols(symbols);
      sparklines.show(symbols);
    },
    showMarket(isShown) {
      interest.showMarket(isShown);
      if (isShown) postQuotes();
    },
    postAll() {
      outbox.post({ type: 'connectionChanged', connection: reportConnection(session()) });
      postAllSeries();
      postQuotes();
    },
    postQuotes,
    changeVenue: sparklines.reset,
    post: outbox.post,
    handleData(fact) {
      if (fact.type === 'quote') {
        if (isVisible && interest.has(fact.symbol)) outbox.quoteChanged(fact.symbol);
        return;
      }
      if (fact.type === 'quotes') {
        if (isVisible) outbox.quotesChanged(fact.symbols.filter(interest.has));
        return;
      }
      if (fact.type === 'series') {
        outbox.post({ type: 'seriesChanged', series: [reportSeries(session(), fact)] });
        sparklines.handleData(fact);
      }
      chart.handleData(fact);
    },
    handleConnection(fact) {
      outbox.post({ type: 'connectionChanged', connection: reportConnection(session()) });
      if (fact.type === 'stateChanged') postAllSeries();
    },
    setVisibility(next) {
      isVisible = next;
      outbox.setVisibility(next);
      chart.setVisibility(next);
      sparklines.setVisibility(next);
      postQuotes();
      timer?.cancel();
      if (isVisible) tick();
    },
    setUpdateInterval: outbox.setUpdateInterval,
    dispose() {
      timer?.cancel();
      outbox.dispose();
      chart.dispose();
      sparklines.dispose();
    },
  };
}
