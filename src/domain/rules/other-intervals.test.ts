import { describe, expect, it } from 'vitest';
import { candlesOn, joinCandles, ruleOf } from '../../testing/rules.ts';
import type { Candle } from '../candle.ts';
import type { Interval } from '../interval.ts';
import type { TradingSignal } from '../signal.ts';
import { MOST_WAITING } from './close-order.ts';
import type { Condition } from './condition.ts';
import { createJudge } from './judge.ts';
import type { Judge } from './judge.ts';
import type { Operand } from './operand.ts';
import { replayRule } from './replay.ts';

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;

const labels = (signals: readonly TradingSignal[]) =>
  signals.map(({ interval, candleOpenTime }) => `${interval} ${candleOpenTime / QUARTER}`);

const over = (left: Operand, constant: number): Condition => {
  return { left, operator: 'above', right: { constant } };
};

describe('an operand on a longer interval', () => {
  // The hours close at 4, 8, 12 and 16.
  const closes = [1, 2, 3, 4, 5, 6, 7, 8, 30, 30, 30, 12, 13, 14, 15, 16];
  const quarters = candlesOn('15m', closes);
  const candles = { '15m': quarters, '1h': joinCandles(quarters, '1h') };
  const speaksAt = (conditions: Condition) =>
    labels(replayRule(ruleOf(conditions, { intervals: ['15m'] }), candles, 'X'));

  it('is that of the last candle closed by then, the same instant included', () => {
    const hourly: Operand = { price: 'close', interval: '1h' };
    expect(speaksAt(over(hourly, 7))).toEqual(['15m 7']);
    expect(speaksAt(over(hourly, 8))).toEqual(['15m 11']);
    expect(speaksAt(over(hourly, 20))).toEqual([]);
  });

  it('is that of the candle as it forms, where the rule asks for it', () => {
    const high: Operand = { price: 'high', interval: '1h', forming: true };
    expect(speaksAt(over(high, 6))).toEqual(['15m 6']);
    expect(speaksAt(over(high, 20))).toEqual(['15m 8']);
    const volume: Operand = { price: 'volume', interval: '1h', forming: true };
    expect(speaksAt({ not: over(volume, 5) })).toEqual(['15m 4', '15m 8', '15m 12']);
  });

  it('counts its own candles where it is said to have moved', () => {
    const left: Operand = { price: 'close', interval: '1h' };
    const rise = (percent: number): Condition => {
      return { not: { left, operator: 'risesBy', percent, candles: 1 } };
    };
    // From 4 to 8, then to 12, then to 16.
    expect(speaksAt(rise(60))).toEqual(['15m 11']);
    expect(speaksAt(rise(40))).toEqual(['15m 15']);
  });

  it('crosses a line of the own interval when one of the two moves past the other', () => {
    const crossing: Condition = {
      left: { price: 'close' },
      operator: 'crossesAbove',
      right: { price: 'close', interval: '1h' },
    };
    const rule = ruleOf(crossing, { intervals: ['15m'] });
    expect(replayRule(rule, candles, 'X').map(({ explanation }) => explanation)).toEqual([
      'close on 15m = 5, was 4; close on 1h = 4, was 4',
      'close on 15m = 30, was 8; close on 1h = 8, was 8',
      'close on 15m = 13, was 12; close on 1h = 12, was 12',
    ]);
  });

  it('may also be on a shorter interval', () => {
    const quarterly = over({ price: 'close', interval: '15m' }, 7);
    const rule = ruleOf(quarterly, { intervals: ['1h'] });
    expect(labels(replayRule(rule, candles, 'X'))).toEqual(['1h 4']);
  });

  it('that has no candles keeps the rule silent', () => {
    expect(speaksAt({ not: over({ price: 'close', interval: '1d' }, 1) })).toEqual([]);
  });
});

describe('a candle that forms', () => {
  it('is not known until a whole one has been seen to open', () => {
    const quarters = candlesOn('15m', [9, 9, 9, 9, 9, 9, 9, 12, 9, 9], 2 * QUARTER);
    const high: Operand = { price: 'high', interval: '1h', forming: true };
    const rule = ruleOf(over(high, 10), { intervals: ['15m'] });
    // The hour that opens at 4 is the first that is known from its beginning.
    const hours = joinCandles(quarters, '1h').filter(({ openTime }) => openTime <= 8 * QUARTER);
    expect(labels(replayRule(rule, { '15m': quarters, '1h': hours }, 'X'))).toEqual(['15m 9']);
  });
});

