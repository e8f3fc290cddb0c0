/**
 * Finds single streams of a shared connection that are silent although their symbol is traded, and
 * has them subscribed anew.
 *
 * Guarantees:
 * - A stream is suspected when it is silent beyond its own pace (`stream-pace.ts`). Then, in this
 *   order: the server's own list is asked for (a stream that it has forgotten is mended by that);
 *   trades of the symbol on another stream prove the stall, or else one question to history does;
 *   a frame that was merely on its way is given ten more seconds.
 * - Where nothing was traded the symbol is merely quiet: nothing is raised, and the next look waits
 *   ever longer, until the stream is heard again.
 * - A stream that stays silent after it was subscribed anew has its connection replaced.
 * - The list at most twice a minute, history at most three times (`trade-probe.ts`). Where many
 *   streams are silent at once, one proof counts for all of them.
 * - Total silence is left to the links (`link.ts`).
 */
import type { ConnectionPool } from '../../binance/connection/connection-pool.ts';
import type { ConnectionFact } from '../../binance/connection/status.ts';
import type { Clock } from '../../binance/ports.ts';
import type { RestClient } from '../../binance/rest.ts';
import { tradeStream } from '../../binance/stream-name.ts';
import { createStreamPace } from './stream-pace.ts';
import type { Silence } from './stream-pace.ts';
import { mostUnusualFirst, suspicionsOf } from './suspicion.ts';
import type { Suspicion } from './suspicion.ts';
import { createTradeProbe, firstWholeMinute, isTellable } from './trade-probe.ts';

export interface StallWatch {
  /** Null where a stream is of no single symbol. */
  follow(symbolOf: ReadonlyMap<string, string | null>): void;
  hear(stream: string, receivedAt: number): void;
  handleFact(fact: ConnectionFact): void;
  /** To be called every few seconds. */
  inspect(): void;
  /** Streams that were found stalled, since the start. */
  readonly found: number;
}

/** What was done about a suspicion so far. Times are turn times. */
interface Case {
  stage: 'new' | 'listed' | 'asking' | 'proven' | 'waiting';
  /** Streams whose stall is proven, and how. */
  proof: { readonly by: 'trades' | 'history'; readonly streams: readonly string[] };
  dueAt: number;
  actedAt: number;
  fruitless: number;
  renewals: number;
  /** Nothing was traded until then, on the exchange's clock. */
  quietUntil: number;
}

const MINUTE_MS = 60_000;
const LONGEST_TURN_MS = 10_000;
const LINK_CONCERN_MS = 10_000;
const LIST_PAUSE_MS = 30_000;
/** A message may wait for others before it, and its answer takes up to 5 s. */
const LIST_ANSWER_MS = 10_000;
/** Candles and tickers follow a trade within two seconds. */
const ON_ITS_WAY_MS = 10_000;
const QUIET_PAUSE_MS = 2 * MINUTE_MS;
const LONGEST_PAUSE_MS = 30 * MINUTE_MS;
const MANY_STREAMS = 10;

