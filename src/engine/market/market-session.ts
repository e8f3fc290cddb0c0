/**
 * One venue being watched: its connection, its REST client, and the market data that they feed.
 * Another venue is another session.
 */
import { createConnectionPool } from '../../binance/connection/connection-pool.ts';
import type { ConnectionPool } from '../../binance/connection/connection-pool.ts';
import type { AttemptLedger } from '../../binance/connection/attempt-ledger.ts';
import { createDiagnose } from '../../binance/connection/diagnose.ts';
import type { ConnectionFact } from '../../binance/connection/status.ts';
import type { FrameHandler } from '../../binance/connection/frame-queue.ts';
import type { Clock, HttpGet, OpenSocket, Random, Timer } from '../../binance/ports.ts';
import { createRestClient } from '../../binance/rest.ts';
import type { RestClient } from '../../binance/rest.ts';
import { klineStream, streamKind } from '../../binance/stream-name.ts';
import type { Venue } from '../../binance/venue.ts';
import type { MarketSymbol } from '../../domain/market.ts';
import type { Fault } from '../../domain/result.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { JudgedLedger } from '../signals/judged-ledger.ts';
import { createBackfill } from './backfill.ts';
import type { Backfill } from './backfill.ts';
import { createCandleCache } from './candle-cache.ts';
import type { CandleStore } from './candle-cache.ts';
import { createDataStream } from './data-stream.ts';
import type { DataFact, DataStream } from './data-stream.ts';
import { createHaltWatch } from './halt-watch.ts';
import type { HaltWatch } from './halt-watch.ts';
import { createLingeringView } from './lingering-view.ts';
import type { ShownView } from './lingering-view.ts';
import { createPacedObservers } from './paced-observers.ts';
import { createQuoteSupply } from './quote-supply.ts';
import type { SeriesName } from './series-name.ts';
import { createStallWatch } from './stall-watch.ts';
import { planStreams } from './stream-plan.ts';
import { createSymbolDirectory } from './symbol-directory.ts';
import { seriesUrgency } from './urgency.ts';
import { streamSymbols } from './wanted-streams.ts';
import type { Wants } from './wanted-streams.ts';

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
  /** The same, but that the exchange does not trade it now. */
  unlistedFaultOf(symbol: string): Fault | undefined;
  /** Streams that were subscribed and silent though their symbol was traded, since the start. */
  readonly stallsFound: number;
  /** Observers of the connection or the market data that threw. */
  readonly observerFaults: number;
  /** Follows what is wanted from now on, and nothing else. */
  watch(wants: Wants): void;
  /** Pages show something else from now on; told often, it is acted on at most every 250 ms. */
  look(view: ShownView): void;
  setSettings(settings: Settings): void;
  dispose(): void;
}

const INSPECTION_MS = 5_000;
const LOOK_PAUSE_MS = 250;
/** After an outage this long a symbol may have stopped trading meanwhile. */
const LONG_OUTAGE_MS = 10 * 60_000;

