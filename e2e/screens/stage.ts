/** A page in a state, and what it looks like at a width and in a theme. */
import type { Browser, Page } from '@playwright/test';
import type { BuiltApp } from '../built-app.ts';
import { createExchange } from '../exchange/exchange.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Theme } from './options.ts';
import type { Stage, State } from './state.ts';

/** Heights that go with the widths: as people have them. */
const HEIGHTS: ReadonlyMap<number, number> = new Map([
  [360, 740],
  [390, 844],
  [768, 1024],
  [1440, 900],
  [2560, 1440],
]);
const OTHER_HEIGHT = 900;
const PATIENCE_MS = 20_000;

export const NARROW = 360;
export const WIDE = 1440;

export interface Look {
  readonly width: number;
  readonly theme: Theme;
}

/** Of a page, and what is looked at there. */
interface Sitting {
  readonly width: number;
  readonly looks: readonly Look[];
}

interface Setting {
  readonly browser: Browser;
  readonly app: BuiltApp;
  /** File for a picture of what went wrong. */
  readonly atFailure?: string;
}

/**
 * Looks that one page can be given one after another, widest first. A state that does not last is
 * arranged anew for each width.
 */
export function sittingsOf({ isFleeting }: State, looks: readonly Look[]): readonly Sitting[] {
  const ordered = looks.toSorted((a, b) => b.width - a.width);
  if (!isFleeting) return [{ width: WIDE, looks: ordered }];
  return [...new Set(ordered.map(({ width }) => width))].map((width) => ({
    width,
    looks: ordered.filter((look) => look.width === width),
  }));
}

/** A page in the state, arranged at a width, as long as `use` takes. */
export async function withState(
  { browser, app, atFailure }: Setting,
  state: State,
  width: number,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: sizeOf(width),
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...state.browser,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  let exchange: Promise<Exchange> | undefined;
  const page = await context.newPage();
  const stage: Stage = {
    page,
    context,
    app,
    width,
    part: state.part,
    isFirstVisit: state.isFirstVisit ?? false,
    exchange: (options) => (exchange ??= createExchange(options)),
  };
  try {
    await state.arrange(stage);
    // A dialog may still have to be fetched: until then what is behind it can be reached.
    if (state.area !== undefined) {
      await page.locator(state.area).first().waitFor({ state: 'attached' });
    }
    if (!state.isRinging) await hideToasts(page);
    await use(page);
  } catch (error) {
    if (atFailure !== undefined) await page.screenshot({ path: atFailure }).catch(() => undefined);
    throw error;
  } finally {
    await context.close();
    await (await exchange)?.close();
  }
}

/** Whether a rule speaks just now is chance, and what a toast covers cannot be seen. */
function hideToasts(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const toasts of document.querySelectorAll<HTMLElement>('.toasts')) toasts.hidden = true;
  });
}

export async function takeLook(page: Page, { width, theme }: Look): Promise<void> {
  await page.setViewportSize(sizeOf(width));
  await page.emulateMedia({ colorScheme: theme });
  // What depends on the size is drawn anew: the observers are told, then the next frame is drawn.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 60)));
      }),
  );
}

export function sizeOf(width: number): { readonly width: number; readonly height: number } {
  return { width, height: HEIGHTS.get(width) ?? OTHER_HEIGHT };
}
