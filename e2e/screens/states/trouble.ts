import { pricesCome, open, openDemo, openLocal, region } from '../opening.ts';
import type { Stage, State } from '../state.ts';

const WATCHED = { symbols: 'BTCUSDT,ETHUSDT,SOLUSDT', intervals: '1m,1h' };

async function openLive(stage: Stage): Promise<void> {
  const exchange = await stage.exchange();
  exchange.startLive();
  await openLocal(stage, WATCHED);
  await pricesCome(stage);
  await connection(stage).getByText('CONNECTED', { exact: true }).waitFor();
}

const connection = ({ page }: Stage) => page.getByRole('status', { name: 'Connection' });

/** The exchange refuses from the beginning. */
async function openRefused(stage: Stage, status: number): Promise<void> {
  const exchange = await stage.exchange();
  exchange.faults.rest.add({ kind: 'status', status });
  exchange.faults.upgrades.refuse(status);
  await openLocal(stage, WATCHED);
  await stage.page.getByRole('button', { name: 'What to do' }).waitFor();
}

/** A database of a version that this one does not know: memory goes on alone. */
async function spoilDatabase({ page, app }: Stage, name: string): Promise<void> {
  await page.goto(new URL('icons/badge-96.png', app.address).href);
  await page.evaluate(
    (database) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(database, 99);
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
      }),
    name,
  );
}

export const TROUBLE_STATES: readonly State[] = [
  {
    name: 'loading',
    part: 'market',
    async arrange(stage) {
      const exchange = await stage.exchange();
      exchange.faults.rest.add({ kind: 'hang' });
      exchange.faults.upgrades.hang();
      await openLocal(stage, WATCHED);
    },
  },
  {
    name: 'loading-chart',
    part: 'chart',
    area: '.board',
    widths: [360],
    async arrange(stage) {
      const exchange = await stage.exchange();
      exchange.faults.rest.add({ kind: 'hang' });
      await openLocal(stage, WATCHED);
      await region(stage.page, 'Chart').getByText('BTCUSDT', { exact: true }).waitFor();
    },
  },
  {
    name: 'loading-history',
    part: 'market',
    area: '.prompts',
    async arrange(stage) {
      const exchange = await stage.exchange();
      exchange.faults.rest.add({ kind: 'hang' }, { match: 'symbol=ETHUSDT' });
      exchange.startLive();
      await openLocal(stage, WATCHED);
      await stage.page
        .getByText(/Loading history/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'offline',
    part: 'market',
    area: '.prompts',
    async arrange(stage) {
      await openLive(stage);
      const { faults } = await stage.exchange();
      await stage.context.setOffline(true);
      faults.terminateAll();
      await stage.page.getByText('This device is offline').first().waitFor();
    },
  },
  {
    name: 'blocked',
    part: 'market',
    arrange: (stage) => openRefused(stage, 451),
  },
  {
    name: 'blocked-health',
    part: 'health',
    area: '.health',
    widths: [360],
    arrange: (stage) => openRefused(stage, 451),
  },
  {
    name: 'exchange-down',
    part: 'market',
    async arrange(stage) {
      await openLive(stage);
      const { faults } = await stage.exchange();
      faults.rest.add({ kind: 'status', status: 503, cors: false });
      faults.upgrades.refuse(503);
      faults.terminateAll();
      await stage.page.getByRole('button', { name: 'What to do' }).waitFor();
    },
  },
  {
    name: 'reconnecting',
    part: 'market',
    area: '.header',
    async arrange(stage) {
      await openLive(stage);
      const { faults } = await stage.exchange();
      faults.upgrades.hang();
      faults.terminateAll();
      await connection(stage).getByText('RECONNECTING').waitFor();
    },
  },
  {
    name: 'disconnected',
    part: 'market',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Settings' }).click();
      await stage.page.getByRole('button', { name: 'Disconnect' }).click();
      await stage.page.keyboard.press('Escape');
    },
  },
  {
    name: 'storage-missing',
    part: 'market',
    area: '.prompts',
    async arrange(stage) {
      await spoilDatabase(stage, 'tocsin-demo');
      await openDemo(stage);
      await stage.page
        .getByText(/kept only until this page is closed/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'engine-failed',
    part: 'market',
    async arrange(stage) {
      await stage.context.route(/\/worker-[^/]*\.js$/, (route) => route.abort());
      await open(stage, { feed: 'demo' });
      await stage.page.getByText('Nothing is being watched').first().waitFor();
    },
  },
  {
    name: 'wrong-address',
    part: 'market',
    area: '.prompts',
    async arrange(stage) {
      await openDemo(stage, { symbols: 'BTCUSDT,!!', intervals: '7x' });
      await stage.page
        .getByRole('log', { name: 'Messages' })
        .getByText(/In the address/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'update-prompt',
    part: 'market',
    area: '.prompts',
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.evaluate(() => navigator.serviceWorker.ready);
      await stage.page.reload();
      await pricesCome(stage);
      stage.app.publishUpdate();
      await stage.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
      });
      await stage.page.getByText('A new version is ready').waitFor();
    },
  },
  {
    name: 'symbol-removed',
    part: 'market',
    area: '.prompts',
    isFleeting: true,
    async arrange(stage) {
      await openDemo(stage);
      await stage.page.getByRole('button', { name: 'Stop watching BTCUSDT' }).click();
    },
  },
];
