import { describe, expect, it } from 'vitest';
import { createCandleSeries } from '../../domain/candle-series.ts';
import { priceLevelRule } from '../../domain/rules/ready-made.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import { candle, nthOpen } from '../../testing/market-events.ts';
import { previewRule } from './rule-preview.ts';

const ASKED = { requestId: 7, symbol: 'BTCUSDT', interval: '1h' } as const;
const LEVEL = priceLevelRule({ symbol: 'ETHUSDT', price: 105, direction: 'above' });

function hourly(closes: readonly number[]) {
  const closed = createCandleSeries(500);
  for (const [index, close] of closes.entries()) closed.append(candle(nthOpen(index), close));
  return () => [{ interval: '1h' as const, closed }];
}

describe('the preview of a rule', () => {
  it('counts on the series asked for, whatever symbols the rule names', () => {
    const preview = previewRule(ASKED, LEVEL, hourly([100, 110, 100, 110, 111]));
    expect(preview).toMatchObject({ requestId: 7, candles: 5, missing: [] });
    expect(preview.signals.map(({ candleOpenTime }) => candleOpenTime)).toEqual([
      nthOpen(1),
      nthOpen(3),
    ]);
  });

  it('of a rule that is off says what it would have said', () => {
    const off: Rule = { ...LEVEL, isEnabled: false };
    expect(previewRule(ASKED, off, hourly([100, 110])).signals).toHaveLength(1);
  });

  it('names the intervals that are not at hand instead of guessing', () => {
    const twoIntervals: Rule = {
      ...LEVEL,
      conditions: {
        all: [
          LEVEL.conditions,
          { left: { price: 'close', interval: '1d' }, operator: 'above', right: { constant: 1 } },
        ],
      },
    };
    const preview = previewRule(ASKED, twoIntervals, hourly([100, 110]));
    expect(preview).toMatchObject({ signals: [], missing: ['1d'] });
  });

  it('of a series that is still loading has no candles', () => {
    expect(previewRule(ASKED, LEVEL, () => [])).toMatchObject({ candles: 0, missing: ['1h'] });
  });
});
