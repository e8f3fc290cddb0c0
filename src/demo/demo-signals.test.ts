import { expect, test } from 'vitest';
import { DEMO_PAIRS } from './pairs.ts';
import { createPricePath } from './price-path.ts';

const FIRST_MINUTE = Date.UTC(2026, 6, 1) / 60_000;
const DAY = 1440;
const WARM_UP = 300;

/** First-close seeded: after 300 candles the seed no longer matters. */
function ema(values: readonly number[], length: number): number[] {
  let last = values[0] ?? 0;
  return values.map((value) => (last += ((value - last) * 2) / (length + 1)));
}

function rsi(closes: readonly number[], length: number): number[] {
  let gain = 0;
  let loss = 0;
  return closes.map((close, at) => {
    const change = close - (closes[at - 1] ?? close);
    gain += (Math.max(change, 0) - gain) / length;
    loss += (Math.max(-change, 0) - loss) / length;
    return 100 - 100 / (1 + gain / loss);
  });
}

const minus = (left: readonly number[], right: readonly number[]): number[] =>
  left.map((value, at) => value - (right[at] ?? 0));

/** Minutes at which the series changes its sign. */
function crossings(series: readonly number[]): Set<number> {
  const minutes = new Set<number>();
  for (let at = WARM_UP; at < series.length; at++) {
    if ((series[at] ?? 0) > 0 !== (series[at - 1] ?? 0) > 0) minutes.add(at);
  }
  return minutes;
}

/** Minutes at which the series comes back from beyond the level. */
function returns(beyond: readonly number[]): Set<number> {
  const minutes = new Set<number>();
  for (let at = WARM_UP; at < beyond.length; at++) {
    if ((beyond[at - 1] ?? 0) > 0 && (beyond[at] ?? 0) <= 0) minutes.add(at);
  }
  return minutes;
}

function signalsOf(closes: readonly number[]) {
  const macd = minus(ema(closes, 12), ema(closes, 26));
  const strength = rsi(closes, 14);
  return {
    macd: crossings(minus(macd, ema(macd, 9))),
    ema: crossings(macd),
    rsi: new Set([
      ...returns(strength.map((value) => value - 70)),
      ...returns(strength.map((value) => 30 - value)),
    ]),
  };
}

test('somebody who watches 8 pairs on 1m for a minute or two sees a signal', () => {
  const signals = DEMO_PAIRS.slice(0, 8).map((pair) => {
    const path = createPricePath(pair, 1);
    const closes = Array.from({ length: WARM_UP + DAY }, (_, at) =>
      Math.exp(path.minuteBar(FIRST_MINUTE - WARM_UP + at).close),
    );
    return signalsOf(closes);
  });
  const share = (sets: readonly ReadonlySet<number>[]): number =>
    new Set(sets.flatMap((set) => [...set])).size / DAY;
  expect(share(signals.map(({ macd }) => macd))).toBeGreaterThan(0.5);
  const all = signals.flatMap(({ macd, ema, rsi }) => [macd, ema, rsi]);
  expect(share(all)).toBeGreaterThan(0.75);
  for (const { macd, ema, rsi } of signals) {
    expect(macd.size).toBeGreaterThan(80);
    expect(ema.size).toBeGreaterThan(25);
    expect(rsi.size).toBeGreaterThan(10);
  }
});