export function createStallWatch(parts: {
  readonly clock: Clock;
  readonly pool: Pick<ConnectionPool, 'verify' | 'renew'>;
  readonly rest: Pick<RestClient, 'klines'>;
  readonly exchangeTime: () => number;
  readonly isHalted: (symbol: string) => boolean;
  /** These are silent, and as far as history knows nothing was traded. */
  readonly onQuiet: (symbols: readonly string[]) => void;
}): StallWatch {
  const { clock, pool, rest, exchangeTime, isHalted, onQuiet } = parts;
  const pace = createStreamPace(exchangeTime);
  const probe = createTradeProbe({ rest, exchangeTime });
  const cases = new Map<string, Case>();
  let symbolOf: ReadonlyMap<string, string | null> = new Map();
  let inspectedAt = clock.now();
  let listedAt = Number.NEGATIVE_INFINITY;
  let found = 0;

  const suspicions = (): readonly Suspicion[] => suspicionsOf(pace.silences(), symbolOf, isHalted);

  /** A stream that was heard since is another case: what was learned of the last one is over. */
  const caseOf = ({ name, silences }: Suspicion): Case => {
    const known = cases.get(name);
    if (known && !silences.some(({ heardTurn }) => heardTurn >= known.actedAt)) return known;
    const times = silences.map((silence) => silence.exchangeTime || exchangeTime());
    const made: Case = {
      stage: 'new',
      proof: { by: 'trades', streams: [] },
      dueAt: pace.turn,
      actedAt: pace.turn,
      fruitless: 0,
      renewals: 0,
      quietUntil: firstWholeMinute(Math.min(...times)),
    };
    cases.set(name, made);
    return made;
  };

  const wait = (of: Case, pauseMs: number): void => {
    of.stage = 'waiting';
    of.actedAt = pace.turn;
    of.dueAt = pace.turn + Math.min(LONGEST_PAUSE_MS, pauseMs);
  };

  const prove = (of: Case, by: 'trades' | 'history', stalled: readonly Silence[]): void => {
    of.stage = 'proven';
    of.proof = { by, streams: stalled.map(({ stream }) => stream) };
    of.actedAt = pace.turn;
    of.dueAt = pace.turn + ON_ITS_WAY_MS;
  };

  const renew = (suspicion: Suspicion, stalled: readonly Silence[]): void => {
    const of = caseOf(suspicion);
    const streams = stalled.map(({ stream }) => stream);
    const since = Math.min(...stalled.map((silence) => silence.since));
    found += streams.length;
    const way = of.renewals === 0 ? 'resubscribe' : 'replace';
    wait(of, MINUTE_MS * 2 ** of.renewals++);
    pool.renew(streams, since, way);
  };

  /** The symbol's own trades went on without these. */
  const provenByTrades = ({ symbol, silences }: Suspicion): readonly Silence[] => {
    if (symbol === null) return silences;
    const tradedAt = pace.heardTurn(tradeStream(symbol));
    return silences.filter(({ silentMs }) => tradedAt > pace.turn - silentMs);
  };

  const askHistory = async (
    name: string,
    symbol: string,
    from: number,
    of: Case,
  ): Promise<void> => {
    of.stage = 'asking';
    const answer = await probe.ask(symbol, from, pace.turn);
    const suspicion = suspicions().find((other) => other.name === name);
    if (!suspicion || caseOf(suspicion) !== of) {
      // It was heard meanwhile, or is not delivered or watched any more.
      if (cases.get(name) === of) cases.delete(name);
      return;
    }
    if (!answer) return wait(of, MINUTE_MS);
    const stalled = suspicion.silences.filter(({ exchangeTime: heardAt }) =>
      answer.tradedAt.some((time) => time >= firstWholeMinute(heardAt)),
    );
    if (stalled.length > 0) return prove(of, 'history', stalled);
    of.quietUntil = answer.knownUntil;
    wait(of, QUIET_PAUSE_MS * 2 ** of.fruitless++);
    onQuiet([symbol]);
  };

  const convict = (proven: Suspicion, { proof }: Case): void => {
    const stalled = proven.silences.filter(({ stream }) => proof.streams.includes(stream));
    if (stalled.length === 0) return void cases.delete(proven.name);
    const all = suspicions();
    const count = all.reduce((sum, { silences }) => sum + silences.length, 0);
    renew(proven, stalled);
    if (proof.by === 'trades' || count < MANY_STREAMS) return;
    for (const other of all) if (other.name !== proven.name) renew(other, other.silences);
  };

  const judge = (suspicion: Suspicion, of: Case): void => {
    const stalled = provenByTrades(suspicion);
    if (stalled.length > 0) return prove(of, 'trades', stalled);
    const { name, symbol, silences } = suspicion;
    const heardAt = Math.min(...silences.map((silence) => silence.exchangeTime));
    const from = Math.max(of.quietUntil, firstWholeMinute(heardAt));
    if (symbol === null || !isTellable(from, exchangeTime())) return;
    if (probe.isFree(pace.turn)) void askHistory(name, symbol, from, of);
  };

  /** One list answers for all that are new by then. */
  const askForList = (suspected: readonly Suspicion[]): void => {
    if (suspected.length === 0 || pace.turn - listedAt < LIST_PAUSE_MS) return;
    listedAt = pace.turn;
    for (const suspicion of suspected) {
      const of = caseOf(suspicion);
      of.stage = 'listed';
      of.dueAt = pace.turn + LIST_ANSWER_MS;
    }
    pool.verify(suspected.flatMap(({ silences }) => silences.map(({ stream }) => stream)));
  };

  return {
    follow(next) {
      symbolOf = next;
      pace.keep(new Set(next.keys()));
      const names = new Set([...next].map(([stream, symbol]) => symbol ?? stream));
      for (const name of cases.keys()) if (!names.has(name)) cases.delete(name);
    },
    hear: pace.hear,
    handleFact(fact) {
      if (fact.type === 'streamsLost') pace.lost(fact.streams);
      if (fact.type !== 'streamsLive') return;
      pace.live(fact.streams, fact.at);
      // What was found out of the delivery before says nothing of this one.
      for (const stream of fact.streams) {
        const name = symbolOf.get(stream) ?? stream;
        if (cases.get(name)?.stage !== 'waiting') cases.delete(name);
      }
    },
    inspect() {
      const now = clock.now();
      pace.pass(Math.min(LONGEST_TURN_MS, Math.max(0, now - inspectedAt)));
      inspectedAt = now;
      if (pace.overallSilenceMs > LINK_CONCERN_MS) {
        // A whole market that does not move may be closed.
        if (pace.overallSilenceMs >= MINUTE_MS && pace.hasLive) onQuiet(symbolsOf(symbolOf));
        return;
      }
      const due = suspicions().filter((suspicion) => caseOf(suspicion).dueAt <= pace.turn);
      const inStage = (...stages: readonly Case['stage'][]) =>
        due.filter((suspicion) => stages.includes(caseOf(suspicion).stage));
      const [unlisted, listed] = [inStage('new', 'waiting'), inStage('listed')];
      for (const suspicion of inStage('proven')) convict(suspicion, caseOf(suspicion));
      askForList(unlisted);
      for (const suspicion of mostUnusualFirst(listed)) judge(suspicion, caseOf(suspicion));
    },
    get found() {
      return found;
    },
  };
}

function symbolsOf(symbolOf: ReadonlyMap<string, string | null>): readonly string[] {
  return [...new Set(symbolOf.values())].filter((symbol) => symbol !== null);
}
