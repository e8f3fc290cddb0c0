import { act, cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConsensusReport } from '../../protocol/market-state.ts';
import { apply } from '../state/apply.ts';
import { consensusReports } from '../state/consensus.ts';
import { anEngineStart } from '../testing/fixtures.ts';
import { Metrics } from './Metrics.tsx';

const REPORT: ConsensusReport = {
  symbol: 'BTCUSDT',
  interval: '1h',
  buy: 3,
  sell: 1,
  value: 0.42,
  history: [0, -0.25, 0.1, 0.42],
  bySide: { buy: 5, sell: 2, buyStrength: 0.61, sellStrength: 0.3 },
  byIndicator: {
    rsi: { buy: 4, sell: 0, buyStrength: 0.7, sellStrength: null },
    price: { buy: 1, sell: 2, buyStrength: 0.2, sellStrength: 0.3 },
  },
};
const consensus = () => screen.findByRole('region', { name: 'Consensus of the rules' });

beforeEach(() => {
  consensusReports.value = new Map();
  apply(anEngineStart());
  render(<Metrics />);
});
afterEach(cleanup);

describe('the consensus', () => {
  it('says so while no rule has said anything', async () => {
    expect((await consensus()).textContent).toContain('No rule has said anything');
  });

  it('is told in words and numbers, and follows its reports', async () => {
    const region = await consensus();
    act(() => apply({ type: 'consensusChanged', consensus: [REPORT] }));
    expect(region.textContent).toContain('4 rules: 3 BUY, 1 SELL');
    const level = within(region).getByRole('meter', { name: 'Consensus' });
    expect(level.getAttribute('aria-valuetext')).toBe('+0.42, from −1 (SELL) to +1 (BUY)');
    expect(
      within(region).getByRole('img', { name: 'Its course over 4 candles, from −0.25 to +0.42' }),
    ).toBeTruthy();
    act(() => apply({ type: 'consensusChanged', consensus: [{ ...REPORT, value: -0.9 }] }));
    expect(region.textContent).toContain('strongly SELL');
  });

  it('has statistics by side and by indicator', async () => {
    const region = await consensus();
    act(() => apply({ type: 'consensusChanged', consensus: [REPORT] }));
    const rows = within(region).getAllByRole('row');
    const cells = rows.map((row) => Array.from(row.children, (cell) => cell.textContent));
    expect(cells.slice(1)).toEqual([
      ['All', '5', '0.61', '2', '0.30'],
      ['RSI', '4', '0.70', '0', '–'],
      ['Price and volume', '1', '0.20', '2', '0.30'],
    ]);
  });

  it('is that of the selected series only, and forgotten with its symbol', async () => {
    const region = await consensus();
    const other = { ...REPORT, symbol: 'ETHUSDT' };
    act(() => apply({ type: 'consensusChanged', consensus: [other] }));
    expect(region.textContent).toContain('No rule has said anything');
    const watchlist = { symbols: ['BTCUSDT'], intervals: ['1h'] } as const;
    act(() => apply({ type: 'watchlistChanged', watchlist }));
    expect(consensusReports.value.size).toBe(0);
  });
});
