/**
 * How long each stream has been silent, against its own pace.
 *
 * Guarantees: time is counted in turns of the inspection, so neither a clock that is set nor a
 * sleeping machine makes a silence; a stream is silent beyond its pace when nothing came for three
 * times the longest pause of its recent past, and at least 45 s; hearing a frame costs a few stores.
 */
export interface Silence {
  readonly stream: string;
  readonly silentMs: number;
  /** How many times its usual longest pause that is. */
  readonly excess: number;
  /** Of its last frame, or of when it began to be delivered. Our clock, epoch milliseconds. */
  readonly since: number;
  /** The exchange's clock at that time. */
  readonly exchangeTime: number;
  /** Time counted in turns when its last frame came; -1 where none has. */
  readonly heardTurn: number;
}

export interface StreamPace {
  /** These are delivered from now on: their silence is counted anew. */
  live(streams: readonly string[], at: number): void;
  /** These are not expected to be delivered now. */
  lost(streams: readonly string[]): void;
  /** The others are forgotten. */
  keep(streams: ReadonlySet<string>): void;
  hear(stream: string, receivedAt: number): void;
  /** This much time has passed since the last turn. */
  pass(ms: number): void;
  /** Of all streams that are silent beyond their pace. */
  silences(): readonly Silence[];
  /** Turn time of the stream's last frame; -1 where none has come. */
  heardTurn(stream: string): number;
  /** Some stream is expected to be delivered. */
  readonly hasLive: boolean;
  /** Milliseconds since the last frame of any stream. */
  readonly overallSilenceMs: number;
  /** Time passed in turns, milliseconds. */
  readonly turn: number;
}

interface Entry {
  isLive: boolean;
  /** Turn time from which its silence counts. */
  countedFrom: number;
  heardTurn: number;
  receivedAt: number;
  exchangeTime: number;
  longestPauseMs: number;
}

const SHORTEST_PATIENCE_MS = 45_000;
const PATIENCE = 3;
/** Of a stream that nothing is known of yet. */
const FIRST_PAUSE_MS = 60_000;
/** In this time of hearing it, the memory of a long pause fades to the half. */
const HALF_LIFE_MS = 10 * 60_000;

/** `exchangeTime`: the newest time heard from the exchange. */
export function createStreamPace(exchangeTime: () => number): StreamPace {
  const entries = new Map<string, Entry>();
  let turn = 0;
  let lastHeard = 0;

  const entryOf = (stream: string): Entry => {
    const known = entries.get(stream);
    if (known) return known;
    const entry: Entry = {
      isLive: false,
      countedFrom: turn,
      heardTurn: -1,
      receivedAt: 0,
      exchangeTime: 0,
      longestPauseMs: FIRST_PAUSE_MS,
    };
    entries.set(stream, entry);
    return entry;
  };

  return {
    live(streams, at) {
      for (const stream of streams) {
        const entry = entryOf(stream);
        entry.isLive = true;
        entry.countedFrom = turn;
        entry.receivedAt = at;
        entry.exchangeTime = exchangeTime();
      }
    },
    lost(streams) {
      for (const stream of streams) {
        const entry = entries.get(stream);
        if (entry) entry.isLive = false;
      }
    },
    keep(streams) {
      for (const stream of entries.keys()) if (!streams.has(stream)) entries.delete(stream);
    },
    hear(stream, receivedAt) {
      lastHeard = turn;
      const entry = entries.get(stream);
      if (!entry) return;
      const pauseMs = turn - entry.countedFrom;
      if (pauseMs > 0) {
        const faded = entry.longestPauseMs * 2 ** (-pauseMs / HALF_LIFE_MS);
        entry.longestPauseMs = Math.max(pauseMs, faded);
      }
      entry.countedFrom = turn;
      entry.heardTurn = turn;
      entry.receivedAt = receivedAt;
      entry.exchangeTime = exchangeTime();
    },
    pass(ms) {
      turn += ms;
    },
    silences() {
      const found: Silence[] = [];
      for (const [stream, entry] of entries) {
        const silentMs = turn - entry.countedFrom;
        const patienceMs = Math.max(SHORTEST_PATIENCE_MS, PATIENCE * entry.longestPauseMs);
        if (!entry.isLive || silentMs < patienceMs) continue;
        const { receivedAt: since, heardTurn } = entry;
        const excess = silentMs / entry.longestPauseMs;
        found.push({
          stream,
          silentMs,
          excess,
          since,
          exchangeTime: entry.exchangeTime,
          heardTurn,
        });
      }
      return found;
    },
    heardTurn: (stream) => entries.get(stream)?.heardTurn ?? -1,
    get hasLive() {
      return [...entries.values()].some(({ isLive }) => isLive);
    },
    get overallSilenceMs() {
      return turn - lastHeard;
    },
    get turn() {
      return turn;
    },
  };
}
