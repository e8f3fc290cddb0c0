import { alertId } from '../../domain/alert.ts';
import { decimalText } from '../../domain/decimal.ts';
import type { TradingSignal } from '../../domain/signal.ts';
import type { AlertDraft } from '../alerts/alert-manager.ts';

/** A signal as an alert to be raised. */
export function alertDraft(signal: TradingSignal, late: boolean): AlertDraft {
  const { ruleId, ruleName, side, symbol, interval, candleOpenTime, strength } = signal;
  return {
    id: alertId(signal),
    signalType: side,
    symbol,
    price: decimalText(signal.price),
    indicator: ruleName,
    ruleId,
    interval,
    strength,
    message: signal.explanation,
    candleOpenTime,
    late,
  };
}
