import { act, cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apply } from '../state/apply.ts';
import { consensusReports } from '../state/consensus.ts';
import { aConsensus } from '../testing/a-consensus.ts';
import { anEngineStart } from '../testing/fixtures.ts';
import { Metrics } from './Metrics.tsx';
// Fetched when first shown; here before the tests begin, so that none of them waits for it.
import './MetricsContents.tsx';
import './MetricsHeader.tsx';

const REPORT = aConsensus();
const consensus = () => screen.findByRole('region', { name: 'Consensus of the rules' });

beforeEach(() => {
  consensusReports.value = new Map();
  apply(anEngineStart());
  render(<Metrics />);
});
afterEach(cleanup);

describe('the consensus', () => {
  it('says so while no rule has said anything, and where the series is going', async () => {
    const region = await consensus();
    expect(region.textContent).toContain('Appears with the first candles.');
    const silent = aConsensus({ buy: 0, sell: 0, value: 0, history: [0, 0], trend: 'down' });
    act(() => apply({ type: 'consensusChanged', consensus: [silent] }));
    expect(region.textContent).toContain('No rule has said anything');
    expect(region.textContent).toContain('Trend down');
    expect(within(region).queryByRole('meter')).toBeNull();
    expect(within(region).queryByRole('img')).toBeNull();
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
    expect(region.textContent).toContain('Appears with the first candles.');
    const watchlist = { symbols: ['BTCUSDT'], intervals: ['1h'] } as const;
    act(() => apply({ type: 'watchlistChanged', watchlist }));
    expect(consensusReports.value.size).toBe(0);
  });
});
