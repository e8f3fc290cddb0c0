import { describe, expect, it } from 'vitest';
import { READY_MADE_RULES } from '../../domain/rules/ready-made.ts';
import type { TradingSignal } from '../../domain/signal.ts';
import type { ConsensusReport } from '../../protocol/market-state.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { candle, nthOpen } from '../../testing/market-events.ts';
import { createConsensusDesk } from './consensus-desk.ts';

function signal(changes: Partial<TradingSignal>): TradingSignal {
  return {
    ruleId: 'macd-cross-up',
    ruleName: 'MACD cross up',
    side: 'BUY',
    symbol: 'BTCUSDT',
    interval: '1h',
    candleOpenTime: nthOpen(0),
    price: 100,
    strength: 0.5,
    explanation: '',
    ...changes,
  };
}

function createDesk() {
  const clock = createFakeClock();
  const reports: (readonly ConsensusReport[])[] = [];
  const desk = createConsensusDesk({
    clock,
    rules: READY_MADE_RULES,
    report: (consensus) => reports.push(consensus),
  });
  return { clock, desk, reports };
}

describe('the consensus desk', () => {
  it('tells of all series that changed within moments in one report', () => {
    const { clock, desk, reports } = createDesk();
    desk.add([signal({}), signal({ symbol: 'ETHUSDT', side: 'SELL', ruleId: 'ema-cross-down' })]);
    desk.close('BTCUSDT', '1h', candle(nthOpen(0)));
    desk.close('ETHUSDT', '1h', candle(nthOpen(0)));
    expect(reports).toEqual([]);
    clock.advance(250);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject([
      { symbol: 'BTCUSDT', interval: '1h', buy: 1, sell: 0, value: 0.5, history: [0.5] },
      { symbol: 'ETHUSDT', interval: '1h', buy: 0, sell: 1, value: -0.5, history: [-0.5] },
    ]);
    expect(reports[0]?.[0]?.byIndicator).toMatchObject({ macd: { buy: 1, sell: 0 } });
  });

  it('forgets what rules said that are off now, and tells so', () => {
    const { clock, desk, reports } = createDesk();
    desk.add([signal({})]);
    desk.close('BTCUSDT', '1h', candle(nthOpen(0)));
    clock.advance(250);
    desk.setRules(READY_MADE_RULES.map((rule) => ({ ...rule, isEnabled: false })));
    clock.advance(250);
    expect(reports.at(-1)).toMatchObject([{ symbol: 'BTCUSDT', buy: 0, value: 0 }]);
  });

  it('tells nothing of symbols that are no longer watched', () => {
    const { clock, desk, reports } = createDesk();
    desk.add([signal({})]);
    desk.keep(['ETHUSDT']);
    clock.advance(250);
    expect(reports).toEqual([]);
  });

  it('tells of a series without any signal, with its trend, once for its whole past', () => {
    const { clock, desk, reports } = createDesk();
    for (let index = 0; index < 60; index++) {
      desk.close('BTCUSDT', '4h', candle(nthOpen(index, '4h'), 100 + index));
    }
    clock.advance(250);
    expect(reports).toMatchObject([
      [{ symbol: 'BTCUSDT', interval: '4h', buy: 0, sell: 0, value: 0, trend: 'up' }],
    ]);
    expect(desk.reports()).toMatchObject([{ symbol: 'BTCUSDT', interval: '4h', trend: 'up' }]);
  });

  it('does not know the trend of a series that is too short', () => {
    const { clock, desk, reports } = createDesk();
    desk.close('BTCUSDT', '1h', candle(nthOpen(0)));
    clock.advance(250);
    expect(reports[0]?.[0]?.trend).toBeNull();
  });

  it('counts what rules say of the past, and keeps it out of the statistics', () => {
    const { clock, desk, reports } = createDesk();
    desk.recall([signal({})]);
    desk.close('BTCUSDT', '1h', candle(nthOpen(0)));
    clock.advance(250);
    expect(reports[0]).toMatchObject([{ buy: 1, value: 0.5, history: [0.5], byIndicator: {} }]);
    expect(reports[0]?.[0]?.bySide.buy).toBe(0);
  });

  it('says nothing after its end', () => {
    const { clock, desk, reports } = createDesk();
    desk.close('BTCUSDT', '1h', candle(nthOpen(0)));
    desk.dispose();
    clock.advance(250);
    expect(reports).toEqual([]);
  });
});
