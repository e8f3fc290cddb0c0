import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side, TradingSignal } from '../signal.ts';
import { createConsensus } from './consensus.ts';
import { READY_MADE_RULES } from './ready-made.ts';

const HOUR = 3_600_000;
const rules = READY_MADE_RULES.map((rule) => ({ ...rule, isEnabled: true }));

function signal(
  ruleId: string,
  side: Side,
  strength: number,
  hour: number,
  changes: Partial<TradingSignal> = {},
): TradingSignal {
  return {
    ruleId,
    ruleName: ruleId,
    side,
    symbol: 'BTCUSDT',
    interval: '1h',
    candleOpenTime: hour * HOUR,
    price: 1,
    strength,
    explanation: '',
    ...changes,
  };
}

describe('a consensus', () => {
  const create = (countsFor = 3) => createConsensus({ rules, countsFor, historySize: 4 });
  const btc = (consensus: ReturnType<typeof create>) => consensus.of('BTCUSDT', '1h');

  it('is null before anything is known, and 0 where nobody says anything', () => {
    const consensus = create();
    expect(btc(consensus).now).toBeNull();
    consensus.close('BTCUSDT', '1h', 0);
    expect(btc(consensus).now).toEqual({ openTime: 0, buy: 0, sell: 0, value: 0 });
  });

  it('is the mean of what is said, by its strength', () => {
    const consensus = create();
    consensus.add(signal('rsi-leaves-oversold', 'BUY', 0.75, 1));
    expect(btc(consensus).now).toMatchObject({ buy: 1, sell: 0, value: 0.75 });
    consensus.add(signal('macd-cross-down', 'SELL', 0.25, 1));
    expect(btc(consensus).now).toMatchObject({ buy: 1, sell: 1, value: 0.25 });
  });

  it('counts what is recalled of the past, but not in the statistics', () => {
    const consensus = create();
    consensus.recall(signal('ema-cross-up', 'BUY', 0.5, 1));
    consensus.close('BTCUSDT', '1h', HOUR);
    expect(btc(consensus).now).toMatchObject({ buy: 1, value: 0.5 });
    expect(btc(consensus).history).toHaveLength(1);
    expect(btc(consensus).bySide.buy).toBe(0);
    consensus.add(signal('ema-cross-up', 'SELL', 0.5, 2));
    consensus.recall(signal('ema-cross-up', 'BUY', 0.5, 2));
    expect(btc(consensus).now).toMatchObject({ buy: 0, sell: 1 });
    expect(btc(consensus).bySide).toMatchObject({ buy: 0, sell: 1 });
  });

  it('counts the last signal of each rule for so many candles', () => {
    const consensus = create();
    consensus.close('BTCUSDT', '1h', 0);
    consensus.add(signal('ema-cross-up', 'BUY', 0.5, 1));
    for (const hour of [1, 2, 3, 4]) consensus.close('BTCUSDT', '1h', hour * HOUR);
    expect(btc(consensus).history).toEqual([0.5, 0.5, 0.5, 0]);
    consensus.add(signal('ema-cross-up', 'BUY', 0.9, 4));
    consensus.add(signal('ema-cross-up', 'BUY', 0.1, 4));
    consensus.add(signal('ema-cross-up', 'BUY', 0.1, 2));
    expect(btc(consensus).now).toMatchObject({ buy: 1, value: 0.9 });
    expect(btc(consensus).bySide.buy).toBe(2);
  });

  it('takes a signal that waited into the moment of the candle it speaks of', () => {
    const consensus = create();
    consensus.close('BTCUSDT', '1h', HOUR);
    consensus.add(signal('ema-cross-up', 'BUY', 0.5, 1));
    consensus.close('BTCUSDT', '1h', HOUR);
    expect(btc(consensus).history).toEqual([0.5]);
    expect(btc(consensus).now).toEqual({ openTime: HOUR, buy: 1, sell: 0, value: 0.5 });
  });

  it('keeps symbols and intervals apart, and forgets those that are not watched', () => {
    const consensus = create();
    consensus.add(signal('ema-cross-up', 'BUY', 0.5, 1, { interval: '4h' }));
    consensus.add(signal('ema-cross-up', 'BUY', 0.5, 1, { symbol: 'ETHUSDT' }));
    expect(btc(consensus).now).toBeNull();
    expect(consensus.of('BTCUSDT', '4h').now).not.toBeNull();
    consensus.keep(['BTCUSDT']);
    expect(consensus.of('ETHUSDT', '1h').now).toBeNull();
    expect(consensus.of('BTCUSDT', '4h').now).not.toBeNull();
  });

  it('counts only rules that are on', () => {
    const consensus = create();
    consensus.add(signal('ema-cross-up', 'BUY', 0.5, 1));
    consensus.setRules(rules.map((rule) => ({ ...rule, isEnabled: rule.id !== 'ema-cross-up' })));
    expect(btc(consensus).now).toMatchObject({ buy: 0, value: 0 });
    consensus.add(signal('ema-cross-up', 'BUY', 0.5, 2));
    consensus.add(signal('unknown', 'BUY', 0.5, 2));
    expect(btc(consensus).now).toMatchObject({ buy: 0, value: 0 });
  });

  it('has statistics by side and by indicator', () => {
    const consensus = create();
    consensus.add(signal('rsi-leaves-oversold', 'BUY', 0.5, 1));
    consensus.add(signal('rsi-leaves-oversold', 'BUY', 1, 2));
    consensus.add(signal('rsi-leaves-overbought', 'SELL', 0.2, 2));
    consensus.add(signal('volume-spike-up', 'BUY', 0.3, 3));
    const { bySide, byIndicator } = btc(consensus);
    expect(bySide).toMatchObject({ buy: 3, sell: 1, sellStrength: 0.2 });
    expect(bySide.buyStrength).toBeCloseTo(0.6, 12);
    expect(Object.fromEntries(byIndicator)).toEqual({
      rsi: { buy: 2, sell: 1, buyStrength: 0.75, sellStrength: 0.2 },
      price: { buy: 1, sell: 0, buyStrength: 0.3, sellStrength: null },
    });
  });

  it('lies between −1 and 1 and has a capped history, of each closed candle one value', () => {
    const anyStep = fc.record({
      rule: fc.nat(rules.length - 1),
      strength: fc.double({ min: 0, max: 1, noNaN: true }),
      hour: fc.nat(30),
      isClose: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyStep), (steps) => {
        const consensus = create();
        let newest = -1;
        let closes = 0;
        for (const { rule, strength, hour, isClose } of steps) {
          const { id = '', side = 'BUY' } = rules[rule] ?? {};
          if (isClose) consensus.close('BTCUSDT', '1h', hour * HOUR);
          else consensus.add(signal(id, side, strength, hour));
          if (isClose && hour > newest) {
            newest = hour;
            closes += 1;
          }
          const { now, history } = btc(consensus);
          for (const value of now === null ? history : [now.value, ...history]) {
            expect(Math.abs(value)).toBeLessThanOrEqual(1);
          }
          expect(history).toHaveLength(Math.min(closes, 4));
        }
      }),
    );
  });
});
