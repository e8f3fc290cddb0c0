import type { Locator, Page } from '@playwright/test';
import { READY_MADE_RULES } from '../src/domain/rules/ready-made.ts';
import { ruleLink } from '../src/domain/rules/share.ts';
import { appUrl, expect, historyRows, openApp, test } from './fixtures.ts';

const OPENING = { symbols: 'BTCUSDT', intervals: '1m,5m' };

/** Presses Tab until the control has the focus: where it stands in the order is not at issue. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toHaveCount(1);
  for (let press = 0; press < 200; press += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${control.toString()}`);
}

/** Chooses an entry of a list by typing its first letters, as the keyboard does. */
async function pick(page: Page, list: Locator, letters: string, value: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(letters);
  await expect(list).toHaveValue(value);
}

async function enter(page: Page, field: Locator, value: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(value);
}

test('with the keyboard alone a rule on two intervals is built, tried, saved, and rings', async ({
  page,
  exchange,
}) => {
  await openApp(page, exchange, OPENING);
  await exchange.until('5m is watched', () => exchange.subscribers('btcusdt@kline_5m') > 0);
  const price = Number(exchange.market.lastPrice('BTCUSDT'));
  const level = Math.round(price * 1.02);

  await tabTo(page, page.getByRole('button', { name: 'Add a rule' }));
  await page.keyboard.press('Enter');
  const editor = page.getByRole('dialog', { name: 'New rule' });
  await enter(page, editor.getByRole('textbox', { name: 'Name' }), 'Breaks out twice');

  const intervals = editor.getByRole('group', { name: 'Intervals', exact: true });
  await tabTo(page, intervals.getByRole('radio', { name: 'All watched' }));
  await page.keyboard.press('ArrowRight');
  const minute = intervals.getByRole('checkbox', { name: '1m', exact: true });
  await tabTo(page, minute);
  if (!(await minute.isChecked())) await page.keyboard.press('Space');
  await expect(intervals.getByRole('checkbox', { checked: true })).toHaveCount(1);

  const first = editor.getByRole('group', { name: 'Condition 1 of All' });
  await pick(page, first.getByRole('combobox', { name: 'Value' }), 'Close', 'price close');
  await enter(page, first.getByRole('textbox', { name: 'Number' }), String(level));

  await tabTo(page, editor.getByRole('button', { name: 'Add condition to All' }));
  await page.keyboard.press('Enter');
  const second = editor.getByRole('group', { name: 'Condition 2 of All' });
  await expect(second.getByRole('button', { name: /^Duplicate/ })).toBeVisible();
  await pick(page, second.getByRole('combobox', { name: 'Value' }), 'Close', 'price close');
  await pick(page, second.getByRole('combobox', { name: 'Interval' }), '5m', '5m');
  await pick(page, second.getByRole('combobox', { name: 'Comparison' }), 'is above', 'above');
  await enter(page, second.getByRole('textbox', { name: 'Number' }), String(level));

  await expect(editor.getByRole('region', { name: 'What it means' })).toContainText(
    `BUY when close crosses above ${level} and close on 5m is above ${level}, ` +
      'for every watched symbol, on 1m.',
  );
  await expect(editor.getByRole('region', { name: 'Preview' })).toContainText(
    /would (not have fired|have fired \d+ times?) in the last \d+ candles/i,
  );
  await tabTo(page, editor.getByRole('button', { name: 'Save rule' }));
  await page.keyboard.press('Enter');
  await expect(editor).toBeHidden();
  await expect(page.getByRole('switch', { name: 'Breaks out twice' })).toBeChecked();

  const { market } = exchange;
  const beyond = (level * 1.01).toFixed(2);
  const below = (level * 0.99).toFixed(2);
  // A five-minute candle closes above the level; the minute falls back and crosses it once more.
  for (let candle = 0; candle < 5; candle += 1)
    market.closeCandle('BTCUSDT', '1m', { close: beyond });
  market.closeCandle('BTCUSDT', '5m', { close: beyond });
  market.closeCandle('BTCUSDT', '1m', { close: below });
  market.closeCandle('BTCUSDT', '1m', { close: beyond });

  const row = historyRows(page).filter({ hasText: 'Breaks out twice' });
  await expect(row.first()).toBeVisible();
  await tabTo(page, row.first().getByRole('button'));
  await page.keyboard.press('Enter');
  const why = historyRows(page).filter({ hasText: `threshold ${level}` });
  await expect(why).toContainText(/close on 1m = [\d.]+, was [\d.]+; threshold/);
  await expect(why).toContainText('close on 5m = ');
  await expect(why).toContainText('the weakest of them');
});

test('a shared rule is shown before it is imported, and is off afterwards', async ({
  page,
  exchange,
}) => {
  const [model] = READY_MADE_RULES;
  if (model === undefined) throw new Error('no ready-made rules');
  const link = ruleLink({ ...model, id: 'from-a-friend', name: 'From a friend' });
  if (!link.ok) throw new Error('the rule does not fit a link');
  await page.goto(`${appUrl(exchange, OPENING)}#${link.value}`);
  const offer = page.getByRole('dialog', { name: 'A rule from somebody else' });
  await expect(offer).toContainText('From a friend');
  await expect(offer).toContainText('RSI(14) crosses above 30');
  expect(new URL(page.url()).hash).toBe('');
  await expect(
    page.getByRole('switch', { name: 'From a friend', includeHidden: true }),
  ).toHaveCount(0);
  await offer.getByRole('button', { name: 'Import, switched off' }).click();
  const imported = page.getByRole('switch', { name: 'From a friend' });
  await expect(imported).not.toBeChecked();
  await page.reload();
  await expect(imported).not.toBeChecked();
  await expect(offer).toBeHidden();
});
