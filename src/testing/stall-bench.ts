import type { ParsedCandle } from '../binance/parse-candle.ts';
import type { Rows } from '../binance/parse-rest.ts';
import type { KlineQuery } from '../binance/rest.ts';
import type { RestResult } from '../binance/rest-failure.ts';
import { createStallWatch } from '../engine/market/stall-watch.ts';
import { createFakeClock } from './fake-clock.ts';
import { candle } from './market-events.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A round minute. */
export const START = 1_700_000_040_000;

interface Renewed {
  readonly at: number;
  readonly streams: readonly string[];
  readonly since: number;
  readonly way: string;
}

export const streamsOf = (symbol: string): readonly string[] =>
  ['trade', 'ticker', 'kline_1h'].map((kind) => `${symbol.toLowerCase()}@${kind}`);

/**
 * Symbols whose streams deliver every second, but for those that are silenced. `traded`: symbols of
 * which history has trades in every minute.
 */
export function createStallBench(symbols: readonly string[]) {
  const clock = createFakeClock(START);
  const streams = symbols.flatMap(streamsOf);
  const silenced = new Set<string>();
  const traded = new Set(symbols);
  const halted = new Set<string>();
  const quiet: string[][] = [];
  const renewed: Renewed[] = [];
  const listed: { at: number; streams: readonly string[] }[] = [];
  const asked: { at: number; query: KlineQuery }[] = [];
  const exchange = { isReachable: true };

  const history = (query: KlineQuery): RestResult<Rows<ParsedCandle>> => {
    if (!exchange.isReachable) return { ok: false, failure: { type: 'offline' } };
    const rows: ParsedCandle[] = [];
    for (let time = query.startTime ?? 0; time <= clock.now(); time += MINUTE) {
      const volume = traded.has(query.symbol) ? 1 : 0;
      rows.push({ candle: candle(time, 1, volume), closeText: '1', closeTime: time + MINUTE - 1 });
    }
    return { ok: true, value: { rows, rejections: [] } };
  };
  const stalls = createStallWatch({
    clock,
    exchangeTime: () => clock.now(),
    isHalted: (symbol) => halted.has(symbol),
    onQuiet: (names) => quiet.push([...names]),
    pool: {
      verify: (suspected) => listed.push({ at: clock.now() - START, streams: suspected }),
      renew(stalled, since, way) {
        renewed.push({ at: clock.now() - START, streams: stalled, since: since - START, way });
        stalls.handleFact({
          type: 'streamsLost',
          streams: stalled,
          since,
          reason: 'stalled',
          at: clock.now(),
        });
        live(stalled);
      },
    },
    rest: {
      klines(query) {
        asked.push({ at: clock.now() - START, query });
        return { result: Promise.resolve(history(query)), cancel: () => undefined };
      },
    },
  });
  const live = (names: readonly string[]): void =>
    stalls.handleFact({
      type: 'streamsLive',
      streams: names,
      uncoveredSince: null,
      at: clock.now(),
    });
  const follow = (all: readonly string[]): void => {
    const byPrefix = new Map(symbols.map((symbol) => [symbol.toLowerCase(), symbol]));
    stalls.follow(
      new Map(all.map((name) => [name, byPrefix.get(name.split('@')[0] ?? '') ?? null])),
    );
    live(all);
  };
  follow(streams);
  const flow = async (ms: number): Promise<void> => {
    for (let passed = SECOND; passed <= ms; passed += SECOND) {
      await clock.advanceAsync(SECOND);
      for (const stream of streams) if (!silenced.has(stream)) stalls.hear(stream, clock.now());
      if (passed % (5 * SECOND) === 0) stalls.inspect();
      await clock.advanceAsync(0);
    }
  };
  const silence = (...names: readonly string[]): void => {
    for (const name of names) silenced.add(name);
  };
  /** Long enough for the pace of each stream to be known. */
  const settled = async (): Promise<void> => {
    await flow(60 * MINUTE);
    for (const list of [quiet, renewed, listed, asked]) list.length = 0;
  };
  return {
    clock,
    stalls,
    flow,
    settled,
    silence,
    silenced,
    streams,
    follow,
    traded,
    halted,
    quiet,
    renewed,
    listed,
    asked,
    exchange,
  };
}
