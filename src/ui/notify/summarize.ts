import type { Delivery } from '../../protocol/delivery.ts';

/** A summary in figures. */
export interface Summary {
  readonly count: number;
  readonly buy: number;
  readonly sell: number;
  /** Each once, in the order of the signals. */
  readonly symbols: readonly string[];
  /** The first and the last moment at which a candle with a signal closed. */
  readonly from: number;
  readonly to: number;
  readonly late: boolean;
}

export function summarize({ signals, late }: Extract<Delivery, { type: 'summary' }>): Summary {
  const buy = signals.filter(({ side }) => side === 'BUY').length;
  const times = signals.map(({ time }) => time);
  return {
    count: signals.length,
    buy,
    sell: signals.length - buy,
    symbols: [...new Set(signals.map(({ symbol }) => symbol))],
    from: Math.min(...times),
    to: Math.max(...times),
    late,
  };
}
