/** The history of alerts: thousands of rows, filters, details, files; and how alerts are told. */
import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, historyRows, leaveOversold, openApp, test } from './fixtures.ts';
import type { Exchange } from './exchange/exchange.ts';
import { seedAlerts } from './seed-alerts.ts';

const STORED = 1_500;

const table = (page: Page): Locator => page.getByRole('table', { name: 'Alert history' });
const scroller = (page: Page): Locator => page.getByRole('group', { name: 'History', exact: true });

async function openWithHistory(page: Page, exchange: Exchange, count = STORED): Promise<void> {
  await openApp(page, exchange);
  await expect(page.getByText('No alerts yet.')).toBeVisible();
  await seedAlerts(page, count);
  await page.reload();
  await expect(historyRows(page).first()).toBeVisible();
}

test.use({ viewport: { width: 1440, height: 900 } });

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test('the newest twenty come first, all others by scrolling, and few of them exist at a time', async ({
  page,
  exchange,
}) => {
  await openWithHistory(page, exchange);
  await expect(historyRows(page)).toHaveCount(20);
  await expect(async () => {
    await scroller(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect(historyRows(page).last()).toHaveAttribute('aria-rowindex', '1501', {
      timeout: 200,
    });
  }).toPass();
  await expect(page.getByText('1,500 alerts, all shown')).toBeVisible();
  expect(await historyRows(page).count()).toBeLessThan(100);
  expect(await table(page).getAttribute('aria-rowcount')).toBe('1501');
});

test('what is looked at stays in place while alerts come in', async ({ page, exchange }) => {
  await openWithHistory(page, exchange);
  await scroller(page).evaluate((element) => element.scrollTo(0, 400));
  const seen = async () => {
    const box = await scroller(page).boundingBox();
    const rows = await historyRows(page).all();
    for (const row of rows) {
      const at = await row.boundingBox();
      // The first row that is wholly under the names of the columns.
      if (at && box && at.y >= box.y + 30) return row.getAttribute('data-alert');
    }
    return null;
  };
  const before = await seen();
  leaveOversold(exchange);
  await expect(
    page.getByRole('region', { name: 'Alerts' }).getByText('BTCUSDT').first(),
  ).toBeVisible();
  expect(await seen()).toBe(before);
});

test('filters find what is only stored, and the files hold all that matches', async ({
  page,
  exchange,
}) => {
  await openWithHistory(page, exchange);
  await page.getByRole('combobox', { name: 'Filter by side' }).selectOption('SELL');
  await page.getByRole('combobox', { name: 'Filter by symbol' }).selectOption('ETHUSDT');
  await expect(historyRows(page)).toHaveCount(20);
  await expect(historyRows(page).filter({ hasText: 'BUY' })).toHaveCount(0);

  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: /as a CSV file/ }).click();
  const lines = (await textOf(await csv)).split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFtime,side,symbol,price,rule,/);
  expect(lines).toHaveLength(STORED / 4 + 2);
  expect(lines[1]).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z,SELL,ETHUSDT,43508\.20000000,"Seeded, ""as a test""",1m,0\.5,EXPIRED,'=number 3,/,
  );
  const json = page.waitForEvent('download');
  await page.getByRole('button', { name: /as a JSON file/ }).click();
  const file = JSON.parse(await textOf(await json)) as { alerts: { symbol: string }[] };
  expect(file.alerts).toHaveLength(STORED / 4);
  await expect(page.getByText(/375 alerts were saved as tocsin-alerts-.*json/)).toBeVisible();

  // Farther back than anything that is loaded.
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('combobox', { name: 'Filter by time' }).selectOption('between');
  const until = new Date(Date.now() - (STORED - 5.5) * 90_000);
  const local = new Date(until.getTime() - until.getTimezoneOffset() * 60_000);
  await page.getByLabel('To', { exact: true }).fill(local.toISOString().slice(0, 16));
  await expect(page.getByText(/^[4-8] alerts, all shown$/)).toBeVisible();
});

test('an alert is opened with the keyboard: why, and the chart at that moment', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  leaveOversold(exchange);
  const row = historyRows(page).filter({ hasText: 'RSI leaves oversold' });
  await expect(row).toHaveCount(1);
  await historyRows(page).first().getByRole('button').focus();
  await page.keyboard.press('End');
  await expect(historyRows(page).last().getByRole('button')).toBeFocused();
  await page.keyboard.press('Home');
  while (!(await row.getByRole('button').evaluate((button) => button === document.activeElement))) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(table(page).getByText(/RSI\(14\).*threshold 30/)).toBeVisible();
  await expect(table(page).getByText(/How its strength|is found so/)).toBeVisible();
  const moment = page.getByRole('figure', { name: 'BTCUSDT 1m at that moment' });
  await expect(moment.locator('canvas').first()).toBeVisible();
  await expect(moment).toContainText(/BTCUSDT 1m: 100 candles/);
  await page.keyboard.press('Escape');
  await expect(moment).toHaveCount(0);
  await expect(row.getByRole('button')).toBeFocused();
});

test('a screen reader is told of a burst in a few sentences', async ({ page, exchange }) => {
  await openApp(page, exchange);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = target instanceof Element ? target : target.parentElement;
        const live = region?.closest('[aria-live], [role="status"], [role="alert"], [role="log"]');
        const isAlerts = live?.textContent?.match(/BTCUSDT at|more alert/);
        if (isAlerts) said.push(live?.textContent ?? '');
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  for (let count = 0; count < 20; count++) leaveOversold(exchange);
  await expect(historyRows(page).nth(19)).toBeVisible();
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await expect
    .poll(async () => (await said()).some((words) => /more alert/.test(words)))
    .toBe(true);
  expect(new Set(await said()).size).toBeLessThanOrEqual(4);
});

test('“alert me at this price” from the watchlist: said, set, and told at once', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange);
  exchange.market.trade('BTCUSDT', '43508.20');
  const name = page.getByRole('rowheader', { name: 'BTCUSDT' });
  await expect(page.getByRole('row').filter({ has: name })).toContainText('43,508.20');
  await name.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Alert me at this price/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Alert for BTCUSDT' });
  const price = dialog.getByRole('textbox', { name: 'Price' });
  await expect(price).toHaveValue('43508.2');
  await price.fill('nonsense');
  await price.press('Enter');
  await expect(dialog.getByText(/price above zero/)).toBeVisible();
  await price.fill('90000');
  await expect(dialog.getByText(/\(BUY\) at the first moment.*above 90,000\.00/)).toBeVisible();
  await price.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('switch', { name: 'BTCUSDT above 90000' })).toBeChecked();
  exchange.market.closeCandle('BTCUSDT', '1m', { close: '80000' });
  exchange.market.updateCandle('BTCUSDT', '1m', { close: '90500' });
  await expect(historyRows(page).filter({ hasText: 'BTCUSDT above 90000' })).toHaveCount(1);
});

test('“alert me at this price” from the chart', async ({ page, exchange }) => {
  await openApp(page, exchange);
  const chart = page.getByRole('region', { name: 'Chart' }).getByRole('application');
  await expect(chart).toBeVisible();
  await chart.focus();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Alert for BTCUSDT' });
  await expect(dialog.getByRole('textbox', { name: 'Price' })).not.toHaveValue('');
});
