import type { Candle } from '../candle.ts';

/**
 * The shapes of `candle-patterns.ts`, after Steve Nison, "Japanese Candlestick Charting Techniques"
 * (1991). He gives most sizes in words; the numbers are those that are in common use.
 *
 * `side` is 1 for the form that says up, −1 for its mirror image: what is written of rising and
 * lower holds with 1.
 */

/** Body of a doji, of the range. */
const DOJI_BODY = 0.05;
/** Body of a marubozu, a candle almost without shadows, of the range. */
const MARUBOZU_BODY = 0.95;
/** Body of a long candle, of the range. */
const LONG_BODY = 0.5;
/** The short shadow of a hammer, of the range. */
const SHORT_SHADOW = 0.1;
/** The long shadow of a hammer, in bodies. */
const LONG_SHADOW = 2;
/** Body of a harami's second candle, of the first one's. */
const HARAMI_BODY = 0.5;
/** Body of a star, of that of the candle before. */
const STAR_BODY = 0.3;
/** How far an open may lie from the close before and still be equal to it, of the body before. */
const OPEN_SLACK = 0.05;

/** Open and close are nearly equal. */
export function isDoji(candle: Candle): boolean {
  const range = rangeOf(candle);
  return range > 0 && bodyOf(candle) <= DOJI_BODY * range;
}

export function isMarubozu(candle: Candle): boolean {
  const range = rangeOf(candle);
  return range > 0 && bodyOf(candle) >= MARUBOZU_BODY * range;
}

/** A small body at the top of the range over a long lower shadow, of either colour. */
export function isHammer(candle: Candle): boolean {
  return hasHammerShadows(candle, lowerShadowOf(candle), upperShadowOf(candle));
}

/** A small body at the bottom of the range. */
export function isInvertedHammer(candle: Candle): boolean {
  return hasHammerShadows(candle, upperShadowOf(candle), lowerShadowOf(candle));
}

/** A falling body, then a rising one that covers it. */
export function isEngulfing(side: number, last: Candle, candle: Candle): boolean {
  return isTurn(side, last, candle) && side * (candle.close - last.open) > 0;
}

/** A long falling body that holds a much smaller one, of either colour. */
export function isHarami(side: number, last: Candle, candle: Candle): boolean {
  return (
    goes(-side, last) &&
    isLong(last) &&
    bodyOf(candle) < HARAMI_BODY * bodyOf(last) &&
    side * (last.close - candle.open) <= OPEN_SLACK * bodyOf(last) &&
    side * (candle.close - last.close) >= 0 &&
    side * (last.open - candle.open) >= 0 &&
    side * (last.open - candle.close) >= 0
  );
}

/** A long falling body, then a rising one that ends in its upper half. */
export function isPiercing(side: number, last: Candle, candle: Candle): boolean {
  return (
    isTurn(side, last, candle) &&
    isLong(last) &&
    side * (candle.close - middleOf(last)) > 0 &&
    side * (last.open - candle.close) >= 0
  );
}

/** A long falling body, a small one that stays in its lower half or below, a rising one above. */
export function isStar(side: number, first: Candle, star: Candle, candle: Candle): boolean {
  const middle = middleOf(first);
  return (
    goes(-side, first) &&
    isLong(first) &&
    bodyOf(star) <= STAR_BODY * bodyOf(first) &&
    side * (star.open - middle) <= 0 &&
    side * (star.close - middle) <= 0 &&
    goes(side, candle) &&
    side * (candle.close - middle) > 0
  );
}

/** Three long rising bodies, each opening and closing above the one before. */
export function isThreeSoldiers(side: number, first: Candle, last: Candle, candle: Candle) {
  return (
    isSoldier(side, first) &&
    isSoldier(side, last) &&
    isSoldier(side, candle) &&
    isBeyond(side, first, last) &&
    isBeyond(side, last, candle)
  );
}

function isSoldier(side: number, candle: Candle): boolean {
  return goes(side, candle) && isLong(candle);
}

function isBeyond(side: number, last: Candle, candle: Candle): boolean {
  return side * (candle.open - last.open) > 0 && side * (candle.close - last.close) > 0;
}

/** A falling body, then a rising one that opens at its end or below. */
function isTurn(side: number, last: Candle, candle: Candle): boolean {
  return (
    goes(-side, last) &&
    goes(side, candle) &&
    side * (candle.open - last.close) <= OPEN_SLACK * bodyOf(last)
  );
}

function hasHammerShadows(candle: Candle, long: number, short: number): boolean {
  const body = bodyOf(candle);
  return body > 0 && long >= LONG_SHADOW * body && short <= SHORT_SHADOW * rangeOf(candle);
}

function goes(side: number, { open, close }: Candle): boolean {
  return side * (close - open) > 0;
}

function isLong(candle: Candle): boolean {
  return bodyOf(candle) >= LONG_BODY * rangeOf(candle);
}

function bodyOf({ open, close }: Candle): number {
  return Math.abs(close - open);
}

function rangeOf({ high, low }: Candle): number {
  return high - low;
}

function middleOf({ open, close }: Candle): number {
  return (open + close) / 2;
}

function upperShadowOf({ open, high, close }: Candle): number {
  return high - Math.max(open, close);
}

function lowerShadowOf({ open, low, close }: Candle): number {
  return Math.min(open, close) - low;
}
