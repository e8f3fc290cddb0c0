import { describe, expect, it } from 'vitest';
import { candlesClosingAt, wanderingCandles } from '../../testing/candles.ts';
import { columnsOf } from '../candle.ts';
import { parseRule } from './parse-rule.ts';
import { percentMoveRule, priceLevelRule, READY_MADE_RULES } from './ready-made.ts';
import { replayRule } from './replay.ts';
import { candlesNeeded } from './warm-up.ts';

describe('the ready-made rules', () => {
  it('have ids that stored alerts rely on, and are on or off for a first start', () => {
    expect(READY_MADE_RULES.map(({ id, side, isEnabled }) => [id, side, isEnabled])).toEqual([
      ['rsi-leaves-oversold', 'BUY', true],
      ['rsi-leaves-overbought', 'SELL', true],
      ['ema-cross-up', 'BUY', true],
      ['ema-cross-down', 'SELL', true],
      ['macd-cross-up', 'BUY', true],
      ['macd-cross-down', 'SELL', true],
      ['bollinger-reentry-up', 'BUY', false],
      ['bollinger-reentry-down', 'SELL', false],
      ['supertrend-flip-up', 'BUY', false],
      ['supertrend-flip-down', 'SELL', false],
      ['stochastic-cross-up', 'BUY', false],
      ['stochastic-cross-down', 'SELL', false],
      ['volume-spike-up', 'BUY', false],
      ['volume-spike-down', 'SELL', false],
    ]);
  });

  it('follow the whole watchlist and its intervals', () => {
    for (const { symbols, intervals } of READY_MADE_RULES) {
      expect([symbols, intervals]).toEqual(['watchlist', 'watchlist']);
    }
  });

  it('state how many candles they need', () => {
    const needed = READY_MADE_RULES.map((rule) => [rule.id, candlesNeeded(rule)]);
    expect(Object.fromEntries(needed)).toMatchObject({
      'rsi-leaves-oversold': 16,
      'ema-cross-up': 27,
      'macd-cross-up': 35,
      'bollinger-reentry-up': 21,
    });
  });
});

describe('a price level', () => {
  const rule = priceLevelRule({ symbol: 'PEPEUSDT', price: 0.0000123, direction: 'above' });

  it('is a valid rule for its symbol, named for the level', () => {
    expect(parseRule(rule)).toEqual({ ok: true, value: rule });
    expect([rule.id, rule.name, rule.side]).toEqual([
      'price-PEPEUSDT-above-0.0000123',
      'PEPEUSDT above 0.0000123',
      'BUY',
    ]);
  });

  it('speaks when a candle closes beyond it', () => {
    const candles = candlesClosingAt([0.0000122, 0.0000123, 0.0000124, 0.0000125]);
    const signals = replayRule(rule, { '1m': candles }, 'PEPEUSDT');
    expect(signals.map(({ price }) => price)).toEqual([0.0000124]);
    expect(replayRule(rule, { '1m': candles }, 'BTCUSDT')).toEqual([]);
  });

  it('may be watched from above, for either side', () => {
    const down = priceLevelRule({ symbol: 'X', price: 5, direction: 'below', side: 'BUY' });
    expect(down.side).toBe('BUY');
    expect(replayRule(down, { '1m': candlesClosingAt([6, 4]) }, 'X')).toHaveLength(1);
  });
});

describe('a percentage move', () => {
  it('is a valid rule that speaks when the move is made', () => {
    const rule = percentMoveRule({ direction: 'rises', percent: 2.5, candles: 3 });
    expect(parseRule(rule)).toEqual({ ok: true, value: rule });
    expect([rule.id, rule.name, rule.side]).toEqual([
      'move-rises-2.5-3',
      'Price rises 2.5% over 3 candles',
      'BUY',
    ]);
    const candles = candlesClosingAt([100, 100, 100, 100, 101, 102, 103]);
    expect(replayRule(rule, { '1h': candles }, 'X').map(({ price }) => price)).toEqual([103]);
    expect(candlesNeeded(rule)).toBe(5);
  });
});

describe('a replay', () => {
  const rule = percentMoveRule({ direction: 'rises', percent: 1, candles: 1 });
  const candles = wanderingCandles({ count: 200 });

  it('takes objects or columns, and does not ask whether the rule is on', () => {
    const signals = replayRule(rule, { '1h': candles }, 'X');
    expect(signals.length).toBeGreaterThan(5);
    expect(replayRule({ ...rule, isEnabled: false }, { '1h': columnsOf(candles) }, 'X')).toEqual(
      signals,
    );
  });

  it('tells the signals of several intervals in the order in which their candles closed', () => {
    const hour = 3_600_000;
    const rising = (step: number) =>
      [1, 1, 2, 2, 3].map((close, index) => {
        return { openTime: index * step, open: 1, high: close, low: 1, close, volume: 1 };
      });
    const byInterval = { '1h': rising(hour), '2h': rising(2 * hour) };
    const told = replayRule(rule, byInterval, 'X').map(({ interval, candleOpenTime }) => [
      interval,
      candleOpenTime / hour,
    ]);
    expect(told).toEqual([
      ['1h', 2],
      ['1h', 4],
      ['2h', 4],
      ['2h', 8],
    ]);
    const own = { ...rule, intervals: ['2h'] as const };
    expect(replayRule(own, byInterval, 'X')).toHaveLength(2);
  });
});
