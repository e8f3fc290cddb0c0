import type { Stage, State } from '../state.ts';
import { leaveOversold } from '../../fixtures.ts';
import { pricesCome, exchangeBefore, openDemo, openLocal, region } from '../opening.ts';
import { importAlerts } from '../stored-alerts.ts';

/** As many minutes as the price falls until a rule speaks. */
const FALL_MINUTES = 21;
const MANY = 260;

async function ring(stage: Stage): Promise<void> {
  const exchange = await exchangeBefore(stage, FALL_MINUTES);
  await openLocal(stage, { symbols: 'BTCUSDT,ETHUSDT,SOLUSDT', intervals: '1m' });
  await pricesCome(stage);
  for (const symbol of ['BTCUSDT', 'ETHUSDT', 'SOLUSDT']) {
    await exchange.until(
      'all are watched',
      () => exchange.subscribers(`${symbol.toLowerCase()}@kline_1m`) > 0,
    );
  }
  leaveOversold(exchange);
  await region(stage.page, 'Alerts').getByRole('button', { name: 'Dismiss' }).first().waitFor();
}

async function openHistory(stage: Stage): Promise<void> {
  await openDemo(stage);
  await importAlerts(stage.page, MANY);
}

export const ALERT_STATES: readonly State[] = [
  {
    name: 'alerts-toasts',
    part: 'market',
    area: '.toasts',
    arrange: ring,
    isRinging: true,
    isFleeting: true,
  },
  {
    name: 'alerts-toasts-chart',
    part: 'chart',
    area: '.toasts',
    arrange: ring,
    isRinging: true,
    isFleeting: true,
    widths: [360],
  },
  { name: 'history', part: 'history', area: '.history', arrange: openHistory },
  { name: 'history-empty', part: 'history', area: '.history', arrange: openDemo, widths: [360] },
  {
    name: 'history-detail',
    part: 'history',
    area: '.history',
    async arrange(stage) {
      await openHistory(stage);
      const table = stage.page.getByRole('table', { name: 'Alert history' });
      await table.locator('tbody').getByRole('row').nth(1).click();
    },
  },
  {
    name: 'history-filter-none',
    part: 'history',
    area: '.history',
    async arrange(stage) {
      await openHistory(stage);
      const { page } = stage;
      const filter = page.getByRole('button', { name: /^Filter the history/ });
      if (await filter.isVisible()) await filter.click();
      await page.getByLabel('Filter by symbol').selectOption('DOGEUSDT');
      await page.getByLabel('Filter by time').selectOption('Last hour');
    },
  },
];
