import { appUrl, watched } from './fixtures.ts';
import { expect, test } from './real-browser.ts';

declare global {
  interface Window {
    readonly documentPictureInPicture?: { readonly window: Window | null };
  }
}

test('the mini monitor goes on while its page is behind another', async ({
  real,
  exchange,
  baseURL,
}) => {
  const page = await real.newPage();
  await page.goto(new URL(appUrl(exchange), baseURL ?? '').href);
  await watched(exchange);
  const monitor = () =>
    page.evaluate(() => window.documentPictureInPicture?.window?.document.body.textContent ?? '');
  await page.getByRole('button', { name: 'Mini monitor' }).click();
  await expect.poll(monitor).toContain('BTCUSDT');

  const other = await real.newPage();
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
  exchange.market.trade('BTCUSDT', '43508.20');
  await expect.poll(monitor).toContain('43,508.20');

  await page.evaluate(() => window.documentPictureInPicture?.window?.close());
  await exchange.until(
    'its trades are given up',
    () => exchange.subscribers('btcusdt@trade') === 0,
    30_000,
  );
});
