import { afterEach, describe, expect, it } from 'vitest';
import '../testing/part-texts.ts';
import type { Indicator } from '../../domain/indicators/definition.ts';
import { indicators } from '../../domain/indicators/index.ts';
import type { IndicatorMetrics } from '../../protocol/market-state.ts';
import { symbols } from '../state/symbols.ts';
import { aSymbol } from '../testing/fixtures.ts';
import { partText } from '../text/text.ts';
import { metricFormat, metricLabel, placeOf } from './metric-words.ts';

const metric = (part: Partial<IndicatorMetrics> = {}): IndicatorMetrics => ({
  indicator: 'rsi',
  params: { length: 14 },
  output: 'value',
  value: 50,
  change: 1,
  min: 20,
  mean: 45,
  max: 80,
  ...part,
});

afterEach(() => {
  symbols.value = [];
});

describe('figures in words', () => {
  it('are named by their indicator, its parameters and what of it they are', () => {
    expect(metricLabel(metric())).toBe('RSI(14)');
    const macd = { indicator: 'macd', params: { fast: 12, slow: 26, signal: 9 } };
    expect(metricLabel({ ...macd, output: 'signal' })).toBe('MACD(12, 26, 9) signal line');
    expect(metricLabel(metric({ indicator: 'adx', output: 'plusDi' }))).toBe('ADX(14) +DI');
  });

  it('have words for every output that measures something', () => {
    const unnamed = Object.values<Indicator>(indicators).flatMap(({ name, outputs, signs = [] }) =>
      outputs
        .filter((output) => !signs.includes(output))
        .filter((output) => partText().metrics.outputs[output] === undefined)
        .map((output) => `${name} ${output}`),
    );
    expect(unnamed).toEqual([]);
  });

  it('are written as prices are where they are prices', () => {
    symbols.value = [{ ...aSymbol('DOGE', 'USDT'), tickSize: '0.00001000' }];
    const average = metric({ indicator: 'sma', value: 0.28, min: 0.2, max: 0.3 });
    expect(metricFormat('DOGEUSDT', average).value(0.28)).toBe('0.28000');
    expect(metricFormat('DOGEUSDT', metric()).value(50)).toBe('50.00');
  });

  it('are short where they are large', () => {
    const volume = metric({ indicator: 'obv', value: 12_345_678, min: 0, max: 20_000_000 });
    const { value, change } = metricFormat('BTCUSDT', volume);
    expect(value(12_345_678)).toBe('12.35M');
    expect([change(1_500), change(-1_500)]).toEqual(['+1.50K', '−1.50K']);
  });

  it('stand between their least and their greatest', () => {
    expect(placeOf(metric())).toBe(0.5);
    expect(placeOf(metric({ value: 80 }))).toBe(1);
    expect(placeOf(metric({ value: 7, min: 7, max: 7 }))).toBe(0.5);
  });
});