export function createMarketSession(parts: {
  readonly venue: Venue;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly attemptLedger: AttemptLedger;
  readonly settings: Settings;
  readonly judged: Pick<JudgedLedger, 'through' | 'keep'>;
  readonly candles: CandleStore;
  readonly handlers: SessionHandlers;
}): MarketSession {
  const { venue, network, clock, random, settings, judged, handlers } = parts;
  const { openSocket, httpGet, isOnline } = network;
  const rest = createRestClient({ httpGet, clock, random, endpoints: venue.restEndpoints });
  const { bufferSize } = settings;
  const dataStream = createDataStream({ clock, bufferSize, judgedThrough: judged.through });
  let observerFaults = 0;
  const onFault = (): void => void observerFaults++;
  const cache = createCandleCache({
    clock,
    store: parts.candles,
    exchange: venue.restEndpoints[0] ?? venue.name,
    dataStream,
  });
  const backfill = createBackfill({ clock, rest, dataStream, onFault });
  void cache.loaded.then(backfill.begin);
  const quotes = createQuoteSupply({ clock, rest, dataStream });
  let wants: Wants | undefined;
  const view = createLingeringView({ clock, onLeft: () => looks.changed() });
  const looks = createPacedObservers({
    clock,
    pauseMs: LOOK_PAUSE_MS,
    read: () => view.held,
    onFault,
  });
  let seriesByStream = new Map<string, SeriesName>();
  let symbolOf: ReadonlyMap<string, string | null> = new Map();

  const pool = createConnectionPool({
    openSocket,
    clock,
    random,
    diagnose: createDiagnose({
      clock,
      isOnline,
      httpGet,
      pausedUntil: () => rest.status.pausedUntil,
      onRateLimited: rest.heed,
    }),
    endpoints: venue.streamEndpoints.map((url) => ({
      url,
      venue: venue.name,
      probeUrl: `${venue.restEndpoints[0] ?? ''}/api/v3/ping`,
    })),
    attemptLedger: parts.attemptLedger,
    options: settings,
    reportError: onFault,
  });

  const directory = createSymbolDirectory({
    clock,
    rest,
    onListed(symbols) {
      // Whoever is told may watch other symbols for it.
      handlers.onSymbols(symbols);
      halts.listed();
      if (view.held.isMarketShown) follow();
    },
    onMissing: handlers.onSymbolsMissing,
    onTime: dataStream.hearTime,
  });
  const halts: HaltWatch = createHaltWatch({
    clock,
    directory,
    onHalted: dataStream.halt,
    onReopened: dataStream.reopen,
  });
  const stalls = createStallWatch({
    clock,
    pool,
    rest,
    exchangeTime: () => dataStream.exchangeTime,
    isHalted: halts.isHalted,
    onQuiet: halts.suspect,
  });

  const receive: FrameHandler = (stream, text, receivedAt) => {
    dataStream.receive(stream, text, receivedAt);
    stalls.hear(stream, receivedAt);
    if (!halts.isIdle) hearHalted(stream);
  };

  /** A trade, or a candle that changes, of a symbol that is not traded as far as is known. */
  const hearHalted = (stream: string): void => {
    const kind = streamKind(stream);
    const symbol = symbolOf.get(stream);
    if (symbol && (kind === 'trade' || kind === 'candle')) halts.hear(symbol);
  };

  const seriesOf = (streams: readonly string[]): readonly SeriesName[] =>
    streams.flatMap((stream) => seriesByStream.get(stream) ?? []);

  const handleFact = (fact: ConnectionFact): void => {
    stalls.handleFact(fact);
    if (fact.type === 'streamsLost') dataStream.interrupt(seriesOf(fact.streams));
    if (fact.type === 'streamsLive') {
      dataStream.resume(seriesOf(fact.streams));
      quotes.resume(fact.streams, fact.uncoveredSince !== null, symbolOf);
      const outageMs = fact.at - (fact.uncoveredSince ?? fact.at);
      if (outageMs >= LONG_OUTAGE_MS) {
        halts.suspect(fact.streams.flatMap((stream) => symbolOf.get(stream) ?? []));
      }
    }
    handlers.onConnection(fact);
  };

  const requestHistory = (fact: DataFact): void => {
    if (fact.type !== 'series') return;
    if (fact.keeper.wantsHistory) backfill.request(fact);
    else backfill.drop(fact);
  };

  /** Asks for what is needed now, and for nothing else. */
  const follow = (): void => {
    if (!wants) return;
    const plan = planStreams({ wants, held: view.held, traded: directory.traded });
    const { series, streams, feeds } = plan;
    seriesByStream = new Map(series.map((name) => [klineStream(name.symbol, name.interval), name]));
    const watched = new Set([...wants.watchlist.symbols, ...series.map(({ symbol }) => symbol)]);
    symbolOf = streamSymbols(streams, [...new Set([...watched, ...feeds.keys()])]);
    judged.keep(series);
    backfill.setUrgency(seriesUrgency(wants));
    dataStream.watch(feeds.keys(), series);
    quotes.follow(feeds);
    // Nobody looks at them: what they miss is fetched when somebody does.
    dataStream.interrupt(plan.idle);
    backfill.prune();
    halts.follow([...watched]);
    stalls.follow(symbolOf);
    pool.setStreams(streams);
  };

  let inspection: Timer;
  const inspect = (): void => {
    dataStream.inspect();
    stalls.inspect();
    inspection = clock.setTimer(inspect, INSPECTION_MS);
  };
  inspection = clock.setTimer(inspect, INSPECTION_MS);

  const stopReceiving = pool.observeFrames(receive);
  pool.observeFacts(handleFact);
  dataStream.observe(cache.handleData);
  dataStream.observe(requestHistory);
  dataStream.observe(handlers.onData);
  looks.add(follow);

  return {
    venue,
    pool,
    rest,
    dataStream,
    backfill,
    faultOf: directory.faultOf,
    unlistedFaultOf: directory.unlistedFaultOf,
    get stallsFound() {
      return stalls.found;
    },
    get observerFaults() {
      return observerFaults + dataStream.status().observerFaults;
    },
    watch(next) {
      wants = next;
      view.see(next);
      follow();
    },
    look(next) {
      if (!wants) return;
      const { inView, isMarketShown, isVisible } = next;
      wants = { ...wants, inView, isMarketShown, isVisible };
      view.see(next);
      looks.changed();
    },
    setSettings(next) {
      pool.setOptions(next);
      dataStream.setBufferSize(next.bufferSize);
    },
    dispose() {
      stopReceiving();
      inspection.cancel();
      view.dispose();
      looks.dispose();
      quotes.dispose();
      directory.dispose();
      halts.dispose();
      cache.dispose();
      backfill.dispose();
      rest.cancelAll();
      pool.disconnect();
    },
  };
}
