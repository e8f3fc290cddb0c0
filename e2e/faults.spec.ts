import {
  connection,
  expect,
  historyRows,
  leaveOversold,
  openApp,
  quoteCell,
  test,
} from './fixtures.ts';

test('a dropped connection comes back with every subscription', async ({ page, exchange }) => {
  await openApp(page, exchange);
  await expect(connection(page)).toContainText('CONNECTED');
  const before = exchange.subscriptions().toSorted();
  exchange.faults.terminateAll();
  await exchange.until('the app is back', () => exchange.stats.opened === 2);
  await exchange.until(
    'every stream is delivered again',
    () => exchange.subscriptions().toSorted().join() === before.join(),
  );
  await expect(connection(page)).toContainText('CONNECTED');
  exchange.market.trade('BTCUSDT', '50000.10');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('50,000.10');
  expect(exchange.stats.maxMessagesInOneSecond).toBeLessThanOrEqual(5);
  expect(exchange.stats.preflights).toBe(0);
});

test('what fired while the connection was down is found on return', async ({ page, exchange }) => {
  await openApp(page, exchange);
  await expect(connection(page)).toContainText('CONNECTED');
  exchange.faults.upgrades.refuse(503);
  exchange.faults.terminateAll();
  await expect(connection(page)).not.toContainText('CONNECTED');
  leaveOversold(exchange);
  await expect(historyRows(page)).toHaveCount(0);
  exchange.faults.upgrades.clear();
  await expect(connection(page)).toContainText('CONNECTED', { timeout: 30_000 });
  const row = historyRows(page).filter({ hasText: 'RSI leaves oversold' });
  await expect(row).toHaveCount(1);
});

test('frames that mean nothing are counted and change nothing', async ({ page, exchange }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await openApp(page, exchange);
  exchange.market.trade('BTCUSDT', '43508.20');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('43,508.20');
  const stream = 'btcusdt@trade';
  exchange.faults.sendRaw('not json at all');
  exchange.faults.sendRaw(`{"stream":"${stream}","data":{"e":"trade"`);
  exchange.faults.sendTruncated(stream);
  for (const price of ['', 'abc', '-1']) {
    const now = exchange.market.now();
    const trade = { e: 'trade', E: now, s: 'BTCUSDT', t: 9e9, p: price, q: '1', T: now, m: true };
    exchange.faults.sendPayload(stream, JSON.stringify(trade));
  }
  exchange.faults.sendPayload(stream, '{"e":"somethingNew","s":"BTCUSDT"}');
  exchange.market.trade('BTCUSDT', '43509.00');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('43,509.00');
  await expect(connection(page)).toContainText('CONNECTED');
  expect(exchange.stats.opened).toBe(1);
  expect(errors).toEqual([]);
});

test('a connection that is open and silent is found by the watchdog and replaced', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  await page.getByRole('button', { name: 'Settings' }).first().click();
  const heartbeat = page.getByRole('textbox', { name: 'Silence that means a dead connection' });
  await heartbeat.fill('1000');
  await heartbeat.press('Enter');
  exchange.faults.stall();
  await exchange.until('it is replaced', () => exchange.stats.opened >= 2, 20_000);
  exchange.faults.unstall();
  await page.keyboard.press('Escape');
  await expect(connection(page)).toContainText('CONNECTED', { timeout: 30_000 });
});

test('serverShutdown moves to a new connection before the old one ends', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  const states: (string | null)[] = [];
  await expect(connection(page)).toContainText('CONNECTED');
  exchange.faults.serverShutdown();
  await exchange.until('there is a second one', () => exchange.stats.opened === 2);
  exchange.market.trade('BTCUSDT', '43510.00');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('43,510.00');
  states.push(await connection(page).textContent());
  await exchange.until('the first one is given up', () => {
    exchange.market.trade('BTCUSDT', '43511.00');
    exchange.market.pushTickers(['BTCUSDT', 'ETHUSDT']);
    exchange.market.pushCandles(['1m']);
    return exchange.stats.current === 1;
  });
  await expect(connection(page)).toContainText('CONNECTED');
  expect(states.join()).not.toContain('RECONNECTING');
});

test('a REST server that fails at first delays nothing but history', async ({ page, exchange }) => {
  exchange.faults.rest.add({ kind: 'status', status: 500 }, { times: 6 });
  await openApp(page, exchange);
  exchange.market.trade('BTCUSDT', '43508.20');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('43,508.20');
  await expect
    .poll(() => exchange.stats.requests.filter(({ status }) => status === 200).length, {
      timeout: 30_000,
    })
    .toBeGreaterThan(0);
});
