import { expect, historyRows, leaveOversold, openApp, test } from './fixtures.ts';
import { expect as expectReal, test as testReal } from './real-browser.ts';

test('the app opens offline, with its history', async ({ page, context, exchange }) => {
  await openApp(page, exchange);
  leaveOversold(exchange);
  const row = historyRows(page).filter({ hasText: 'RSI leaves oversold' });
  await expect(row).toHaveCount(1);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await exchange.close();
  await page.reload();
  await expect(page.getByRole('grid', { name: 'Watchlist' })).toBeVisible();
  await expect(row).toHaveCount(1);
  await expect(page.getByRole('status', { name: 'Connection' })).not.toContainText('CONNECTED');
});

testReal('the browser has nothing against installing it', async ({ real, baseURL }) => {
  const page = await real.newPage();
  await page.goto(`${baseURL ?? ''}?feed=demo`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await real.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expectReal(installabilityErrors).toEqual([]);
  const { data, errors } = await session.send('Page.getAppManifest');
  expectReal(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '') as { id: string; icons: { purpose?: string }[] };
  expectReal(manifest.id).toBeTruthy();
  expectReal(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
});

testReal('in French it is installed in French', async ({ real, baseURL }) => {
  const page = await real.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'languages', { get: () => ['fr-FR', 'fr'] });
  });
  await page.goto(`${baseURL ?? ''}?feed=demo`);
  await expectReal(page.locator('html')).toHaveAttribute('lang', 'fr');
  const session = await real.newCDPSession(page);
  const { data, errors } = await session.send('Page.getAppManifest');
  expectReal(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '') as { id: string; lang: string; description: string };
  expectReal(manifest).toMatchObject({ id: 'tocsin', lang: 'fr' });
  expectReal(manifest.description).toContain('Suit les prix de Binance');
});
