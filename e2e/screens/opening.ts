/** Ways to open the app for a picture. */
import type { Locator, Page } from '@playwright/test';
import { WIDE } from './stage.ts';
import { PARTS } from './state.ts';
import type { Part, Stage } from './state.ts';

type Query = Readonly<Record<string, string>>;

/** Where the page remembers that its first steps were closed. */
const FIRST_RUN = ['tocsin:first-run', 'tocsin:first-run-demo'];
const MINUTE = 60_000;

export function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** Opens the app at the part of the page that a narrow screen shows; waits for nothing else. */
export async function open(stage: Stage, query: Query = {}): Promise<void> {
  const { page, app, part, isFirstVisit } = stage;
  if (!isFirstVisit) {
    await page.addInitScript((keys) => {
      for (const key of keys) localStorage.setItem(key, 'closed');
    }, FIRST_RUN);
  }
  await page.goto(`${app.address}?${new URLSearchParams(query).toString()}`);
  await showPart(page, part);
}

/** Chooses what a narrow page shows; a wide one, which shows everything, keeps it in mind. */
export async function showPart(page: Page, part: Part): Promise<void> {
  const tabs = page.locator('nav.tab-bar').getByRole('button', { includeHidden: true });
  await tabs.nth(PARTS.indexOf(part)).dispatchEvent('click');
}

/** On the generated market; waits until its prices and its chart are there. */
export async function openDemo(stage: Stage, query: Query = {}): Promise<void> {
  await open(stage, { feed: 'demo', ...query });
  await pricesCome(stage);
}

/** On a local exchange; `query` as in the address of the page. */
export async function openLocal(stage: Stage, query: Query = {}): Promise<void> {
  const { streamUrl, restUrl } = await stage.exchange();
  await open(stage, { stream: streamUrl, rest: restUrl, ...query });
}

/** Waits until the link is there and, where the chart is shown, until it is drawn. */
export async function pricesCome({ page, part, width }: Stage): Promise<void> {
  await page.locator('[role=status][data-state=CONNECTED]').waitFor();
  if (width < WIDE && part !== 'chart') return;
  // The chart is the only part that has an application in it.
  await page.getByRole('application').first().locator('canvas').first().waitFor();
}

/** An exchange whose clock is so many minutes behind, and stands until it is moved. */
export function exchangeBefore(stage: Stage, minutes: number) {
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  return stage.exchange({ startAt: now - minutes * MINUTE });
}
