/** What the page shows of the market: quotes, the selected series, its metrics, health. */
import type { ConnectionFact } from '../binance/connection/status.ts';
import type { Timer } from '../binance/ports.ts';
import type { Settings } from '../protocol/settings.ts';
import type { AlertManager } from './alerts/alert-manager.ts';
import type { EnginePorts } from './engine-ports.ts';
import type { DataFact, SeriesName } from './market/data-stream.ts';
import type { MarketSession } from './market/market-session.ts';
import { isSameSeries } from './market/wanted-streams.ts';
import type { Outbox } from './outbox.ts';
import { reportConnection, reportHealth, reportSeries } from './reports.ts';
import { trackSeriesMetrics } from './signals/series-metrics.ts';
import type { SeriesMetricsTracker } from './signals/series-metrics.ts';
import { signalStatistics } from './signals/signal-statistics.ts';

const HEALTH_MS = 1_000;

export interface Screen {
  /** The series on the chart. */
  readonly selected: SeriesName | null;
  select(name: SeriesName): void;
  handleData(fact: DataFact): void;
  handleConnection(fact: ConnectionFact): void;
  setVisibility(isVisible: boolean): void;
  begin(): void;
}

export function createScreen(parts: {
  readonly ports: EnginePorts;
  readonly outbox: Outbox;
  readonly isVisible: boolean;
  readonly session: () => MarketSession;
  readonly settings: () => Settings;
  readonly alerts: AlertManager;
  readonly isStored: () => boolean;
  readonly isDelivering: () => boolean;
}): Screen {
  const { ports, outbox, session, settings, alerts, isStored, isDelivering } = parts;
  const { clock, startOfDay } = ports;
  let { isVisible } = parts;
  let selected: SeriesName | null = null;
  let metrics: SeriesMetricsTracker | undefined;
  let metricsTimer: Timer | undefined;

  const postCandles = (): void => {
    outbox.dropForming();
    metrics = undefined;
    const series = selected && session().dataStream.series(selected);
    if (!selected || !series) return;
    const columns = series.closed.copyColumns();
    metrics = trackSeriesMetrics(columns);
    const { symbol, interval } = selected;
    const transfer = Object.values(columns).map(({ buffer }) => buffer as ArrayBuffer);
    outbox.post({ type: 'candlesLoaded', symbol, interval, columns }, transfer);
    if (series.forming)
      outbox.formingChanged({ ...selected, candle: series.forming, isClosed: false });
    scheduleMetrics();
  };

  /** Metrics are state: computed at most once per update interval, and for a page that is seen. */
  const scheduleMetrics = (): void => {
    if (isVisible) metricsTimer ??= clock.setTimer(postMetrics, settings().updateIntervalMs);
  };

  const postMetrics = (): void => {
    metricsTimer = undefined;
    const series = selected && session().dataStream.series(selected);
    if (!selected || !series || !metrics) return;
    const { symbol, interval } = selected;
    const since = startOfDay(clock.now());
    const indicators = metrics.read(series.forming);
    const signalsToday = signalStatistics(alerts.history(Infinity, { since }), since);
    outbox.post({
      type: 'metricsChanged',
      metrics: { symbol, interval, indicators, signalsToday },
    });
  };

  const postHealth = (): void => {
    const health = reportHealth(session(), {
      isStored: isStored(),
      isDelivering: isDelivering(),
      observerFaults: alerts.status().observerFaults + session().observerFaults,
    });
    outbox.post({ type: 'healthChanged', health });
  };

  const postAllSeries = (): void => {
    const series = session()
      .dataStream.allSeries()
      .map((named) => reportSeries(session(), named));
    outbox.post({ type: 'seriesChanged', series });
  };

  const tick = (): void => {
    if (isVisible) postHealth();
    clock.setTimer(tick, HEALTH_MS);
  };

  return {
    get selected() {
      return selected;
    },
    select({ symbol, interval }) {
      selected = { symbol, interval };
      postCandles();
    },
    handleData(fact) {
      switch (fact.type) {
        case 'quote':
          return outbox.quoteChanged(fact.symbol);
        case 'forming':
          if (!isSameSeries(fact, selected)) return;
          outbox.formingChanged({
            symbol: fact.symbol,
            interval: fact.interval,
            candle: fact.candle,
            isClosed: false,
          });
          return scheduleMetrics();
        case 'closed': {
          // History comes as a whole, once it is merged.
          if (fact.origin === 'history' || !isSameSeries(fact, selected)) return;
          const { symbol, interval, candle } = fact;
          metrics?.close(candle);
          outbox.dropForming();
          outbox.post({ type: 'candleChanged', symbol, interval, candle, isClosed: true });
          return scheduleMetrics();
        }
        case 'series':
          outbox.post({ type: 'seriesChanged', series: [reportSeries(session(), fact)] });
          if (isSameSeries(fact, selected)) postCandles();
          return;
        default:
          return fact satisfies never;
      }
    },
    handleConnection(fact) {
      outbox.post({ type: 'connectionChanged', connection: reportConnection(session()) });
      if (fact.type === 'stateChanged') postAllSeries();
    },
    setVisibility(next) {
      isVisible = next;
      outbox.setVisibility(next);
      if (!next) return;
      postHealth();
      scheduleMetrics();
    },
    begin() {
      outbox.setVisibility(isVisible);
      tick();
    },
  };
}
