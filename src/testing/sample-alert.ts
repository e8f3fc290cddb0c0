import { alertId } from '../domain/alert.ts';
import type { Alert } from '../domain/alert.ts';
import type { AlertDraft } from '../engine/alerts/alert-manager.ts';

export const SAMPLE_OPEN_TIME = 1_699_999_200_000;

/** A draft with the identity that its fields give it, unless another is asked for. */
export function sampleDraft(changes: Partial<AlertDraft> = {}): AlertDraft {
  const draft: Omit<AlertDraft, 'id'> = {
    signalType: 'BUY',
    symbol: 'BTCUSDT',
    price: '45000.10',
    indicator: 'RSI leaves oversold',
    ruleId: 'rsi-leaves-oversold',
    interval: '1h',
    strength: 0.85,
    message: 'RSI(14) on 1h = 31.2, was 29.4; threshold 30',
    candleOpenTime: SAMPLE_OPEN_TIME,
    late: false,
    ...changes,
  };
  return { id: alertId({ ...draft, side: draft.signalType }), ...draft, ...changes };
}

/** An alert as it is when it has just been raised. */
export function sampleAlert(changes: Partial<Alert> = {}): Alert {
  return {
    ...sampleDraft(changes),
    createdAt: 1_700_000_000_000,
    status: 'ACTIVE',
    dismissedAt: null,
    announcedAt: null,
    ...changes,
  };
}
