import { describe, expect, it } from 'vitest';
import { alertDue, summaryDue, summaryOf, summarySignal } from '../../testing/deliveries.ts';
import { notificationContent } from './notification-content.ts';

const CONTEXT = {
  pageUrl: 'https://host.example/tocsin/?feed=demo#history',
  silent: false,
  now: 5,
  formatPrice: () => '43,508.20',
};

describe('the notification of an alert', () => {
  const { title, options } = notificationContent(alertDue(), CONTEXT);

  it('says side, symbol and price, then rule, interval and strength', () => {
    expect(title).toBe('BUY BTCUSDT 43,508.20');
    expect(options.body).toBe('RSI leaves oversold · 1h · strength 72%');
  });

  it("has the alert's identity and time", () => {
    expect(options.tag).toBe('rsi:BTCUSDT:1h:1700000000000:BUY');
    expect(options.timestamp).toBe(1_700_003_600_000);
    expect(options.renotify).toBe(false);
  });

  it("carries the page's own address without its hash", () => {
    expect(options.data).toEqual({
      id: options.tag,
      url: 'https://host.example/tocsin/?feed=demo',
    });
  });

  it('has its pictures beside the page', () => {
    expect(options.icon).toBe('https://host.example/tocsin/icons/icon-192.png');
    expect(options.badge).toBe('https://host.example/tocsin/icons/badge-96.png');
  });

  it('offers to open and to dismiss', () => {
    expect(options.actions.map(({ action }) => action)).toEqual(['open', 'dismiss']);
  });

  it('is silent where the page rings, and where it is late', () => {
    expect(options.silent).toBe(false);
    expect(notificationContent(alertDue(), { ...CONTEXT, silent: true }).options.silent).toBe(true);
    expect(notificationContent(alertDue({ late: true }), CONTEXT).options.silent).toBe(true);
  });
});

describe('the notification of a summary', () => {
  it('says how many, by side, and of what', () => {
    const { title, options } = notificationContent(summaryDue(), CONTEXT);
    expect(title).toBe('3 signals');
    expect(options.body).toBe('2 BUY, 1 SELL · BTCUSDT, ETHUSDT');
    expect(options.tag).toBe('summary');
    expect(options.data.id).toBeNull();
    expect(options.timestamp).toBe(5);
    expect(options.renotify).toBe(true);
  });

  it('cuts a long list of symbols', () => {
    const symbols = ['A', 'B', 'C', 'D', 'E', 'F'];
    const signals = symbols.map((symbol) => summarySignal({ symbol }));
    const { options } = notificationContent(summaryDue({ signals }), CONTEXT);
    expect(options.body).toBe('6 BUY, 0 SELL · A, B, C, D and 2 more');
  });

  it('of what was missed is quiet', () => {
    const { title, options } = notificationContent({ ...summaryOf('a'), late: true }, CONTEXT);
    expect(title).toBe('1 signal while you were away');
    expect(options.silent).toBe(true);
    expect(options.renotify).toBe(false);
  });
});
