import { describe, expect, it } from 'vitest';
import { createAlertTab } from '../../testing/alert-tab.ts';
import { createSignalsToday } from './signals-today.ts';

const HOUR = 3_600_000;
const startOfDay = (time: number) => Math.floor(time / (24 * HOUR)) * 24 * HOUR;
const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('the signals of today', () => {
  it('are all of them, also those that memory has given up', async () => {
    const { clock, alerts, raise } = createAlertTab({ historySize: 3 });
    const today = createSignalsToday({ clock, alerts, startOfDay });
    await raise(20, { signalType: 'BUY', strength: 0.5 });
    await raise(5, { signalType: 'SELL', strength: 1, symbol: 'ETHUSDT' });
    expect(today.statistics()).toEqual({ total: 25, buy: 20, sell: 5, meanStrength: 0.6 });
  });

  it('begin with what is stored, and count nothing twice', async () => {
    const { clock, alerts, raise } = createAlertTab({ historySize: 3 });
    await raise(10);
    const today = createSignalsToday({ clock, alerts, startOfDay });
    await raise(10);
    await raise(2, { symbol: 'ETHUSDT' });
    await settled();
    expect(today.statistics().total).toBe(12);
  });

  it('are over at midnight', async () => {
    const { clock, alerts, raise } = createAlertTab();
    clock.advance(startOfDay(clock.now()) + 24 * HOUR - clock.now() - HOUR);
    const today = createSignalsToday({ clock, alerts, startOfDay });
    await raise(4);
    expect(today.statistics().total).toBe(4);
    clock.advance(2 * HOUR);
    expect(today.statistics()).toEqual({ total: 0, buy: 0, sell: 0, meanStrength: null });
    await raise(1, { symbol: 'ETHUSDT' });
    expect(today.statistics().total).toBe(1);
  });

  it('are not those of the days before', async () => {
    const { clock, alerts, raise } = createAlertTab();
    await raise(4);
    clock.advance(24 * HOUR);
    const today = createSignalsToday({ clock, alerts, startOfDay });
    await settled();
    expect(today.statistics().total).toBe(0);
    today.dispose();
    await raise(1, { symbol: 'ETHUSDT' });
    expect(today.statistics().total).toBe(0);
  });
});
