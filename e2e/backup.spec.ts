/** Everything that the user has made, to a file and to another device; a damaged file changes nothing. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
  appUrl,
  expect,
  historyRows,
  leaveOversold,
  openApp,
  quoteCell,
  test,
  watched,
} from './fixtures.ts';
import { judgesAndNotes } from './watching.ts';

const CROSSING = 'RSI leaves oversold';

test('rules, settings, watchlist and history go to another device in one file', async ({
  page,
  exchange,
  browser,
  baseURL,
}) => {
  await openApp(page, exchange, { symbols: 'ETHUSDT,BTCUSDT' });
  await judgesAndNotes(page, exchange);
  leaveOversold(exchange);
  await expect(crossings(page)).toHaveCount(1);
  await openSettings(page);
  await settings(page).getByRole('switch', { name: 'Sound' }).uncheck();
  await settings(page).getByRole('button', { name: 'Save changes' }).click();
  await expect(settings(page).getByRole('button', { name: 'Save changes' })).toBeDisabled();
  const downloading = page.waitForEvent('download');
  await settings(page).getByRole('button', { name: 'Export to a file' }).click();
  const download = await downloading;
  await expect(settings(page).getByText(/was made: .*, \d alerts?, 2 symbols/)).toBeVisible();
  const file = readFileSync(await download.path());

  const device = await browser.newContext();
  const other = await device.newPage();
  await other.goto(new URL(appUrl(exchange, { symbols: 'SOLUSDT' }), baseURL).href);
  await watched(exchange, { symbols: 'SOLUSDT' });
  await openSettings(other);
  const choose = (name: string, buffer: Buffer) =>
    settings(other)
      .getByLabel('File to import')
      .setInputFiles({ name, mimeType: 'application/json', buffer });

  await choose('damaged.json', file.subarray(0, file.length / 2));
  await expect(settings(other).getByText(/nothing was changed/)).toBeVisible();
  await expect(settings(other).getByRole('switch', { name: 'Sound' })).toBeChecked();

  await choose('tocsin.json', file);
  const offer = settings(other).getByRole('group', { name: 'Import tocsin.json?' });
  await expect(offer).toContainText(/\d alerts?, 2 symbols/);
  await offer.getByRole('button', { name: 'Import' }).click();
  await expect(settings(other).getByText(/^Imported: /)).toBeVisible();
  await expect(settings(other).getByRole('switch', { name: 'Sound' })).not.toBeChecked();
  await other.keyboard.press('Escape');
  await expect(crossings(other)).toHaveCount(1);
  await expect(quoteCell(other, 'ETHUSDT', 'Last')).toBeVisible();
  await expect(other.getByRole('rowheader', { name: 'SOLUSDT' })).toHaveCount(0);
  await other.reload();
  await expect(crossings(other)).toHaveCount(1);
  await expect(quoteCell(other, 'BTCUSDT', 'Last')).toBeVisible();
  await device.close();
});

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).first().click();
  await expect(settings(page)).toBeVisible();
}

function settings(page: Page) {
  return page.getByRole('dialog', { name: 'Settings' });
}

function crossings(page: Page) {
  return historyRows(page).filter({ hasText: CROSSING });
}
