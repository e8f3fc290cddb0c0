import { openDemo, openLocal, region } from '../opening.ts';
import type { State } from '../state.ts';

export const HEALTH_STATES: readonly State[] = [
  { name: 'health', part: 'health', area: '.health', arrange: openDemo, widths: [360] },
  {
    name: 'health-gaps',
    part: 'health',
    area: '.health',
    async arrange(stage) {
      const exchange = await stage.exchange();
      exchange.startLive();
      await openLocal(stage, { symbols: 'BTCUSDT,ETHUSDT', intervals: '1m' });
      const { page } = stage;
      const connection = page.getByRole('status', { name: 'Connection' });
      await connection.getByText('CONNECTED').waitFor();
      exchange.faults.upgrades.refuse(503, { times: 1 });
      exchange.faults.terminateAll();
      await connection.getByText('RECONNECTING').waitFor();
      await connection.getByText('CONNECTED', { exact: true }).waitFor();
      await region(page, 'Health').getByText('Gaps').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'health-end',
    part: 'health',
    area: '.health',
    isScrolled: true,
    async arrange(stage) {
      await openDemo(stage);
      await region(stage.page, 'Health')
        .getByText('Errors since the page was opened')
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'readiness',
    part: 'health',
    area: 'dialog[open]',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Check readiness' }).click();
      await stage.page.getByRole('dialog').getByRole('heading').first().waitFor();
      // It goes on until it has looked at everything.
      await stage.page.getByRole('dialog').getByRole('button', { name: 'Run again' }).waitFor();
    },
  },
];
