import { alertId } from '../../domain/alert.ts';
import { decimalText } from '../../domain/decimal.ts';
import type { DeliveryChoice, TradingSignal } from '../../domain/signal.ts';
import type { AlertDraft } from '../alerts/alert-manager.ts';

/** A signal as an alert to be raised. */
export function alertDraft(signal: TradingSignal, late: boolean): AlertDraft {
  const { ruleId, ruleName, side, symbol, interval, candleOpenTime, strength, note } = signal;
  const channels = channelsOf(signal);
  return {
    id: alertId(signal),
    signalType: side,
    symbol,
    price: decimalText(signal.price),
    indicator: ruleName,
    ruleId,
    interval,
    strength,
    message: note ? `${note} — ${signal.explanation}` : signal.explanation,
    candleOpenTime,
    late,
    ...(channels ? { channels } : {}),
  };
}

/** In quiet hours a signal is shown, and nobody is disturbed. */
function channelsOf({ isQuiet, delivery }: TradingSignal): DeliveryChoice | undefined {
  return isQuiet ? { ...delivery, sound: false, notification: false } : delivery;
}
