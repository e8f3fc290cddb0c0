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
  const button = page.getByRole('button', { name: 'Mini monitor' });
  await button.click();
  await expect.poll(monitor).toContain('BTCUSDT');
  // A second one takes the place of the first.
  await page.evaluate(() => window.documentPictureInPicture?.window?.document.body.append('first'));
  await button.click();
  await expect.poll(monitor).toMatch(/BTCUSDT.*(?<!first)$/);

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
