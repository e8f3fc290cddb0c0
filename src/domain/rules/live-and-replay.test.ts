import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyMarket,
  anyRule,
  feedLive,
  inReplayOrder,
  MARKET_INTERVALS,
} from '../../testing/rules.ts';
import { createJudge } from './judge.ts';
import { parseRule } from './parse-rule.ts';
import { replayRule } from './replay.ts';

const HOUR = 3_600_000;

describe('the live order', () => {
  const liveAndReplay = (lag: number, numRuns: number) => {
    let count = 0;
    fc.assert(
      fc.property(anyRule, anyMarket, fc.integer(), (rule, market, seed) => {
        const judge = createJudge({ symbol: 'X', intervals: MARKET_INTERVALS, rules: [rule] });
        const live = feedLive(judge, market, { seed, lag });
        const replayed = replayRule(rule, market, 'X');
        expect(inReplayOrder(live)).toEqual(replayed);
        count += replayed.length;
      }),
      { numRuns },
    );
    return count;
  };

  it('of candles that close together makes no difference', () => {
    expect(liveAndReplay(0, 120)).toBeGreaterThan(100);
  });

  it('of series that lag behind each other makes no difference', () => {
    expect(liveAndReplay(HOUR / 2, 80)).toBeGreaterThan(50);
    expect(liveAndReplay(30 * HOUR, 60)).toBeGreaterThan(30);
  });

  it('is that of rules which the parser takes as they stand', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(parseRule(rule)).toEqual({ ok: true, value: rule });
      }),
    );
  });
});

describe('a replay', () => {
  it('never looks ahead: what it said of the past stands, whatever comes', () => {
    fc.assert(
      fc.property(anyRule, anyMarket, fc.nat(300), (rule, market, cut) => {
        const until = cut * (HOUR / 4);
        const past = (interval: (typeof MARKET_INTERVALS)[number], length: number) =>
          market[interval].filter(({ openTime }) => openTime + length <= until);
        const cutMarket = {
          '15m': past('15m', HOUR / 4),
          '1h': past('1h', HOUR),
          '4h': past('4h', 4 * HOUR),
        };
        const said = replayRule(rule, cutMarket, 'X');
        expect(replayRule(rule, market, 'X').slice(0, said.length)).toEqual(said);
      }),
      { numRuns: 80 },
    );
  });
});
