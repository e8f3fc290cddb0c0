import type { ConsensusReport } from '../../protocol/market-state.ts';

/** What rules say of BTCUSDT on 1h: three BUY, one SELL, and it rises. */
export function aConsensus(part: Partial<ConsensusReport> = {}): ConsensusReport {
  return {
    symbol: 'BTCUSDT',
    interval: '1h',
    buy: 3,
    sell: 1,
    value: 0.42,
    history: [0, -0.25, 0.1, 0.42],
    trend: 'up',
    bySide: { buy: 5, sell: 2, buyStrength: 0.61, sellStrength: 0.3 },
    byIndicator: {
      rsi: { buy: 4, sell: 0, buyStrength: 0.7, sellStrength: null },
      price: { buy: 1, sell: 2, buyStrength: 0.2, sellStrength: 0.3 },
    },
    ...part,
  };
}
