/** With the keyboard: every stop of the Tab key shows that it has the focus, and none is a trap. */
import type { Page } from '@playwright/test';
import { serveBuiltApp } from './built-app.ts';
import { expect, test } from './fixtures.ts';
import { WIDE, withState } from './screens/stage.ts';
import { STATES } from './screens/states/index.ts';

const SHOWN = ['market', 'history', 'matrix', 'first-run', 'market-filter-none'].concat(
  ['rules-quick-alert', 'rules-editor', 'settings', 'readiness', 'chart-indicators', 'offline'],
  ['chart-indicator-list', 'shortcuts', 'rules-import'],
);
/** More than any state has; to end where Tab leads nowhere. */
const MOST_STOPS = 250;

for (const name of SHOWN) {
  const state = STATES.find((each) => each.name === name);
  if (state === undefined) throw new Error(`no state is called ${name}`);
  test(`${name}: it is seen where the focus is, all the way round`, async ({ browser }) => {
    const app = await serveBuiltApp();
    await withState({ browser, app }, state, WIDE, async (page) => {
      const { unseen, stops, isRound } = await walk(page);
      expect(unseen).toEqual([]);
      expect(stops).toBeGreaterThan(0);
      expect(isRound).toBe(true);
    });
    await app.close();
  });
}

interface Stop {
  /** Null where nothing has the focus: between the last and the first. */
  readonly name: string | null;
  readonly isSeen: boolean;
  readonly isFirst: boolean;
}

/** Presses Tab until it comes to where it began. */
async function walk(page: Page) {
  const unseen: string[] = [];
  await page.evaluate(() =>
    document.querySelector('[data-walked]')?.removeAttribute('data-walked'),
  );
  /* oxlint-disable no-await-in-loop -- one press after another */
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (stop.isFirst && stops > 0) return { unseen, stops, isRound: true };
    if (stop.name !== null && !stop.isSeen) unseen.push(stop.name);
  }
  /* oxlint-enable no-await-in-loop */
  return { unseen, stops: MOST_STOPS, isRound: false };
}

/** What has the focus; whether an outline says so, of itself or of the label or field around it. */
function focused(): Stop {
  const element = document.activeElement;
  if (element === null || element === document.body) {
    return { name: null, isSeen: true, isFirst: false };
  }
  const isFirst = element.hasAttribute('data-walked');
  if (document.querySelector('[data-walked]') === null) element.setAttribute('data-walked', '');
  // A part of the browser's own field, such as the button of its calendar, shows its own.
  const isInField = !element.matches(':focus');
  const isOutlined = [element, element.parentElement, element.closest('label')].some((each) => {
    if (each === null) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    const isTransparent = /^rgba\(.* 0\)$/.test(outlineColor) || outlineColor === 'transparent';
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !isTransparent;
  });
  const called = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
  const name = `${element.localName} “${called.slice(0, 40)}”`;
  return { name, isSeen: isInField || isOutlined, isFirst };
}
