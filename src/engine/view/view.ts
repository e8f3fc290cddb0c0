/** What one page shows of the market: quotes, the selected series, health. */
import type { ConnectionFact } from '../../binance/connection/status.ts';
import type { Clock, Timer } from '../../binance/ports.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import type { HealthReport } from '../../protocol/health.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { AlertManager } from '../alerts/alert-manager.ts';
import type { DataFact } from '../market/data-stream.ts';
import type { MarketSession } from '../market/market-session.ts';
import { createChartFeed } from './chart-feed.ts';
import type { ChartFeed } from './chart-feed.ts';
import { createOutbox } from './outbox.ts';
import { reportConnection, reportHealth, reportSeries } from './reports.ts';

const HEALTH_MS = 1_000;

export interface View {
  readonly isVisible: boolean;
  readonly chart: ChartFeed;
  /** Rows of the watchlist that are seen; null until the page has said. */
  readonly shownSymbols: readonly string[] | null;
  /** The page lists all symbols of the exchange. */
  readonly isMarketShown: boolean;
  showSymbols(symbols: readonly string[]): void;
  showMarket(isShown: boolean): void;
  /** The whole state as it is now. */
  postAll(): void;
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
  readonly startOfDay: (time: number) => number;
  readonly send: (event: EngineEvent, transfer: readonly ArrayBuffer[]) => void;
  readonly isVisible: boolean;
  readonly session: () => MarketSession;
  readonly settings: () => Settings;
  readonly alerts: Pick<AlertManager, 'history'>;
  readonly health: () => Pick<HealthReport, 'isStored' | 'isDelivering' | 'observerFaults'>;
}): View {
  const { clock, startOfDay, send, session, settings, alerts } = parts;
  let { isVisible } = parts;
  let shownSymbols: readonly string[] | null = null;
  let isMarketShown = false;
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
    alerts,
    updateIntervalMs: () => settings().updateIntervalMs,
    startOfDay,
  });

  const postHealth = (): void => {
    outbox.post({ type: 'healthChanged', health: reportHealth(session(), parts.health()) });
  };

  const postAllSeries = (): void => {
    const series = session()
      .dataStream.allSeries()
      .map((named) => reportSeries(session(), named));
    outbox.post({ type: 'seriesChanged', series });
  };

  let timer: Timer;
  const tick = (): void => {
    if (isVisible) postHealth();
    timer = clock.setTimer(tick, HEALTH_MS);
  };
  timer = clock.setTimer(tick, 0);
  outbox.setVisibility(isVisible);

  return {
    get isVisible() {
      return isVisible;
    },
    chart,
    get shownSymbols() {
      return shownSymbols;
    },
    get isMarketShown() {
      return isMarketShown;
    },
    showSymbols(symbols) {
      shownSymbols = symbols;
    },
    showMarket(isShown) {
      isMarketShown = isShown;
    },
    postAll() {
      outbox.post({ type: 'connectionChanged', connection: reportConnection(session()) });
      postAllSeries();
      for (const { symbol } of session().dataStream.quotes()) outbox.quoteChanged(symbol);
    },
    post: outbox.post,
    handleData(fact) {
      if (fact.type === 'quote') return outbox.quoteChanged(fact.symbol);
      if (fact.type === 'series') {
        outbox.post({ type: 'seriesChanged', series: [reportSeries(session(), fact)] });
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
      if (isVisible) postHealth();
    },
    setUpdateInterval: outbox.setUpdateInterval,
    dispose() {
      timer.cancel();
      outbox.dispose();
      chart.dispose();
    },
  };
}
