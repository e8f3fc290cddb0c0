/**
 * One venue being watched: its connection, its REST client, and the market data that they feed.
 * Another venue is another session.
 */
import { createConnectionPool } from '../../binance/connection/connection-pool.ts';
import type { ConnectionPool } from '../../binance/connection/connection-pool.ts';
import type { AttemptLedger } from '../../binance/connection/attempt-ledger.ts';
import { createDiagnose } from '../../binance/connection/diagnose.ts';
import type { ConnectionFact } from '../../binance/connection/status.ts';
import type { Clock, HttpGet, OpenSocket, Random, Timer } from '../../binance/ports.ts';
import { createRestClient } from '../../binance/rest.ts';
import type { RestClient } from '../../binance/rest.ts';
import { klineStream } from '../../binance/stream-name.ts';
import type { Venue } from '../../binance/venue.ts';
import type { MarketSymbol } from '../../domain/market.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { Fault } from '../../domain/result.ts';
import type { Watchlist } from '../../domain/watchlist.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { JudgedLedger } from '../signals/judged-ledger.ts';
import { createBackfill } from './backfill.ts';
import type { Backfill } from './backfill.ts';
import { createDataStream } from './data-stream.ts';
import type { DataFact, DataStream, SeriesName } from './data-stream.ts';
import { createSymbolDirectory } from './symbol-directory.ts';
import type { SymbolDirectory } from './symbol-directory.ts';
import { isSameSeries, wantedSeries, wantedStreams } from './wanted-streams.ts';

export interface Network {
  readonly openSocket: OpenSocket;
  readonly httpGet: HttpGet;
  readonly isOnline: () => boolean;
}

export interface SessionHandlers {
  readonly onData: (fact: DataFact) => void;
  readonly onConnection: (fact: ConnectionFact) => void;
  readonly onSymbols: (symbols: readonly MarketSymbol[]) => void;
  /** The list of symbols has not come; it is asked for again. */
  readonly onSymbolsMissing: (reason: string) => void;
}

export interface MarketSession {
  readonly venue: Venue;
  readonly pool: ConnectionPool;
  readonly rest: RestClient;
  readonly dataStream: DataStream;
  readonly backfill: Backfill;
  /** What is wrong with watching a symbol, as far as the exchange has said. */
  faultOf(symbol: string): Fault | undefined;
  /** Observers of the connection or the market data that threw. */
  readonly observerFaults: number;
  /** Follows the watchlist, and what rules and the screen need beside it. */
  watch(watchlist: Watchlist, rules: readonly Rule[], onScreen: SeriesName | null): void;
  setSettings(settings: Settings): void;
  dispose(): void;
}

const INSPECTION_MS = 5_000;
/** Requests for what is on screen go before those for what is only watched. */
const ON_SCREEN_PRIORITY = 0;
const WATCHED_PRIORITY = 1;

export function createMarketSession(parts: {
  readonly venue: Venue;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly attemptLedger: AttemptLedger;
  readonly settings: Settings;
  readonly judged: Pick<JudgedLedger, 'through' | 'keep'>;
  readonly handlers: SessionHandlers;
}): MarketSession {
  const { venue, network, clock, random, settings, judged, handlers } = parts;
  const { openSocket, httpGet, isOnline } = network;
  const rest = createRestClient({ httpGet, clock, random, endpoints: venue.restEndpoints });
  const { bufferSize } = settings;
  const dataStream = createDataStream({ clock, bufferSize, judgedThrough: judged.through });
  const backfill = createBackfill({ clock, rest, dataStream });
  const quoted = new Set<string>();
  let seriesByStream = new Map<string, SeriesName>();
  let screen: SeriesName | null = null;
  let isDisposed = false;

  let observerFaults = 0;
  const onFault = (): void => void observerFaults++;
  const pool = createConnectionPool({
    openSocket,
    clock,
    random,
    diagnose: createDiagnose({ clock, isOnline, httpGet }),
    endpoints: venue.streamEndpoints.map((url) => ({
      url,
      venue: venue.name,
      probeUrl: `${venue.restEndpoints[0] ?? ''}/api/v3/ping`,
    })),
    attemptLedger: parts.attemptLedger,
    options: settings,
    reportError: onFault,
  });

  const seriesOf = (streams: readonly string[]): readonly SeriesName[] =>
    streams.flatMap((stream) => seriesByStream.get(stream) ?? []);

  const handleFact = (fact: ConnectionFact): void => {
    if (fact.type === 'streamsLost') dataStream.interrupt(seriesOf(fact.streams));
    if (fact.type === 'streamsLive') dataStream.resume(seriesOf(fact.streams));
    handlers.onConnection(fact);
  };

  const requestHistory = (fact: DataFact): void => {
    if (fact.type !== 'series') return;
    const { state } = fact.keeper;
    if (state !== 'loading' && state !== 'gap') return;
    backfill.request(fact, isSameSeries(fact, screen) ? ON_SCREEN_PRIORITY : WATCHED_PRIORITY);
  };

  /** First quotes of symbols, so that a row need not wait for its first ticker. */
  const loadQuotes = async (symbols: readonly string[]): Promise<void> => {
    const missing = symbols.filter((symbol) => !quoted.has(symbol));
    if (missing.length === 0) return;
    for (const symbol of missing) quoted.add(symbol);
    const answer = await rest.tickers24h(missing, ON_SCREEN_PRIORITY).result;
    if (isDisposed || !answer.ok) return;
    for (const ticker of answer.value.rows) dataStream.apply(ticker, clock.now());
  };

  let inspection: Timer;
  const inspect = (): void => {
    dataStream.inspect();
    inspection = clock.setTimer(inspect, INSPECTION_MS);
  };
  inspection = clock.setTimer(inspect, INSPECTION_MS);

  pool.observeFrames(dataStream.receive);
  pool.observeFacts(handleFact);
  dataStream.observe(requestHistory);
  dataStream.observe(handlers.onData);
  const directory: SymbolDirectory = createSymbolDirectory({
    clock,
    rest,
    onListed(symbols, serverTime) {
      dataStream.hearTime(serverTime);
      handlers.onSymbols(symbols);
    },
    onMissing: handlers.onSymbolsMissing,
  });

  return {
    venue,
    pool,
    rest,
    dataStream,
    backfill,
    faultOf: directory.faultOf,
    get observerFaults() {
      return observerFaults + dataStream.status().observerFaults;
    },
    watch(watchlist, rules, onScreen) {
      screen = onScreen;
      const series = wantedSeries(watchlist, rules, onScreen);
      seriesByStream = new Map(
        series.map((name) => [klineStream(name.symbol, name.interval), name]),
      );
      judged.keep(series);
      dataStream.watch(watchlist.symbols, series);
      pool.setStreams(wantedStreams(watchlist.symbols, series));
      void loadQuotes(watchlist.symbols);
    },
    setSettings(next) {
      pool.setOptions(next);
      dataStream.setBufferSize(next.bufferSize);
    },
    dispose() {
      isDisposed = true;
      inspection.cancel();
      directory.dispose();
      backfill.dispose();
      rest.cancelAll();
      pool.disconnect();
    },
  };
}
