import { appUrl, expect, historyRows, leaveOversold, openApp, test, watched } from './fixtures.ts';

test('what fired while the tab was closed is found, marked as late, and told once', async ({
  page,
  context,
  exchange,
}) => {
  await openApp(page, exchange);
  exchange.market.closeCandle('BTCUSDT', '1m');
  exchange.market.closeCandle('BTCUSDT', '1m');
  // Two seconds of quiet are when the engine notes how far it has judged.
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise((resolve, reject) => {
            const opening = indexedDB.open('tocsin-local');
            opening.addEventListener('error', () => reject(opening.error));
            opening.addEventListener('success', () => {
              const database = opening.result;
              const read = database.transaction('values').objectStore('values').get('judged');
              read.addEventListener('success', () => {
                database.close();
                resolve(Object.keys((read.result as object | undefined) ?? {}));
              });
            });
          }),
      ),
    )
    .toContain('BTCUSDT@1m');
  await page.close();
  leaveOversold(exchange);
  exchange.market.advance(10 * 60_000);

  const again = await context.newPage();
  await again.goto(appUrl(exchange));
  const row = historyRows(again).filter({ hasText: 'RSI leaves oversold' });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Late');
  await expect(again.getByText(/while you were away/i)).toBeVisible();
  await again.reload();
  await watched(exchange);
  await expect(row).toHaveCount(1);
  await expect(again.getByText(/while you were away/i)).toHaveCount(0);
});