describe('a close that needs a candle of another interval', () => {
  const rule = ruleOf(over({ price: 'close', interval: '4h' }, 10), { intervals: ['1h'] });
  const hours = candlesOn('1h', [9, 9, 9, 9, 9, 9, 9, 12, 9, 9, 9, 9, 9]);
  const [early, late, third] = joinCandles(hours, '4h');
  const readyJudge = (): Judge => {
    const judge = createJudge({ symbol: 'X', intervals: [], rules: [rule] });
    for (const hour of hours.slice(0, 7)) judge.close('1h', hour);
    if (early !== undefined) expect(judge.close('4h', early)).toEqual([]);
    return judge;
  };
  const close = (judge: Judge, interval: Interval, candle: Candle | undefined) =>
    candle === undefined ? [] : judge.close(interval, candle);

  it('is judged when that has come, whichever comes first', () => {
    const told = ['1h 28'];
    const one = readyJudge();
    expect(close(one, '1h', hours[7])).toEqual([]);
    expect(one.waitingSince('1h')).toBe(7 * HOUR);
    expect(labels(close(one, '4h', late))).toEqual(told);
    expect(one.waitingSince('1h')).toBeUndefined();
    const other = readyJudge();
    expect(close(other, '4h', late)).toEqual([]);
    expect(labels(close(other, '1h', hours[7]))).toEqual(told);
  });

  it('waits with those after it, and all are judged in their order', () => {
    const judge = readyJudge();
    for (const hour of hours.slice(7, 11)) expect(judge.close('1h', hour)).toEqual([]);
    const signals = close(judge, '4h', late);
    expect(signals.map(({ candleOpenTime }) => candleOpenTime / HOUR)).toEqual([7]);
  });

  it('goes on by what there is when the candle turns out not to exist', () => {
    const byForming = readyJudge();
    close(byForming, '1h', hours[7]);
    expect(byForming.waitingSince('1h')).toBe(7 * HOUR);
    if (third !== undefined) byForming.preview('4h', third, 8 * HOUR + 1);
    expect(byForming.waitingSince('1h')).toBeUndefined();

    const byNext = readyJudge();
    for (const hour of hours.slice(7, 12)) byNext.close('1h', hour);
    expect(byNext.waitingSince('1h')).toBe(7 * HOUR);
    expect(close(byNext, '4h', third)).toEqual([]);
    expect(byNext.waitingSince('1h')).toBeUndefined();

    const told = readyJudge();
    close(told, '1h', hours[7]);
    told.pass('4h', 8 * HOUR);
    expect(told.waitingSince('1h')).toBeUndefined();
  });

  it('does not wait for the first candle of an interval while that one forms', () => {
    const judge = createJudge({ symbol: 'X', intervals: [], rules: [rule] });
    close(judge, '1h', hours[0]);
    expect(judge.waitingSince('1h')).toBe(0);
    if (early !== undefined) judge.preview('4h', early, HOUR);
    for (const hour of hours.slice(1, 3)) judge.close('1h', hour);
    expect(judge.waitingSince('1h')).toBeUndefined();
    close(judge, '1h', hours[3]);
    expect(judge.waitingSince('1h')).toBe(3 * HOUR);
  });

  it('does not wait for ever, and a candle that comes later counts from then on', () => {
    const judge = readyJudge();
    const more = candlesOn(
      '1h',
      Array.from({ length: MOST_WAITING + 1 }, () => 9),
      7 * HOUR,
    );
    for (const hour of more) judge.close('1h', hour);
    expect(judge.waitingSince('1h')).toBeGreaterThan(7 * HOUR);
    const signals = close(judge, '4h', late);
    expect(signals.length).toBeLessThanOrEqual(1);
    expect(signals.every(({ candleOpenTime }) => candleOpenTime > 7 * HOUR)).toBe(true);
  });

  it('is not judged by a candle that closed after it', () => {
    const judge = readyJudge();
    judge.pass('1h', 100 * HOUR);
    close(judge, '4h', late);
    close(judge, '4h', third && { ...third, close: 50 });
    // The hours come after all: both later candles of 4h are known by now.
    for (const hour of hours.slice(7, 11)) expect(judge.close('1h', hour)).toEqual([]);
  });

  it('does not hold up rules that look at one interval only', () => {
    const plain = ruleOf(over({ price: 'close' }, 10), { id: 'plain', intervals: ['1h'] });
    const judge = createJudge({ symbol: 'X', intervals: [], rules: [rule, plain] });
    const said = hours.slice(0, 8).flatMap((hour) => judge.close('1h', hour));
    expect(said.map(({ ruleId }) => ruleId)).toEqual(['plain']);
  });
});
