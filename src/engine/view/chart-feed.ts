/**
 * The series on one page's chart: its candles, and what is computed from them for the screen.
 *
 * Guarantees: indicators are folded once per closed candle, and the open candle is previewed at most
 * once per post; the past that a page asked for stays beside the live buffer until another series is
 * shown; every question is answered, also when the exchange has nothing to say.
 */
import type { Clock, Timer } from '../../binance/ports.ts';
import { sliceColumns } from '../../domain/candle.ts';
import { MOST_CHART_CANDLES } from '../../protocol/chart.ts';
import type { ChartIndicator, ChartPoint } from '../../protocol/chart.ts';
import type { SignalStatistics } from '../../protocol/market-state.ts';
import type { EngineEvent } from '../../protocol/messages.ts';
import type { DataFact } from '../market/data-stream.ts';
import type { SeriesName } from '../market/series-name.ts';
import type { MarketSession } from '../market/market-session.ts';
import { isSameSeries } from '../market/wanted-streams.ts';
import { trackSeriesMetrics } from '../signals/series-metrics.ts';
import type { SeriesMetricsTracker } from '../signals/series-metrics.ts';
import { createChartCandles } from './chart-candles.ts';
import type { ChartCandles } from './chart-candles.ts';
import { fetchCandles, fetchOlder } from './chart-history.ts';
import type { CandlesQuestion } from './chart-history.ts';
import { chooseIndicators, trackIndicators } from './chart-tracks.ts';
import type { ChartTracks, ChosenIndicator } from './chart-tracks.ts';
import type { Outbox } from './outbox.ts';

export interface ChartFeed {
  readonly selected: SeriesName | null;
  select(name: SeriesName): void;
  showIndicators(indicators: readonly ChartIndicator[]): void;
  /** Answered by `candlesLoaded`, with nothing new where the exchange did not answer. */
  loadOlder(): void;
  answerCandles(question: CandlesQuestion): void;
  handleData(fact: DataFact): void;
  setVisibility(isVisible: boolean): void;
  dispose(): void;
}

/** The series that is shown, as far as it is known. */
interface Shown extends SeriesName {
  /** What it is watched by: another exchange's candles are none of its past. */
  readonly session: MarketSession;
  readonly candles: ChartCandles;
  tracks: ChartTracks | undefined;
  metrics: SeriesMetricsTracker | undefined;
  /** The exchange has no older candles. */
  isComplete: boolean;
  isFetching: boolean;
}

