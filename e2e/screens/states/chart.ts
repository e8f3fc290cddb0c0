import type { Page } from '@playwright/test';
import { openDemo, region } from '../opening.ts';
import type { State } from '../state.ts';

const chart = (page: Page) => region(page, 'Chart');

export async function addIndicator(page: Page, name: string): Promise<void> {
  await chart(page).getByRole('button', { name: 'Indicators' }).click();
  await page.getByRole('searchbox', { name: 'Search indicators' }).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add to chart' }).click();
}

async function pointAt(page: Page): Promise<void> {
  await chart(page).getByRole('application').focus();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('Shift+ArrowLeft');
}

export const CHART_STATES: readonly State[] = [
  { name: 'chart', part: 'chart', area: '.board', arrange: openDemo, widths: [360] },
  {
    name: 'chart-indicators',
    part: 'chart',
    area: '.chart',
    async arrange(stage) {
      await openDemo(stage);
      for (const name of ['bands', 'ema', 'rsi', 'macd']) await addIndicator(stage.page, name);
    },
  },
  {
    name: 'chart-log',
    part: 'chart',
    area: '.chart',
    async arrange(stage) {
      await openDemo(stage);
      await chart(stage.page).getByLabel('More intervals').selectOption('1d');
      await chart(stage.page).getByRole('button', { name: 'Logarithmic scale' }).click();
      await pointAt(stage.page);
    },
  },
  {
    name: 'chart-indicator-list',
    part: 'chart',
    area: 'dialog[open]',
    async arrange(stage) {
      await openDemo(stage);
      await addIndicator(stage.page, 'rsi');
      await chart(stage.page).getByRole('button', { name: 'Indicators' }).click();
    },
  },
  {
    name: 'chart-indicator-form',
    part: 'chart',
    area: 'dialog[open]',
    async arrange(stage) {
      const { page } = stage;
      await openDemo(stage);
      await chart(page).getByRole('button', { name: 'Indicators' }).click();
      await page.getByRole('searchbox', { name: 'Search indicators' }).fill('macd');
      await page.keyboard.press('Enter');
      await page.getByRole('spinbutton').or(page.getByRole('textbox')).first().fill('0');
      await page.getByRole('button', { name: 'Add to chart' }).click();
    },
  },
  {
    name: 'metrics-symbol-choice',
    part: 'chart',
    area: '.metrics',
    isFleeting: true,
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: /Symbol: BTCUSDT/ }).click();
    },
  },
  {
    name: 'metrics-room',
    part: 'chart',
    area: '.metrics',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'More room for the metrics' }).click();
    },
  },
  {
    name: 'matrix',
    part: 'chart',
    area: '.metrics',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Matrix' }).click();
      await stage.page.getByRole('button', { name: 'More room for the metrics' }).click();
    },
  },
  {
    name: 'matrix-small',
    part: 'chart',
    area: '.metrics',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Matrix' }).click();
    },
  },
];
