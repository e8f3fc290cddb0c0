import { describe, expect, it } from 'vitest';
import type { TradingSignal } from '../../domain/signal.ts';
import { FIRST_OPEN } from '../../testing/market-events.ts';
import { alertDraft } from './alert-draft.ts';

const SIGNAL: TradingSignal = {
  ruleId: 'mine',
  ruleName: 'Mine',
  side: 'SELL',
  symbol: 'PEPEUSDT',
  interval: '4h',
  candleOpenTime: FIRST_OPEN,
  price: 1e-8,
  strength: 0.25,
  explanation: 'close = 0.00000001; threshold 0.00000002',
};

describe('the draft of an alert', () => {
  it('has the price in plain digits and an identity made of what it is about', () => {
    expect(alertDraft(SIGNAL, false)).toEqual({
      id: `mine:PEPEUSDT:4h:${FIRST_OPEN}:SELL`,
      signalType: 'SELL',
      symbol: 'PEPEUSDT',
      price: '0.00000001',
      indicator: 'Mine',
      ruleId: 'mine',
      interval: '4h',
      strength: 0.25,
      message: SIGNAL.explanation,
      candleOpenTime: FIRST_OPEN,
      late: false,
    });
  });

  it('tells the user’s own words first', () => {
    const { message } = alertDraft({ ...SIGNAL, note: 'Look at the book' }, false);
    expect(message).toBe(`Look at the book — ${SIGNAL.explanation}`);
  });

  it('in quiet hours disturbs nobody, whatever else the rule wants', () => {
    const quiet: TradingSignal = { ...SIGNAL, isQuiet: true, delivery: { sound: true } };
    expect(alertDraft(quiet, false).channels).toEqual({ sound: false, notification: false });
    const loud: TradingSignal = { ...SIGNAL, delivery: { toast: false } };
    expect(alertDraft(loud, false).channels).toEqual({ toast: false });
  });
});
