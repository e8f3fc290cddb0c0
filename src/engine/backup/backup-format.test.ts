import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../protocol/settings.ts';
import { sampleAlert } from '../../testing/sample-alert.ts';
import { writeBackup } from './backup-format.ts';
import type { Backup } from './backup-format.ts';
import { parseBackup } from './parse-backup.ts';

const BACKUP: Backup = {
  exportedAt: 7,
  settings: DEFAULT_SETTINGS,
  watchlist: null,
  rules: [],
  brokenRules: [],
  alerts: [3, 2, 1].map((time) =>
    sampleAlert({ id: `${time}`, createdAt: time, symbol: '币安人生USDT' }),
  ),
};

describe('the text of an export', () => {
  it('is read back as it was written', () => {
    const { text, leftOut } = writeBackup(BACKUP, Infinity);
    expect(parseBackup(text)).toEqual({ ok: true, value: BACKUP });
    expect(leftOut).toBe(0);
  });

  it('never is larger than what is read: the oldest alerts are left out, and counted', () => {
    const whole = new TextEncoder().encode(writeBackup(BACKUP, Infinity).text).length;
    for (let most = whole - 900; most < whole + 20; most += 7) {
      const { text, leftOut } = writeBackup(BACKUP, most);
      const parsed = parseBackup(text);
      const kept = BACKUP.alerts.slice(0, 3 - leftOut);
      expect(parsed).toEqual({ ok: true, value: { ...BACKUP, alerts: kept } });
      const isWithin = new TextEncoder().encode(text).length <= most;
      expect(isWithin || leftOut === 3).toBe(true);
    }
  });
});
