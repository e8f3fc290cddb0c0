/** How many alerts came while nobody looked: in the title, on the tab and on the app's icon. */
import { appUrl, historyRows, leaveOversold, watched } from './fixtures.ts';
import { expect, test } from './real-browser.ts';

declare global {
  interface Window {
    /** What the app's icon was asked to show, oldest first. */
    badges?: number[];
  }
}

test('alerts of a hidden page are counted until it is seen', async ({
  real,
  exchange,
  baseURL,
}) => {
  const page = await real.newPage();
  await page.addInitScript(() => {
    const badges: number[] = [];
    window.badges = badges;
    Object.assign(navigator, {
      setAppBadge: (count: number) => Promise.resolve(badges.push(count)),
      clearAppBadge: () => Promise.resolve(badges.push(0)),
    });
  });
  await page.goto(new URL(appUrl(exchange), baseURL ?? '').href);
  await watched(exchange);
  const plainTitle = await page.title();
  const icon = page.locator('link[rel="icon"]');
  const iconOf = () => icon.evaluate((link: HTMLLinkElement) => link.href);
  const plainIcon = await iconOf();

  const other = await real.newPage();
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
  leaveOversold(exchange);
  await expect.poll(() => page.title()).toMatch(/^\(\d+\) /);
  await expect.poll(() => historyRows(page).count()).toBeGreaterThan(0);
  await expect.poll(() => page.title()).toBe(`(${await historyRows(page).count()}) ${plainTitle}`);
  expect(await iconOf()).toMatch(/^data:image\/svg\+xml/);
  const shown = Number(/^\((\d+)\)/.exec(await page.title())?.[1]);
  expect(await page.evaluate(() => window.badges?.at(-1))).toBe(shown);

  await page.bringToFront();
  await expect.poll(() => page.title()).toBe(plainTitle);
  expect(await iconOf()).toBe(plainIcon);
  expect(await page.evaluate(() => window.badges?.at(-1))).toBe(0);
});