export function createChartFeed(parts: {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly isVisible: boolean;
  readonly session: () => MarketSession;
  readonly signalsToday: () => SignalStatistics;
  readonly updateIntervalMs: () => number;
}): ChartFeed {
  const { clock, outbox, session, signalsToday, updateIntervalMs } = parts;
  let { isVisible } = parts;
  let shown: Shown | undefined;
  let chosen: readonly ChosenIndicator[] = [];
  let metricsTimer: Timer | undefined;
  let isDisposed = false;

  const show = ({ symbol, interval }: SeriesName): Shown => ({
    symbol,
    interval,
    session: session(),
    candles: createChartCandles(interval),
    tracks: undefined,
    metrics: undefined,
    isComplete: false,
    isFetching: false,
  });

  /** The candles anew: those that are watched have changed as a whole, or there are older ones. */
  const reload = (): void => {
    outbox.dropForming();
    if (shown && shown.session !== session()) shown = show(shown);
    const watched = shown && session().dataStream.series(shown);
    if (!shown || !watched) return;
    const { symbol, interval, candles, isComplete } = shown;
    candles.follow(watched.closed);
    shown.metrics = trackSeriesMetrics(watched.closed.columns(), watched.closed.capacity);
    const columns = sliceColumns(candles.columns(), 0, candles.length);
    post({ type: 'candlesLoaded', symbol, interval, columns, isComplete }, Object.values(columns));
    reloadLines(shown);
    postForming(shown);
    scheduleMetrics();
  };

  const reloadLines = (of: Shown): void => {
    const { symbol, interval, candles } = of;
    of.tracks = trackIndicators(chosen, candles.columns());
    const { lines } = of.tracks;
    const arrays = lines.flatMap(({ outputs }) => Object.values(outputs));
    post({ type: 'indicatorsLoaded', symbol, interval, lines }, arrays);
  };

  const isBehind = (of: Shown): boolean =>
    of.candles.length === 0 && (session().dataStream.series(of)?.closed.length ?? 0) > 1;

  const postForming = (of: Shown): void => {
    const { symbol, interval } = of;
    const candle = session().dataStream.series(of)?.forming;
    if (!candle) return;
    outbox.formingChanged({ symbol, interval, candle, isClosed: false }, () =>
      changedAt(of, candle.openTime, of.tracks?.preview(candle) ?? []),
    );
  };

  const changedAt = (
    { symbol, interval }: SeriesName,
    openTime: number,
    points: readonly ChartPoint[],
  ): EngineEvent | undefined =>
    points.length === 0
      ? undefined
      : { type: 'indicatorsChanged', symbol, interval, openTime, points };

  const post = (event: EngineEvent, arrays: readonly Float64Array[]): void =>
    outbox.post(
      event,
      arrays.map(({ buffer }) => buffer as ArrayBuffer),
    );

  /** Metrics are state: computed at most once per update interval, and for a page that is seen. */
  const scheduleMetrics = (): void => {
    if (isVisible) metricsTimer ??= clock.setTimer(postMetrics, updateIntervalMs());
  };

  const postMetrics = (): void => {
    metricsTimer = undefined;
    const watched = shown && session().dataStream.series(shown);
    if (!shown?.metrics || !watched) return;
    const { symbol, interval, metrics } = shown;
    const indicators = metrics.read(watched.forming);
    outbox.post({
      type: 'metricsChanged',
      metrics: { symbol, interval, indicators, signalsToday: signalsToday() },
    });
  };

  const loadOlder = async (): Promise<void> => {
    const asking = shown;
    const first = asking?.candles.first;
    if (!asking || first === undefined || asking.isFetching) return;
    asking.isFetching = true;
    const isRoom = asking.candles.length < MOST_CHART_CANDLES && !asking.isComplete;
    const found = isRoom ? await fetchOlder(asking.session, asking, first) : null;
    asking.isFetching = false;
    if (isDisposed || shown !== asking) return;
    if (found) {
      asking.candles.prepend(found.candles);
      asking.isComplete = found.isComplete;
    }
    reload();
  };

  return {
    get selected() {
      return shown ? { symbol: shown.symbol, interval: shown.interval } : null;
    },
    select(name) {
      shown = show(name);
      reload();
    },
    showIndicators(wanted) {
      const choice = chooseIndicators(wanted);
      if (choice.faults.length > 0) outbox.post({ type: 'refused', faults: choice.faults });
      ({ chosen } = choice);
      if (!shown?.tracks) return;
      reloadLines(shown);
      postForming(shown);
    },
    loadOlder: () => void loadOlder(),
    answerCandles(question) {
      const { requestId } = question;
      void fetchCandles(session(), question).then((answer) => {
        if (isDisposed) return;
        post({ type: 'candlesFetched', requestId, ...answer }, Object.values(answer.columns));
      });
    },
    handleData(fact) {
      if (fact.type === 'quote' || fact.type === 'quotes') return;
      if (!shown || !isSameSeries(fact, shown)) return;
      // While the first history is merged, each of its candles is told of: all of them follow at once.
      if (fact.type !== 'series' && isBehind(shown)) return;
      switch (fact.type) {
        case 'forming':
          postForming(shown);
          return scheduleMetrics();
        case 'closed': {
          // History comes as a whole, once it is merged.
          if (fact.origin === 'history') return;
          const { symbol, interval, candle } = fact;
          const points = shown.candles.append(candle) ? shown.tracks?.close(candle) : undefined;
          shown.metrics?.close(candle);
          outbox.dropForming();
          outbox.post({ type: 'candleChanged', symbol, interval, candle, isClosed: true });
          const more = changedAt(fact, candle.openTime, points ?? []);
          if (more) outbox.post(more);
          return scheduleMetrics();
        }
        case 'series':
          return reload();
        default:
          return fact satisfies never;
      }
    },
    setVisibility(next) {
      isVisible = next;
      if (isVisible) scheduleMetrics();
    },
    dispose() {
      isDisposed = true;
      metricsTimer?.cancel();
    },
  };
}
