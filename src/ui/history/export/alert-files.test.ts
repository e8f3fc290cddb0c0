import { describe, expect, it } from 'vitest';
import { sampleAlert } from '../../../testing/sample-alert.ts';
import { alertFile } from './alert-files.ts';

const NOW = Date.UTC(2026, 0, 5, 10, 20);
const ALERT = sampleAlert({
  price: '0.00001230',
  indicator: '=cmd|"calc"!A1',
  message: 'RSI(14) = 31.2, was 29.4',
  dismissedAt: 1_700_000_001_000,
});

describe('a file of alerts', () => {
  it('as CSV has one line for each, prices as the exchange wrote them and times as ISO', () => {
    const { name, type, content } = alertFile('csv', [ALERT], { filter: {}, now: NOW });
    expect(name).toBe('tocsin-alerts-2026-01-05T10-20-00.csv');
    expect(type).toContain('charset=utf-8');
    const [head, line, rest] = content.split('\r\n');
    expect(head).toBe(
      '\uFEFFtime,side,symbol,price,rule,interval,strength,status,message,candleOpenTime,' +
        'announcedAt,dismissedAt,late,ruleId,id',
    );
    expect(line).toBe(
      '2023-11-14T22:13:20.000Z,BUY,BTCUSDT,0.00001230,"\'=cmd|""calc""!A1",1h,0.85,ACTIVE,' +
        '"RSI(14) = 31.2, was 29.4",2023-11-14T22:00:00.000Z,,2023-11-14T22:13:21.000Z,false,' +
        'rsi-leaves-oversold,rsi-leaves-oversold:BTCUSDT:1h:1699999200000:BUY',
    );
    expect(rest).toBe('');
  });

  it('as JSON has the same fields, and what they were narrowed to', () => {
    const filter = { signalType: 'BUY', since: NOW } as const;
    const { name, content } = alertFile('json', [ALERT], { filter, now: NOW });
    expect(name).toMatch(/\.json$/);
    expect(JSON.parse(content)).toMatchObject({
      exportedAt: '2026-01-05T10:20:00.000Z',
      filter: { signalType: 'BUY', since: '2026-01-05T10:20:00.000Z' },
      alerts: [{ price: '0.00001230', rule: '=cmd|"calc"!A1', time: '2023-11-14T22:13:20.000Z' }],
    });
  });
});
