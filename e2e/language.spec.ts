import type { Page } from '@playwright/test';
import { connection, expect, openApp, test } from './fixtures.ts';

const settings = (page: Page) => page.getByRole('dialog');

/** Scripts that the page itself has fetched, without their hashes. */
function fetchedScripts(page: Page): ReadonlySet<string> {
  const names = new Set<string>();
  page.on('request', (request) => {
    const script = /\/assets\/([a-z-]+?)-[\w-]{8}\.js$/.exec(new URL(request.url()).pathname);
    if (script?.[1]) names.add(script[1]);
  });
  return names;
}

/** A price as it is written, in any cell of the watchlist. */
const price = (page: Page, written: RegExp) =>
  page.getByRole('gridcell', { name: written }).first();

test('the page speaks French once that is chosen, and still does after a reload', async ({
  page,
  exchange,
}) => {
  const scripts = fetchedScripts(page);
  await openApp(page, exchange);
  await expect(connection(page)).toContainText('CONNECTED');
  exchange.market.trade('BTCUSDT', '1234.56');
  await expect(price(page, /^1,234\.56$/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Rules', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect([...scripts].filter((name) => name.startsWith('fr'))).toEqual([]);

  await page.getByRole('button', { name: 'Settings' }).click();
  await settings(page).getByRole('combobox', { name: 'Language' }).selectOption('Français');
  await expect(settings(page).getByRole('heading', { name: 'Réglages' })).toBeVisible();
  await expect(settings(page).getByRole('combobox', { name: 'Langue' })).toHaveValue('fr');
  await settings(page).getByRole('button', { name: 'Fermer' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(price(page, /^1\s234,56$/)).toBeVisible();

  await page.reload();
  await expect(page.getByRole('status', { name: 'Connexion' })).toContainText('CONNECTÉ');
  exchange.market.trade('BTCUSDT', '1234.57');
  await expect(page.getByRole('heading', { name: 'Règles', exact: true })).toBeVisible();
  await expect(
    page.getByRole('switch', { name: 'Le RSI sort de survente' }),
  ).toHaveAccessibleDescription(
    'ACHAT quand RSI(14) passe au-dessus de 30, pour chaque symbole suivi, sur chaque intervalle suivi',
  );
  await expect(price(page, /^1\s234,57$/)).toBeVisible();

  await page.getByRole('button', { name: 'Réglages' }).click();
  await settings(page).getByRole('combobox', { name: 'Langue' }).selectOption('English');
  await expect(settings(page).getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('a language that was not spoken yet is there without a network', async ({
  page,
  context,
  exchange,
}) => {
  await openApp(page, exchange);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.getByRole('button', { name: 'Settings' }).click();
  await context.setOffline(true);
  await settings(page).getByRole('combobox', { name: 'Language' }).selectOption('Français');
  await expect(settings(page).getByRole('heading', { name: 'Réglages' })).toBeVisible();
});

test.describe('a browser that asks for French', () => {
  test.use({ locale: 'fr-CA' });

  test('is answered in French from the start, and fetches no other language', async ({
    page,
    exchange,
  }) => {
    const scripts = fetchedScripts(page);
    await openApp(page, exchange);
    await expect(page.getByRole('status', { name: 'Connexion' })).toContainText('CONNECTÉ');
    await expect(page.getByRole('heading', { name: 'Historique', exact: true })).toBeVisible();
    await expect(page.getByText('Aucune alerte pour l’instant.')).toBeVisible();
    expect(scripts).toContain('fr');
    expect([...scripts].filter((name) => name === 'en')).toEqual([]);
  });
});
