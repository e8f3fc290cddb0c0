/** A history to look at, brought in as a user would: from a file. */
import type { Page } from '@playwright/test';

const MINUTE = 60_000;
const SYMBOLS = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT', 'XRPUSDT', 'DOGEUSDT', 'BNBUSDT'];
const PRICES = [104_283.43, 3_505.37, 174.7, 2.2377, 0.28939, 649.95];
type Explain = (price: number) => string;
const RULES: readonly (readonly [id: string, name: string, side: string, explain: Explain])[] = [
  [
    'rsi-leaves-oversold',
    'RSI leaves oversold',
    'BUY',
    () => 'RSI(14) = 31.2, was 29.4; threshold 30',
  ],
  [
    'macd-cross-down',
    'MACD cross down',
    'SELL',
    () => 'MACD(12, 26, 9) = −0.0121, was 0.0034; signal −0.0042',
  ],
  [
    'ema-cross-up',
    'EMA cross up',
    'BUY',
    (price) =>
      `EMA(12) = ${shown(price * 0.9994)}, was ${shown(price * 0.9985)}; EMA(26) = ${shown(price * 0.9992)}`,
  ],
  [
    'own-1',
    'Breaks out of yesterday’s range on two intervals',
    'BUY',
    (price) => `close = ${shown(price)}, was ${shown(price * 0.9966)}`,
  ],
];
const INTERVALS = ['1m', '5m', '1h'];

/** With as many digits as the exchange gives. */
function shown(price: number): string {
  return price.toFixed(price > 100 ? 2 : 5);
}

/** The text of a backup that holds so many alerts, one a few minutes after another. */
function backupOf(count: number, now: number): string {
  const alerts = Array.from({ length: count }, (_, index) => {
    const rule = RULES[(index * 7) % RULES.length];
    if (rule === undefined) throw new Error('there are rules');
    const [ruleId, indicator, signalType, explain] = rule;
    const symbol = SYMBOLS[(index * 5) % SYMBOLS.length] ?? 'BTCUSDT';
    const price = (PRICES[(index * 5) % SYMBOLS.length] ?? 1) * (1 + Math.sin(index) / 50);
    const interval = INTERVALS[index % 11 === 0 ? 2 : index % 3 === 0 ? 1 : 0] ?? '1m';
    const createdAt = now - (3 + index * 7) * MINUTE;
    const candleOpenTime = Math.floor(createdAt / MINUTE) * MINUTE - MINUTE;
    const isDismissed = index % 4 === 1;
    return {
      id: [ruleId, symbol, interval, candleOpenTime, signalType].join(':'),
      signalType,
      symbol,
      price: shown(price),
      indicator,
      ruleId,
      interval,
      strength: Math.round((0.15 + 0.8 * Math.abs(Math.sin(index * 3))) * 100) / 100,
      message: explain(price),
      createdAt,
      candleOpenTime,
      status: isDismissed ? 'DISMISSED' : 'EXPIRED',
      dismissedAt: isDismissed ? createdAt + 20_000 : null,
      late: index % 9 === 4,
      announcedAt: createdAt + 40,
    };
  });
  return JSON.stringify({
    format: 'tocsin-backup',
    version: 1,
    exportedAt: now,
    settings: { toastDurationMs: 60_000 },
    watchlist: null,
    rules: [],
    brokenRules: [],
    alerts,
  });
}

/** Up to the question whether it is meant. */
export async function offerBackup(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  const buffer = Buffer.from(backupOf(count, Date.now()));
  await page
    .getByLabel('File to import')
    .setInputFiles({ name: 'tocsin-2026-11-23.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Import', exact: true }).last().waitFor();
}

export async function importAlerts(page: Page, count: number): Promise<void> {
  await offerBackup(page, count);
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByText(/^Imported/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}
