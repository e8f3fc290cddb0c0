/**
 * Says of each symbol whether it is watched now, and what its past was where that becomes known
 * later.
 *
 * Guarantees:
 * - A symbol is watched while every series that is judged is both delivered (its stream is
 *   acknowledged on a connection) and consecutive (an exchange's hole or halt is no failure of
 *   ours). Anything less is a reason.
 * - A loss counts since the last sign of life before it, not since it was noticed.
 * - The first verdict of a loss explains it from its beginning; each later one from then on. A loss
 *   keeps its reason until its stream is delivered again.
 * - Silence before a sleep that ended the connection counts as sleep.
 */
import type { ConnectionFact } from '../../binance/connection/status.ts';
import { klineStream } from '../../binance/stream-name.ts';
import type { UnwatchedReason, UnwatchedSpan } from '../../protocol/coverage.ts';
import type { SeriesKeeper } from '../market/series-keeper.ts';
import { seriesKey } from '../market/series-name.ts';
import type { SeriesName } from '../market/series-name.ts';
import { reasonOfLoss, reasonOfVerdict } from './loss-reason.ts';
import type { Timeline } from './timeline.ts';
import { strongest } from './unwatched-spans.ts';

export interface WatchedSeries {
  /** All that is asked of the exchange. */
  readonly followed: readonly SeriesName[];
  /** Those among them that rules need, or a page that is seen: a chart alone needs no watching. */
  readonly judged: readonly SeriesName[];
  /** Symbols that are kept in the log also where nothing is judged on them: nothing is missed then. */
  readonly symbols?: readonly string[];
}

/** What there is to know of a series' completeness. */
export interface NamedKeeper extends SeriesName {
  readonly keeper: Pick<SeriesKeeper, 'state' | 'wantsHistory'>;
}

export interface DeliveryWatch {
  watch(series: WatchedSeries, now: number): void;
  handleSeries(series: NamedKeeper, now: number): void;
  handleConnection(fact: ConnectionFact, now: number): void;
  /** Told before the connection is switched: what ends then was not lost. */
  setWanted(isWanted: boolean, now: number): void;
  /** Another session is about to take over: nothing is delivered from now on. */
  restart(now: number): void;
  /** What runs began, on this clock, at `now` at the latest. */
  setBack(now: number): void;
}

/** A stream that is not delivered. */
interface Loss {
  readonly since: number;
  readonly reason: UnwatchedReason;
  /** Somebody has looked into it. */
  readonly isExplained: boolean;
}

interface SeriesDelivery {
  readonly name: SeriesName;
  isConsecutive: boolean;
  loss: Loss | null;
}

