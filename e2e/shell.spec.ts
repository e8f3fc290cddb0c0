import { expect, openApp, test } from './fixtures.ts';

test('keys move around the page, and “?” lists them', async ({ page, exchange }) => {
  await openApp(page, exchange);
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: /symbol/i }).first()).toBeFocused();
  // In a field a key is a letter.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Watchlist' }).click();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list).toBeVisible();
  await expect(list.getByText('Search for a symbol')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.keyboard.press('j');
  await expect(page.getByRole('region', { name: 'Chart' })).toContainText('ETHUSDT');
  await page.keyboard.press('k');
  await expect(page.getByRole('region', { name: 'Chart' })).toContainText('BTCUSDT');
  await page.keyboard.press(',');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('single keys can be switched off', async ({ page, exchange }) => {
  await openApp(page, exchange);
  await page.keyboard.press(',');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByLabel('Single-key shortcuts').selectOption('Off');
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await page.keyboard.press('?');
  await page.keyboard.press(',');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('the colours of up and down are the user’s choice, and are kept', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  const up = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--up').trim());
  const before = await up();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Colours of up and down').selectOption('Blue up, orange down');
  expect(await up()).not.toBe(before);
  const chosen = await up();
  await page.reload();
  expect(await up()).toBe(chosen);
});

test('desk mode keeps the screen on while it is pressed', async ({ page, exchange }) => {
  await openApp(page, exchange);
  const desk = page.getByRole('button', { name: 'Desk mode' });
  await desk.click();
  await expect(desk).toHaveAttribute('aria-pressed', 'true');
  await expect(desk).toHaveAttribute('title', /screen/);
  await desk.click();
  await expect(desk).toHaveAttribute('aria-pressed', 'false');
});
