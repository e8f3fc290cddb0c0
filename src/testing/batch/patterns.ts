import type { Candle } from '../../domain/candle.ts';
import { param } from './series.ts';
import type { Batch } from './series.ts';

/** Candles of a pattern, oldest first; described as the one that says up. */
type Shape = (...candles: [Candle, Candle, Candle]) => boolean;

const size = ({ open, close }: Candle) => Math.abs(close - open);
const span = ({ high, low }: Candle) => high - low;
const half = ({ open, close }: Candle) => (open + close) / 2;
const top = ({ open, close }: Candle) => Math.max(open, close);
const bottom = ({ open, close }: Candle) => Math.min(open, close);
const rises = ({ open, close }: Candle) => close > open;
const falls = ({ open, close }: Candle) => close < open;
const isLong = (candle: Candle) => size(candle) >= 0.5 * span(candle);
const opensBelow = (candle: Candle, last: Candle) => candle.open - last.close <= 0.05 * size(last);

/** What comes before, in candles, and the shape. */
const TURNS: Readonly<Record<string, readonly [number, Shape]>> = {
  engulfing: [
    2,
    (_, last, it) => falls(last) && rises(it) && opensBelow(it, last) && it.close > last.open,
  ],
  harami: [
    2,
    (_, last, it) =>
      falls(last) &&
      isLong(last) &&
      size(it) < 0.5 * size(last) &&
      last.close - it.open <= 0.05 * size(last) &&
      it.close >= last.close &&
      top(it) <= last.open,
  ],
  piercing: [
    2,
    (_, last, it) =>
      falls(last) &&
      isLong(last) &&
      rises(it) &&
      opensBelow(it, last) &&
      it.close > half(last) &&
      it.close <= last.open,
  ],
  star: [
    3,
    (first, star, it) =>
      falls(first) &&
      isLong(first) &&
      size(star) <= 0.3 * size(first) &&
      top(star) <= half(first) &&
      rises(it) &&
      it.close > half(first),
  ],
  soldiers: [
    3,
    (...three) =>
      three.every((candle) => rises(candle) && isLong(candle)) &&
      three[0].open < three[1].open &&
      three[1].open < three[2].open &&
      three[0].close < three[1].close &&
      three[1].close < three[2].close,
  ],
};

function mirrored(candle: Candle): Candle {
  const { open, high, low, close } = candle;
  return { ...candle, open: -open, high: -low, low: -high, close: -close };
}

const hasBody = (candle: Candle) => size(candle) > 0;
const isHammer = (it: Candle) =>
  hasBody(it) && bottom(it) - it.low >= 2 * size(it) && it.high - top(it) <= 0.1 * span(it);

export const PATTERNS = {
  candlePatterns: (candles, params) => {
    const trend = param(params, 'trend');
    /** 1 after a fall of the closes before the last `count` candles, −1 after a rise. */
    const sideAt = (index: number, count: number) => {
      const end = candles[index - count]?.close ?? Number.NaN;
      return Math.sign((candles[index - count - trend]?.close ?? Number.NaN) - end) + 0;
    };
    const turns = Object.entries(TURNS).map(([name, [count, shape]]) => {
      const values = candles.map((candle, index) => {
        const side = sideAt(index, count);
        const last = candles[index - 1] ?? candle;
        const three = [candles[index - 2] ?? last, last, candle] as const;
        const [a, b, c] = side < 0 ? three.map(mirrored) : three;
        if (Number.isNaN(side) || !a || !b || !c) return Number.NaN;
        return shape(a, b, c) ? side : 0;
      });
      return [name, values] as const;
    });
    const alone = (is: (candle: Candle) => boolean) =>
      candles.map((candle, index) => {
        const side = sideAt(index, 1);
        return Number.isNaN(side) || is(candle) ? side : 0;
      });
    return {
      doji: candles.map((it) => Number(span(it) > 0 && size(it) <= 0.05 * span(it))),
      marubozu: candles.map((it) => {
        const isFull = span(it) > 0 && size(it) >= 0.95 * span(it);
        return isFull ? Number(rises(it)) - Number(falls(it)) : 0;
      }),
      hammer: alone(isHammer),
      invertedHammer: alone((candle) => isHammer(mirrored(candle))),
      ...Object.fromEntries(turns),
    };
  },
} satisfies Readonly<Record<string, Batch>>;
