/** The pictures that the README and the app's manifest show: which they are, and where they are kept. */
import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { BuiltApp } from '../built-app.ts';
import type { Theme } from './options.ts';
import { takeLook, withState } from './stage.ts';
import type { State } from './state.ts';
import { DESK, PHONES, RULE_EDITOR } from './states/showcase.ts';

interface Exhibit {
  readonly state: State;
  readonly width: number;
  readonly theme: Theme;
  /** From the root of the repository. */
  readonly file: string;
  /** Pixels of the picture for one of the page. */
  readonly scale: number;
}

const PHONE_WIDTH = 390;
const [phone] = PHONES;

export const EXHIBITS: readonly Exhibit[] = [
  { state: DESK, width: 1440, theme: 'dark', file: 'docs/images/desk.webp', scale: 1.5 },
  {
    state: RULE_EDITOR,
    width: 1440,
    theme: 'light',
    file: 'docs/images/rule-editor.webp',
    scale: 1,
  },
  ...PHONES.map((state) => ({
    state,
    width: PHONE_WIDTH,
    theme: 'dark' as const,
    file: `docs/images/${state.name}.webp`,
    scale: 1.5,
  })),
  { state: DESK, width: 1440, theme: 'dark', file: 'public/screenshots/wide.png', scale: 1 },
  ...(phone === undefined
    ? []
    : [
        {
          state: phone,
          width: PHONE_WIDTH,
          theme: 'dark' as const,
          file: 'public/screenshots/narrow.png',
          scale: 1,
        },
      ]),
];

/** Makes one of them anew, in its place. */
export async function exhibit(
  { state, width, theme, file, scale }: Exhibit,
  parts: { readonly browser: Browser; readonly app: BuiltApp; readonly root: string },
): Promise<void> {
  const browser: BrowserContextOptions = { ...state.browser, deviceScaleFactor: scale };
  await withState(parts, { ...state, browser }, width, async (page) => {
    await takeLook(page, { width, theme });
    await writeFile(resolve(parts.root, file), await pictureOf(page, extname(file)));
  });
}

/** Playwright makes no WebP, the browser does. */
async function pictureOf(page: Page, kind: string): Promise<Buffer> {
  if (kind === '.png') return page.screenshot();
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  return Buffer.from(data, 'base64');
}
