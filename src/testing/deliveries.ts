import type { Alert } from '../domain/alert.ts';
import type { Delivery, SummarySignal } from '../protocol/delivery.ts';

/** An alert as the engine raises it, with what a test wants different. */
export function sampleAlert(given: Partial<Alert> = {}): Alert {
  return {
    id: 'rsi:BTCUSDT:1h:1700000000000:BUY',
    signalType: 'BUY',
    symbol: 'BTCUSDT',
    price: '43508.20000000',
    indicator: 'RSI leaves oversold',
    ruleId: 'rsi',
    interval: '1h',
    strength: 0.724,
    message: 'RSI(14) on 1h = 31.2, was 29.4; threshold 30',
    createdAt: 1_700_003_600_000,
    candleOpenTime: 1_700_000_000_000,
    status: 'ACTIVE',
    dismissedAt: null,
    late: false,
    announcedAt: null,
    ...given,
  };
}

/** A single alert that is due. */
export function alertDue(given: Partial<Alert> = {}): Delivery & { readonly type: 'alert' } {
  return { type: 'alert', alert: sampleAlert(given) };
}

type Summary = Extract<Delivery, { type: 'summary' }>;

/** One of a summary's signals. */
export function summarySignal(given: Partial<SummarySignal> = {}): SummarySignal {
  return { id: 'a', side: 'BUY', symbol: 'BTCUSDT', time: 1_700_003_600_000, ...given };
}

/** A summary that is due. */
export function summaryDue(given: Partial<Summary> = {}): Summary {
  return {
    type: 'summary',
    signals: [
      summarySignal({ id: 'a' }),
      summarySignal({ id: 'b', side: 'SELL' }),
      summarySignal({ id: 'c', symbol: 'ETHUSDT' }),
    ],
    late: false,
    ...given,
  };
}

/** A summary of alerts with these ids. */
export function summaryOf(...ids: readonly string[]): Summary {
  return summaryDue({ signals: ids.map((id) => summarySignal({ id })) });
}
