import { describe, expect, it } from 'vitest';
import { createMarket } from '../exchange/market.ts';
import { READY_MADE_RULES } from '../../src/domain/rules/ready-made.ts';
import { closedCandles, expectedAlerts } from './expected-alerts.ts';

const START = Date.UTC(2026, 0, 5, 10, 20);
const MINUTE = 60_000;

/** Falls for 20 candles and jumps: RSI(14) leaves oversold at the last one. */
function createFall() {
  const market = createMarket({ machineNow: () => 0, startAt: START });
  let price = Number(market.lastPrice('BTCUSDT'));
  for (let candle = 0; candle < 20; candle++) {
    price *= 0.99;
    market.closeCandle('BTCUSDT', '1m', { close: price.toFixed(2) });
  }
  market.closeCandle('BTCUSDT', '1m', { close: (price * 1.08).toFixed(2) });
  return market;
}

function expectedIn(span: { from: number; to: number }): readonly string[] {
  const watched = { symbols: ['BTCUSDT'], intervals: ['1m'] as const, rules: READY_MADE_RULES };
  return [...expectedAlerts(createFall(), { ...watched, span })];
}

const CROSSING = `rsi-leaves-oversold:BTCUSDT:1m:${START + 20 * MINUTE}:BUY`;

describe('the alerts that are due', () => {
  it('are those of enabled rules at candles that closed in the span', () => {
    const ids = expectedIn({ from: START, to: START + 21 * MINUTE });
    expect(ids).toContain(CROSSING);
    expect(ids.filter((id) => id.startsWith('bollinger'))).toEqual([]);
    expect(ids.every((id) => Number(id.split(':')[3]) >= START)).toBe(true);
  });

  it('leave out a candle that was still open, and those before the span', () => {
    expect(expectedIn({ from: START, to: START + 21 * MINUTE - 1 })).not.toContain(CROSSING);
    expect(expectedIn({ from: START + 21 * MINUTE, to: START + 21 * MINUTE })).toEqual([]);
  });

  it('are judged on candles with a past to settle on', () => {
    const market = createFall();
    const candles = closedCandles(market, 'BTCUSDT', '1m', { from: START, to: market.now() });
    expect(candles.length).toBe(1_000 + 21);
    expect(candles.at(-1)).toMatchObject({ openTime: START + 20 * MINUTE });
    expect(candles.every(({ high, low }) => high >= low)).toBe(true);
  });
});
