/**
 * axe in every state of the page that `npm run screens` shows, at both ends of the widths and in both
 * themes. What does not depend on the theme is asked once a width. States that are parts of the same
 * page are looked at in one.
 */
import type { Page } from '@playwright/test';
import { bringAxe, violations } from './axe.ts';
import { serveBuiltApp } from './built-app.ts';
import { expect, test } from './fixtures.ts';
import { showPart } from './screens/opening.ts';
import { THEMES } from './screens/options.ts';
import { NARROW, WIDE, sittingsOf, takeLook, withState } from './screens/stage.ts';
import type { Look } from './screens/stage.ts';
import type { State } from './screens/state.ts';
import { STATES } from './screens/states/index.ts';

const isShownAt = (width: number) => (state: State) => state.widths?.includes(width) ?? true;

for (const states of byPage(STATES.filter(isForAxe))) {
  const [first] = states;
  if (first === undefined) continue;
  const names = states.map(({ name }) => name).join(', ');
  test(`axe finds no violation in ${names}`, async ({ browser }) => {
    const app = await serveBuiltApp();
    const widths = [WIDE, NARROW].filter((width) => states.some(isShownAt(width)));
    const looks = widths.flatMap((width) => THEMES.map((theme) => ({ width, theme })));
    /* oxlint-disable no-await-in-loop -- one page, looked at from one side after another */
    for (const sitting of sittingsOf(first, looks)) {
      await withState({ browser, app }, first, sitting.width, async (page) => {
        await bringAxe(page);
        for (const look of sitting.looks) {
          await takeLook(page, look);
          for (const state of states.filter(isShownAt(look.width)))
            await inspect(page, state, look);
        }
      });
    }
    /* oxlint-enable no-await-in-loop */
    await app.close();
  });
}

async function inspect(page: Page, state: State, { width, theme }: Look): Promise<void> {
  const isNew = theme === THEMES[0] && !state.isLikeAnother;
  await showPart(page, state.part);
  const found = await violations(page, state.area ?? 'html', isNew ? 'everything' : 'colours');
  expect.soft(found, `${state.name}, ${width} px, ${theme}`).toEqual([]);
}

/** Forced colours are the browser's, axe reads those that the page would have; nor does it scroll. */
function isForAxe({ browser, isScrolled }: State): boolean {
  return browser?.forcedColors !== 'active' && isScrolled !== true;
}

/** In one list those that come about in the same way and show different parts of the page. */
function byPage(states: readonly State[]): readonly (readonly State[])[] {
  const pages: State[][] = [];
  for (const state of states) {
    const page = pages.find(([first]) => first !== undefined && areOnePage(first, state));
    if (page) page.push(state);
    else pages.push([state]);
  }
  return pages;
}

function areOnePage(one: State, other: State): boolean {
  const lasts = [one, other].every(({ isFleeting, isFirstVisit }) => !isFleeting && !isFirstVisit);
  return lasts && one.arrange === other.arrange && one.browser === other.browser;
}