export function createDeliveryWatch(parts: {
  readonly timeline: Pick<Timeline, 'lastSleep' | 'lastSetBack'>;
  /** A span of the past. */
  readonly onUnwatched: (symbol: string, span: UnwatchedSpan) => void;
  /** From now on; told again when nothing has changed. */
  readonly onReason: (symbol: string, reason: UnwatchedReason | null, now: number) => void;
}): DeliveryWatch {
  const { timeline, onUnwatched, onReason } = parts;
  const deliveries = new Map<string, SeriesDelivery>();
  let byStream = new Map<string, SeriesDelivery>();
  let bySymbol = new Map<string, readonly SeriesDelivery[]>();
  let isWanted = true;
  /** Why nothing connects, as far as is known; null while it does. */
  let outage: UnwatchedReason | null = null;

  const awaited = (now: number): Loss => ({
    since: now,
    reason: outage ?? 'filling',
    isExplained: false,
  });

  const reasonNow = (judged: readonly SeriesDelivery[]): UnwatchedReason | null => {
    if (!isWanted) return 'off';
    const losses = judged.flatMap(({ loss }) => loss?.reason ?? []);
    if (losses.length > 0) return losses.reduce(strongest);
    return judged.every(({ isConsecutive }) => isConsecutive) ? null : 'filling';
  };

  const refresh = (symbols: Iterable<string>, now: number): void => {
    for (const symbol of symbols) {
      const judged = bySymbol.get(symbol);
      if (judged) onReason(symbol, reasonNow(judged), now);
    }
  };

  const symbolsOf = (some: readonly SeriesDelivery[]): ReadonlySet<string> =>
    new Set(some.map(({ name }) => name.symbol));

  const isJudged = (delivery: SeriesDelivery): boolean =>
    bySymbol.get(delivery.name.symbol)?.includes(delivery) ?? false;

  const tellPast = (some: readonly SeriesDelivery[], span: UnwatchedSpan): void => {
    for (const symbol of symbolsOf(some.filter(isJudged))) onUnwatched(symbol, span);
  };

  const lose = (told: readonly SeriesDelivery[], since: number, words: string, now: number) => {
    // Of one that is missed already, a session that has been replaced may still tell.
    const lost = told.filter(({ loss }) => loss === null);
    if (!isWanted) {
      for (const delivery of lost) delivery.loss = awaited(now);
      return;
    }
    const own = reasonOfLoss(words);
    const reason = outage === null ? own : strongest(own, outage);
    let from = since;
    const { lastSleep, lastSetBack } = timeline;
    if (since > now) {
      // Heard of before the clock was set back.
      from = lastSetBack?.to ?? now;
      tellPast(lost, { from: since, to: lastSetBack?.from ?? since, reason });
    }
    if (lastSleep && from < lastSleep.to && lastSleep.to <= now) {
      tellPast(lost, { from, to: lastSleep.to, reason: 'asleep' });
      from = lastSleep.to;
    }
    tellPast(lost, { from, to: now, reason });
    for (const delivery of lost) delivery.loss = { since: from, reason, isExplained: false };
  };

  /** What is known now of losses that last; `isFor` chooses them. */
  const explain = (
    isFor: (loss: Loss) => boolean,
    reason: UnwatchedReason,
    now: number,
    isExplained: boolean,
  ): void => {
    for (const delivery of deliveries.values()) {
      const { loss } = delivery;
      if (!loss || !isFor(loss)) continue;
      if (!loss.isExplained) tellPast([delivery], { from: loss.since, to: now, reason });
      delivery.loss = { ...loss, reason, isExplained };
    }
    refresh(bySymbol.keys(), now);
  };

  const deliveriesOf = (streams: readonly string[]): readonly SeriesDelivery[] =>
    streams.flatMap((stream) => byStream.get(stream) ?? []);

  return {
    watch({ followed, judged, symbols = [] }, now) {
      const wanted = new Map([...followed, ...judged].map((name) => [seriesKey(name), name]));
      for (const key of deliveries.keys()) {
        if (!wanted.has(key)) deliveries.delete(key);
      }
      byStream = new Map();
      for (const [key, name] of wanted) {
        const known = deliveries.get(key);
        const delivery = known ?? { name, isConsecutive: false, loss: null };
        // What was lost before anybody needed it was no loss.
        if (!known) delivery.loss = awaited(now);
        else if (known.loss && !isJudged(known)) known.loss = { ...known.loss, since: now };
        deliveries.set(key, delivery);
        byStream.set(klineStream(name.symbol, name.interval), delivery);
      }
      const judgedDeliveries = new Map<string, SeriesDelivery[]>(
        symbols.map((symbol) => [symbol, []]),
      );
      for (const name of judged) {
        const delivery = deliveries.get(seriesKey(name));
        const others = judgedDeliveries.get(name.symbol);
        if (!delivery || others?.includes(delivery)) continue;
        if (others) others.push(delivery);
        else judgedDeliveries.set(name.symbol, [delivery]);
      }
      bySymbol = judgedDeliveries;
      refresh(bySymbol.keys(), now);
    },
    handleSeries(series, now) {
      const { state, wantsHistory } = series.keeper;
      const delivery = deliveries.get(seriesKey(series));
      const isComplete = state === 'live' || state === 'hole' || state === 'halted';
      // A halted series may still lack what closed before.
      const isConsecutive = isComplete && !wantsHistory;
      if (!delivery || delivery.isConsecutive === isConsecutive) return;
      delivery.isConsecutive = isConsecutive;
      refresh([series.symbol], now);
    },
    handleConnection(fact, now) {
      switch (fact.type) {
        case 'streamsLost': {
          const lost = deliveriesOf(fact.streams);
          lose(lost, fact.since, fact.reason, now);
          return refresh(symbolsOf(lost), now);
        }
        case 'streamsLive': {
          const live = deliveriesOf(fact.streams);
          if (fact.uncoveredSince !== null) lose(live, fact.uncoveredSince, '', now);
          for (const delivery of live) delivery.loss = null;
          return refresh(symbolsOf(live), now);
        }
        case 'diagnosed':
          outage = reasonOfVerdict(fact.verdict);
          return explain(() => true, outage, now, true);
        case 'stateChanged':
          if (fact.state === 'CONNECTED') outage = null;
          if (fact.state !== 'RECONNECTING' && fact.state !== 'ERROR') return;
          outage ??= 'unreachable';
          // What was only awaited does not come.
          return explain(({ reason }) => reason === 'filling', outage, now, false);
        default:
          return fact satisfies never;
      }
    },
    setWanted(next, now) {
      if (isWanted === next) return;
      isWanted = next;
      outage = null;
      if (isWanted) {
        // Why it was not delivered before is another story.
        for (const delivery of deliveries.values()) delivery.loss &&= awaited(now);
      }
      refresh(bySymbol.keys(), now);
    },
    restart(now) {
      outage = null;
      for (const delivery of deliveries.values()) {
        delivery.isConsecutive = false;
        delivery.loss = awaited(now);
      }
      refresh(bySymbol.keys(), now);
    },
    setBack(now) {
      for (const delivery of deliveries.values()) {
        if (delivery.loss && delivery.loss.since > now) {
          delivery.loss = { ...delivery.loss, since: now };
        }
      }
    },
  };
}
