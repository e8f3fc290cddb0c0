import { connection, expect, quoteCell, test } from './fixtures.ts';

test('the demonstration does the whole job without any network, and says what it is', async ({
  page,
  context,
}) => {
  const outside: string[] = [];
  await context.route(/./, (route) => {
    const { hostname } = new URL(route.request().url());
    if (hostname === 'localhost') return route.continue();
    outside.push(route.request().url());
    return route.abort();
  });
  await page.goto('./?feed=demo');
  await expect(connection(page)).toContainText('CONNECTED');
  await expect(page.getByText(/demo/i).first()).toBeVisible();
  const last = quoteCell(page, 'BTCUSDT', 'Last');
  await expect(last).toContainText(/\d/);
  const before = await last.textContent();
  await expect(last).not.toHaveText(before ?? '', { timeout: 20_000 });
  expect(outside).toEqual([]);
});
